import { experiment } from 'fisher-rao';
import { logit, sigmoid } from './setting.ts';

export const finiteSteps = experiment({
  label: 'G-9',
  title: 'natural gradient steps in p and in the logit agree to first order and differ at second',
  claim: 'for L = (p - 0.9)^2 at p = 0.3 the difference over lambda^2 tends to -0.06',
  expected: 'supported',
  tolerance: 1e-2,
  certain: 0.05,
  instances: [{ lambda: 0.02 }, { lambda: 0.01 }, { lambda: 0.001 }],
  evaluate: ({ lambda }) => {
    const p = 0.3;
    const slope = 2 * (p - 0.9);
    const variance = p * (1 - p);
    const inP = p - lambda * variance * slope;
    const inLogit = sigmoid(logit(p) - lambda * slope); // F = variance there, and dL/dh = variance slope
    return { left: (inP - inLogit) / lambda ** 2, right: -0.06 };
  },
});
