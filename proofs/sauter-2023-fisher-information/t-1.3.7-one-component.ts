import { calculation, experiment } from 'fisher-rao';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { gradientOf, moved } from '../networks.ts';

export const oneComponent = experiment({
  label: 'T-1.3.7',
  title:
    'one component of a step is the whole vector less eta dL/dtheta_1 (as printed): every entry of that is the new component',
  claim: "theta_k - eta dL/dtheta_1 = theta_1' for all k, theta_1' being that of theta - eta grad L",
  expected: 'refuted',
  instances: [{ widths: [1, 1], theta: [1, 2], eta: 0.1, x: 1, y: 0 }],
  evaluate: async ({ widths, theta, eta, x, y }) => {
    const setting = { network: denseNetwork(widths), head: normalHead(), theta, inputs: [[x]] };
    const gradient = await gradientOf(setting, [y]);
    const [stepped] = moved(theta, -eta, gradient);
    return { left: theta.map((value) => value - eta * gradient[0]), right: theta.map(() => stepped) };
  },
});

export const oneComponentOfAStep = calculation({
  label: 'T-1.3.7/repaired',
  title:
    'it starts from that component: of all steps the one that lowers the linearised loss plus |d|^2/(2 eta) most has theta_1 - eta dL/dtheta_1, whatever the others do',
  symbols: { t: 'real', u: 'real', d1: 'real', d2: 'real', eta: 'positive' },
  functions: ['L'],
  definitions: {
    penalised: 'D(L(t, u), t)*d1 + D(L(t, u), u)*d2 + (d1^2 + d2^2)/(2*eta)',
    step1: '(t - eta*D(L(t, u), t)) - t',
  },
  claim: 'at(penalised, d1, step1) <= penalised',
  difference: '(d1 - step1)^2/(2*eta)',
  expected: 'proved',
});
