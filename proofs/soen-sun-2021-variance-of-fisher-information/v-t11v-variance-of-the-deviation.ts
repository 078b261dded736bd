/** Section 3.3: the variance of the deviation of the mean statistics. */
import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { n, α } from '../sauter-2023-fisher-information/setting.ts';
import {
  c,
  covarianceOfSums,
  equalMeans,
  equalSquares,
  independent,
  m,
  N,
  sameQuantity,
} from './sums-of-observations.ts';
import { covarianceOfSumsIsAdditive } from './v-0-rate-one-over-n.ts';

const { multiply, square, subtract, sumUpTo } = term;

const variance = subtract(c(), square(m()));

export const varianceOfTheDeviation = statement({
  label: 'V-T11v',
  title:
    'a sum of N statistics t_a of one law has N times the variance I_aa of one, so η_a - mean t_a has variance I_aa/N: any N, any law',
  given: [...independent, equalMeans, equalSquares, sameQuantity],
  claim: equation(covarianceOfSums(n), multiply(N, variance)),
  expected: 'proved',
  proof: () =>
    start(covarianceOfSums(n))
      .equals(covarianceOfSumsIsAdditive.claim.right, by.theorem(theoremOf(covarianceOfSumsIsAdditive)))
      .equals(
        sumUpTo(α, n, variance),
        by.assumption(sameQuantity),
        by.assumption(equalMeans),
        by.assumption(equalSquares),
      )
      .equals(multiply(N, variance), by.linearity),
});
