/** Section 3.3: the variance of the deviation of the mean statistics. */
import {
  assume,
  by,
  declare,
  equation,
  induction,
  type Natural,
  next,
  type PointVariable,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { f, family, joint, n, observation, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import { a, deviation, I, lawWithCovariances, mean, p, t, y, η } from './exponential-outputs.ts';
import { both, last, lawOfEach, meanOfOne, meanOfSample, v } from './sums-of-observations.ts';

const { add, fraction, multiply, square, subtract, sum, sumUpTo } = term;

/** The statistics t_a of each of N independent labels of one law, and their sums. */
const u = declare.function('u', [α, observation(α), a]);
const S = declare.recursionWith('S', family, [a], {
  zero: () => fraction(0, 1),
  next: (earlier, { n: number, x }, output: PointVariable) => add(earlier(output), u(next(number), x, output)),
});
const one = u(α, observation(α), a);
const oneLaw = [
  assume.equation('u_a has the mean of t_a', meanOfOne(α, one), η(a)),
  assume.equation('u_a^2 has the mean of t_a^2', meanOfOne(α, square(one)), mean(square(t(a)))),
];

const numberOf = (length: Natural | number) => sumUpTo(α, length, 1);
const away = (length: Natural | number) => subtract(S(length, sample(length), a), multiply(numberOf(length), η(a)));
const left = (length: Natural | number) => meanOfSample(length, square(away(length)));

export const varianceOfOneLabel = statement({
  label: 'V-T11v/one-label',
  title: 'the variance of t_a is I_aa',
  given: lawWithCovariances,
  claim: equation(subtract(mean(square(t(a))), square(η(a))), I(a, a)),
  expected: 'proved',
  proof: () =>
    start(subtract(mean(square(t(a))), square(η(a))))
      .equals(
        add(mean(square(t(a))), multiply(-2, square(η(a))), multiply(square(η(a)), sum(y, p(y)))),
        by.normalisation(p),
      )
      .equals(
        add(mean(square(t(a))), multiply(-2, η(a), mean(t(a))), multiply(square(η(a)), sum(y, p(y)))),
        by.definition(η),
      )
      .equals(I(a, a), by.definition(I), by.definition(deviation), by.linearity),
});

export const varianceOfTheDeviation = statement({
  label: 'V-T11v',
  title:
    'the sum of t_a over N independent labels deviates from N η_a with mean square N I_aa, so that η_a - mean t_a has variance I_aa/N: any N, any law',
  given: [...lawWithCovariances, ...lawOfEach, ...oneLaw],
  claim: equation(left(n), multiply(numberOf(n), I(a, a))),
  expected: 'proved',
  proof: () => {
    const lastOne = u(next(n), last, a);
    const integrals = {
      all: sum(v, joint(n, v)),
      deviation: sum(v, multiply(joint(n, v), away(n))),
      one: sum(last, f(next(n), last)),
      mean: sum(last, multiply(f(next(n), last), lastOne)),
      square: sum(last, multiply(f(next(n), last), square(lastOne))),
    };
    return induction(
      n,
      start(left(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S), by.lastTerm)
        .equals(multiply(numberOf(0), I(a, a)), by.lastTerm),
      start(left(next(n)))
        .equals(
          sum(v, sum(last, multiply(both, square(add(away(n), subtract(lastOne, η(a))))))),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
          by.lastTerm,
        )
        .equals(
          add(
            multiply(left(n), integrals.one),
            multiply(2, integrals.deviation, subtract(integrals.mean, multiply(η(a), integrals.one))),
            multiply(
              integrals.all,
              add(integrals.square, multiply(-2, η(a), integrals.mean), multiply(square(η(a)), integrals.one)),
            ),
          ),
          by.linearity,
        )
        .equals(
          add(left(n), subtract(mean(square(t(a))), square(η(a)))),
          by.normalisation(f),
          by.theorem(theoremOf(jointProbabilityIsNormalised)),
          ...oneLaw.map(by.assumption),
        )
        .equals(add(left(n), I(a, a)), by.theorem(theoremOf(varianceOfOneLabel)))
        .equals(add(multiply(numberOf(n), I(a, a)), I(a, a)), by.inductionHypothesis)
        .equals(multiply(numberOf(next(n)), I(a, a)), by.lastTerm),
    );
  },
});
