/** What theorems 4 and 6 share: from the covariance of two quantities of one label to that of their sums over N labels. */
import {
  type Assumption,
  by,
  equation,
  type GeneralStatement,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { n } from '../sauter-2023-fisher-information/setting.ts';
import { mean } from './exponential-outputs.ts';
import { covarianceOfSums, fixed, lawOfEach, N, ofOneLaw } from './sums-of-observations.ts';
import { rateOneOverN } from './v-0-rate-one-over-n.ts';

const { multiply, subtract } = term;

/** The covariance of two sums over N labels is N times that of one label, in the fixed coordinates i, j, k, l. */
export function covarianceForLabels({
  label,
  title,
  given,
  quantities: [one, other],
  covariance,
  theorem,
}: {
  readonly label: string;
  readonly title: string;
  readonly given: readonly Assumption[];
  readonly quantities: readonly [Term, Term];
  /** The covariance of the two quantities, by the theorem in i, j, k, l. */
  readonly covariance: Term;
  readonly theorem: GeneralStatement;
}): GeneralStatement {
  const [i, j, k, l] = fixed;
  const oneLaw = ofOneLaw(mean(one), mean(other), mean(multiply(one, other)));
  return statement({
    label,
    title,
    given: [...given, ...lawOfEach, ...oneLaw.equations],
    claim: equation(covarianceOfSums(n), multiply(N, covariance)),
    expected: 'proved',
    proof: () =>
      start(covarianceOfSums(n))
        .equals(
          multiply(N, subtract(mean(multiply(one, other)), multiply(mean(one), mean(other)))),
          by.theorem(theoremOf(rateOneOverN), { functions: oneLaw.functions }),
        )
        .equals(multiply(N, covariance), by.theorem(theoremOf(theorem), { points: { i, j, k, l } })),
  });
}
