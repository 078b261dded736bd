import { calculation, experiment } from 'fisher-rao';

/** The largest diagonal entry of the variance of the first estimator, for outputs linear in the parameters: x^4 (K - I^2). */
export const regularisation = experiment({
  label: 'V-D4',
  title:
    'bounded weights bound the variance of the first estimator (as printed): a linear normal output at inputs of any size',
  claim: 'the variance at input x <= 100 for |w| <= 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ x: 1 }, { x: 100 }],
  evaluate: ({ x }) => ({ left: x ** 4 * (3 - 1), right: 100 }),
});

export const regularisationWithBoundedInputs = calculation({
  label: 'V-D4/repaired',
  title: 'with inputs of size at most B and moments V = K - I^2 it does: at x = B u, x^4 V <= B^4 V',
  symbols: { B: 'positive', V: 'positive', u: 'unit' },
  claim: '(B*u)^4*V <= B^4*V',
  difference: 'B^4*V*(1 - u)*(1 + u)*(1 + u^2)',
  expected: 'proved',
});
