/** Section 3.3: the variance of the deviation of the mean statistics. */
import { by, equation, induction, type Natural, next, start, statement, term, theoremOf } from 'fisher-rao';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { f, joint, n, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import {
  both,
  c,
  equalMeans,
  equalSquares,
  last,
  lawOfEach,
  m,
  meanOfSample,
  S,
  u,
  v,
} from './sums-of-observations.ts';

const { add, multiply, square, subtract, sum, sumUpTo } = term;

const numberOf = (length: Natural | number) => sumUpTo(α, length, 1);
const deviation = (length: Natural | number) => subtract(S(length, sample(length)), multiply(numberOf(length), m()));
const left = (length: Natural | number) => meanOfSample(length, square(deviation(length)));
const variance = subtract(c(), square(m()));

export const varianceOfTheDeviation = statement({
  label: 'V-T11v',
  title:
    'a sum of N statistics of one law, of mean m and variance c - m^2, deviates from N m with mean square N (c - m^2), so η_a - mean t_a has variance I_aa/N: any N, any law',
  given: [...lawOfEach, equalMeans, equalSquares],
  claim: equation(left(n), multiply(numberOf(n), variance)),
  expected: 'proved',
  proof: () => {
    const ofLast = subtract(u(next(n), last), m());
    const integrals = {
      all: sum(v, joint(n, v)),
      deviation: sum(v, multiply(joint(n, v), deviation(n))),
      one: sum(last, f(next(n), last)),
      mean: sum(last, multiply(f(next(n), last), u(next(n), last))),
      square: sum(last, multiply(f(next(n), last), square(u(next(n), last)))),
    };
    return induction(
      n,
      start(left(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S), by.lastTerm)
        .equals(multiply(numberOf(0), variance), by.lastTerm),
      start(left(next(n)))
        .equals(
          sum(v, sum(last, multiply(both, square(add(deviation(n), ofLast))))),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
          by.lastTerm,
        )
        .equals(
          add(
            multiply(left(n), integrals.one),
            multiply(2, integrals.deviation, subtract(integrals.mean, multiply(m(), integrals.one))),
            multiply(
              integrals.all,
              add(integrals.square, multiply(-2, m(), integrals.mean), multiply(square(m()), integrals.one)),
            ),
          ),
          by.linearity,
        )
        .equals(
          add(left(n), variance),
          by.normalisation(f),
          by.theorem(theoremOf(jointProbabilityIsNormalised)),
          by.assumption(equalMeans),
          by.assumption(equalSquares),
        )
        .equals(add(multiply(numberOf(n), variance), variance), by.inductionHypothesis)
        .equals(multiply(numberOf(next(n)), variance), by.lastTerm),
    );
  },
});
