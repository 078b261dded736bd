import { calculation, experiment } from 'fisher-rao';

export const oneComponent = experiment({
  label: 'T-1.3.7',
  title: 'one component of a step starts from the whole vector (as printed)',
  claim: "theta_1' has one entry, as theta has",
  expected: 'refuted',
  instances: [{ theta: [1, 2] }],
  evaluate: ({ theta }) => ({ left: 1, right: theta.length }),
});

export const oneComponentOfAStep = calculation({
  label: 'T-1.3.7/repaired',
  title: 'it starts from that component: the step of L = a t^2 + b t u moves t alone by -eta (2 a t + b u)',
  symbols: { a: 'real', b: 'real', t: 'real', u: 'real', eta: 'real' },
  claim: 't - eta*D(a*t^2 + b*t*u, t) = t - eta*(2*a*t + b*u)',
  expected: 'proved',
});
