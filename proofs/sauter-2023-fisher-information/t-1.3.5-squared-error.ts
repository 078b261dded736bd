import { assume, by, declare, equation, experiment, start, statement, type Term, term } from 'fisher-rao';

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

const { delta, divide, multiply, square, sum } = term;

/** Any number of data d with errors e_da of any number of outputs a, and an orthogonal matrix Q. */
const d = declare.point('d', declare.space('D'));
const outputs = declare.space('A');
const [a, b, c] = ['a', 'b', 'c'].map((name) => declare.point(name, outputs));
const e = declare.function('e', [d, a]);
const Q = declare.function('Q', [a, b]);
const orthogonal = assume.equation('Q is orthogonal', sum(a, multiply(Q(a, b), Q(a, c))), delta(b, c));
const mean = (of: Term): Term => divide(sum(d, of), sum(d, 1));
const rotated = mean(sum(a, square(sum(b, multiply(Q(a, b), e(d, b))))));
const squared = mean(sum(a, square(e(d, a))));

export const squaredErrorOverOutputs = statement({
  label: 'T-1.3.5/repaired',
  title:
    'over all outputs it is the mean of squared Euclidean distances: it does not change when predictions and targets are rotated alike; any number of data and outputs',
  given: [orthogonal],
  claim: equation(rotated, squared),
  expected: 'proved',
  proof: () =>
    start(rotated)
      .equals(mean(sum(b, sum(c, multiply(e(d, b), e(d, c), sum(a, multiply(Q(a, b), Q(a, c))))))), by.rearrangement)
      .equals(mean(sum(b, sum(c, multiply(e(d, b), e(d, c), delta(b, c))))), by.assumption(orthogonal))
      .equals(squared, by.delta),
});
