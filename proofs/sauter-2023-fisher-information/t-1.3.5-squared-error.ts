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
  title: 'over all outputs it is the mean of squared lengths; two data with two outputs',
  symbols: { e11: 'real', e12: 'real', e21: 'real', e22: 'real' },
  claim: '(e11^2 + e12^2 + e21^2 + e22^2)/2 = ((e11^2 + e12^2) + (e21^2 + e22^2))/2',
  expected: 'proved',
});
