/** What theorems 4 and 6 share: from the covariance of two quantities of one label to that of their sums over N labels. */
import {
  type Assumption,
  by,
  type Direction,
  equation,
  type GeneralStatement,
  inequality,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { n } from '../sauter-2023-fisher-information/setting.ts';
import { i, j, k, l, mean } from './exponential-outputs.ts';
import { sumOver } from './slots.ts';
import { covarianceOfSums, lawOfEach, N, ofOneLaw } from './sums-of-observations.ts';
import { rateOneOverN } from './v-0-rate-one-over-n.ts';

const { multiply, square, subtract } = term;

/** The covariance of two entries of a sum over N labels is N times that of one label. */
export function covarianceForLabels({
  label,
  title,
  given,
  entry,
  theorem,
}: {
  readonly label: string;
  readonly title: string;
  readonly given: readonly Assumption[];
  /** The entry (i, j) for one label. */
  readonly entry: Entry;
  /** The covariance of the entries (i, j) and (k, l) for one label. */
  readonly theorem: GeneralStatement;
}): GeneralStatement {
  const covariance = theorem.claim.right;
  return statement({
    label,
    title,
    given: [...given, ...lawOfEach, ...oneLaw(entry).equations],
    claim: equation(covarianceOfSums(n), multiply(N, covariance)),
    expected: 'proved',
    proof: () =>
      start(covarianceOfSums(n))
        .equals(multiply(N, theorem.claim.left), rate(entry))
        .equals(multiply(N, covariance), by.theorem(theoremOf(theorem))),
  });
}

/** The bound of its norm: N^2 times that for one label, squared, so that means have 1/N of it. */
export function boundForLabels({
  label,
  title,
  given,
  entry,
  theorem,
}: {
  readonly label: string;
  readonly title: string;
  readonly given: readonly Assumption[];
  readonly entry: Entry;
  /** The bound for one label, and the covariance in it. */
  readonly theorem: GeneralStatement;
}): GeneralStatement {
  const [norm, right] = [theorem.claim.left, multiply(square(N), theorem.claim.right)];
  const covariance = covarianceOfOneLabel(entry);
  const squares = (of: Term): Term => sumOver([i, j, k, l], square(of));
  return statement({
    label,
    title,
    given: [...given, ...lawOfEach, ...oneLaw(entry).equations],
    claim: inequality(squares(covarianceOfSums(n)), right),
    expected: 'proved',
    proof: () =>
      start(squares(covarianceOfSums(n)))
        .equals(squares(multiply(N, covariance)), rate(entry))
        .equals(multiply(square(N), norm), by.linearity)
        .atMost(
          right,
          by.difference(multiply(square(N), subtract(theorem.claim.right, norm))),
          by.theorem(theoremOf(theorem)),
        ),
  });
}

type Entry = (row: Direction, column: Direction) => Term;

const oneLaw = (entry: Entry) =>
  ofOneLaw(
    (row, column) => mean(entry(row, column)),
    (row, column, otherRow, otherColumn) => mean(multiply(entry(row, column), entry(otherRow, otherColumn))),
  );
const covarianceOfOneLabel = (entry: Entry): Term =>
  subtract(mean(multiply(entry(i, j), entry(k, l))), multiply(mean(entry(i, j)), mean(entry(k, l))));
const rate = (entry: Entry) => by.theorem(theoremOf(rateOneOverN), { functions: oneLaw(entry).functions });
