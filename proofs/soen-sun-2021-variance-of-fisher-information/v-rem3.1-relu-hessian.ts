import { calculation, experiment } from 'fisher-rao';
import { outcomes, total } from './setting.ts';

export const reluHessian = experiment({
  label: 'V-Rem3.1',
  title: 'ReLU networks have no such expression (as printed): away from the kink, h = relu(w x) at w = 1.5',
  claim: '|E[s^2] + E[d^2 l]| >= 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ w: 1.5, x: 1 }],
  evaluate: ({ w, x }) => {
    const h = (v: number): number => Math.max(0, v * x);
    const list = outcomes('normal', [h(w)]);
    const step = 1e-3;
    const differences = list.map(({ t: [y], weight }) => {
      const l = (v: number): number => -((y - h(v)) ** 2) / 2;
      const [before, here, after] = [l(w - step), l(w), l(w + step)];
      return { weight, score: (after - before) / (2 * step), second: (after - 2 * here + before) / step ** 2 };
    });
    const squaredScore = total(differences.map(({ weight, score: s }) => weight * s ** 2));
    const meanHessian = total(differences.map(({ weight, second }) => weight * second));
    return { left: 1e-3, right: Math.abs(squaredScore + meanHessian) };
  },
});

export const reluHessianAwayFromKinks = calculation({
  label: 'V-Rem3.1/repaired',
  title: "away from kinks they are smooth, h = c w there, and have it: for any F, E[t] = F'",
  symbols: { w: 'real', c: 'real', t: 'real', x: 'real' },
  functions: ['F'],
  definitions: { l: 't*c*w - F(c*w)', eta: 'at(D(F(x), x), x, c*w)' },
  claim: 'at(D(D(l, w), w), t, eta) = -c^2*at(D(D(F(x), x), x), x, c*w)',
  expected: 'proved',
});
