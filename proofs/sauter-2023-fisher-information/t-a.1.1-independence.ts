import { by, equation, next, start, statement, term } from 'fisher-rao';
import { f, joint, n, observation, regularEach, sample } from './setting.ts';

const { multiply, sum } = term;

const v = sample(n);
const last = observation(next(n));

export const independence = statement({
  label: 'T-A.1.1',
  title:
    'the probability of n independent observations is the product of theirs: summed over the last it is that of the others',
  given: regularEach,
  claim: equation(sum(last, multiply(joint(n, v), f(next(n), last))), joint(n, v)),
  expected: 'proved',
  proof: () =>
    start(sum(last, multiply(joint(n, v), f(next(n), last))))
      .equals(multiply(joint(n, v), sum(last, f(next(n), last))), by.linearity)
      .equals(joint(n, v), by.normalisation(f)),
});
