/** Sums over independent observations, such as the gradient of a mini-batch: their means, and the variances of their sums. */
import {
  type Assumption,
  assume,
  by,
  type CallableDefinition,
  type Claim,
  declare,
  equation,
  type Induction,
  induction,
  type Natural,
  next,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { jointProbabilityIsNormalised } from './joint-probability-is-normalised.ts';
import { f, family, joint, n, observation, regularEach, sample, α } from './setting.ts';

const { add, fraction, multiply, square, sum, sumUpTo } = term;

/** A quantity of the observation with a number. */
type Quantity = (number: Natural, of: PointVariable) => Term;

/** Its sum over the sample, by recursion: S_0 = 0, S_{n+1}(v, x) = S_n(v) + g_{n+1}(x). */
const sumOf = (name: string, quantity: Quantity): CallableDefinition =>
  declare.recursion(name, family, fraction(0, 1), (before, number, _v, last) =>
    add(before, quantity(next(number), last)),
  );

/** That the mean of the quantity of each observation exists. */
export const hasMean = (quantity: Quantity): Assumption =>
  assume.integrable(multiply(f(α, observation(α)), quantity(α, observation(α))), observation(α));

/** The mean of a quantity of the observation with a number. */
const meanOf = (quantity: Quantity, number: Natural): Term =>
  sum(observation(number), multiply(f(number, observation(number)), quantity(number, observation(number))));

/** The first n observations, and the one with number n + 1. */
const v = sample(n);
const last = observation(next(n));

/** The mean of a sum over independent observations is the sum of the means: as a claim, and by induction. */
export function meanOfASum(
  name: string,
  quantity: Quantity,
): { readonly claim: Claim; readonly proof: () => Induction } {
  const total = sumOf(name, quantity);
  const mean = (length: Natural | number): Term =>
    sum(sample(length), multiply(joint(length, sample(length)), total(length, sample(length))));
  const each = sumUpTo(α, n, meanOf(quantity, α));
  return {
    claim: equation(mean(n), each),
    proof: () =>
      induction(
        n,
        start(mean(0))
          .equals(0, by.sumOverPairs, by.definition(joint), by.definition(total))
          .equals(sumUpTo(α, 0, meanOf(quantity, α)), by.lastTerm),
        start(mean(next(n)))
          .equals(
            sum(v, sum(last, multiply(joint(n, v), f(next(n), last), add(total(n, v), quantity(next(n), last))))),
            by.sumOverPairs,
            by.definition(joint),
            by.definition(total),
          )
          .equals(
            add(
              multiply(mean(n), sum(last, f(next(n), last))),
              multiply(sum(v, joint(n, v)), meanOf(quantity, next(n))),
            ),
            by.linearity,
          )
          .equals(
            add(mean(n), meanOf(quantity, next(n))),
            by.normalisation(f),
            by.theorem(theoremOf(jointProbabilityIsNormalised)),
          )
          .equals(add(each, meanOf(quantity, next(n))), by.inductionHypothesis)
          .equals(sumUpTo(α, next(n), meanOf(quantity, α)), by.lastTerm),
      ),
  };
}

const g = declare.functions('g', family);

export const meanOfTheSum = statement({
  label: 'A.1.2/mean-of-a-sum',
  title: 'the mean of a sum over independent observations is the sum of the means',
  given: [...regularEach, hasMean(g)],
  ...meanOfASum('S', g),
  expected: 'proved',
});

const centred = assume.equation(
  'g has mean zero',
  sum(observation(n), multiply(f(n, observation(n)), g(n, observation(n)))),
  0,
);
const S = sumOf('S', g);
const squared: Quantity = (number, of) => square(g(number, of));
const meanSquare = (length: Natural | number): Term =>
  sum(sample(length), multiply(joint(length, sample(length)), square(S(length, sample(length)))));
const squares = sumUpTo(α, n, meanOf(squared, α));

export const varianceOfTheSum = statement({
  label: 'A.1.2/variance-of-a-sum',
  title: 'the variance of a sum of independent quantities with mean zero is the sum of their variances',
  given: [...regularEach, hasMean(g), hasMean(squared), centred],
  claim: equation(meanSquare(n), squares),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(meanSquare(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S))
        .equals(sumUpTo(α, 0, meanOf(squared, α)), by.lastTerm),
      start(meanSquare(next(n)))
        .equals(
          sum(v, sum(last, multiply(joint(n, v), f(next(n), last), square(add(S(n, v), g(next(n), last)))))),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
        )
        .equals(
          add(
            multiply(meanSquare(n), sum(last, f(next(n), last))),
            multiply(2, sum(v, multiply(joint(n, v), S(n, v))), meanOf(g, next(n))),
            multiply(sum(v, joint(n, v)), meanOf(squared, next(n))),
          ),
          by.linearity,
        )
        .equals(
          add(meanSquare(n), meanOf(squared, next(n))),
          by.normalisation(f),
          by.theorem(theoremOf(jointProbabilityIsNormalised)),
          by.assumption(centred),
        )
        .equals(add(squares, meanOf(squared, next(n))), by.inductionHypothesis)
        .equals(sumUpTo(α, next(n), meanOf(squared, α)), by.lastTerm),
    ),
});
