import { calculation, experiment } from 'fisher-rao';

const error = (e: readonly (readonly number[])[], outputs: number): number =>
  e.reduce((sum, row) => sum + row.slice(0, outputs).reduce((inner, v) => inner + v ** 2, 0), 0) / e.length;

export const squaredError = experiment({
  label: 'T-1.3.5',
  title: 'the squared error sums over as many outputs as there are data (as printed)',
  claim: 'the sum over outputs 1..N = the sum over all outputs',
  expected: 'refuted',
  instances: [{ errors: [[0, 1]] }],
  evaluate: ({ errors }) => ({ left: error(errors, errors.length), right: error(errors, errors[0].length) }),
});

export const squaredErrorOverOutputs = calculation({
  label: 'T-1.3.5/repaired',
  title:
    'over all outputs it is the squared Euclidean distance: it does not change when prediction and target are rotated alike; two outputs of each of two data',
  symbols: { a1: 'real', a2: 'real', b1: 'real', b2: 'real', t: 'real' },
  definitions: {
    r1: 'cos(t)*a1 - sin(t)*a2',
    r2: 'sin(t)*a1 + cos(t)*a2',
    s1: 'cos(t)*b1 - sin(t)*b2',
    s2: 'sin(t)*b1 + cos(t)*b2',
  },
  claim: '((r1^2 + r2^2) + (s1^2 + s2^2))/2 = ((a1^2 + a2^2) + (b1^2 + b2^2))/2',
  expected: 'proved',
});
