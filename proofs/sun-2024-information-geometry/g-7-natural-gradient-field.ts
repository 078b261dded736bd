import { calculation, experiment } from 'fisher-rao';

/** One coordinate: F = scale^2 F_0 and gradient scale g_0 in a coordinate that is 1/scale of another. */
export const doublyRaised = experiment({
  label: 'G-7',
  title: 'the natural gradient contracts the inverse metric with an upper index (as printed)',
  claim: 'I^(ab) (d l/d theta_a) = the natural gradient, for the derivative with its index raised',
  expected: 'refuted',
  instances: [{ F: 4, g: 1 }],
  evaluate: ({ F, g }) => ({ left: g / F / F, right: g / F }),
});

export const naturalGradientField = calculation({
  label: 'G-7/repaired',
  title: "I^(ab) d l/d theta^a transforms as a vector: in u = k(t) it is k'(t) times what it is in t",
  symbols: { t: 'real', u: 'real' },
  functions: ['k', 'F', 'l'],
  definitions: {
    inT: 'D(l(k(t)), t)/(F(k(t))*D(k(t), t)^2)',
    inU: 'at(D(l(u), u)/F(u), u, k(t))',
  },
  claim: 'inU = D(k(t), t)*inT',
  expected: 'proved',
});
