import {
  assume,
  by,
  declare,
  equation,
  experiment,
  induction,
  inequality,
  type Natural,
  next,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';

const { add, multiply, subtract } = term;

const closest = { from: 0.1, minima: [-1, 3] };
const slope = (t: number): number => t * (t + 1) * (t - 3);

export const closestMinimum = experiment({
  label: 'T-1.3.6b',
  title: 'gradient descent finds the closest local minimum (as printed)',
  claim: "from 0.1, descent on L' = t (t + 1) (t - 3) ends at the nearest minimum, -1",
  expected: 'refuted',
  instances: [closest],
  evaluate: ({ from, minima }) => {
    let t = from;
    for (let k = 0; k < 20_000; k++) t -= 1e-3 * slope(t);
    const nearest = minima.reduce((best, m) => (Math.abs(m - from) < Math.abs(best - from) ? m : best));
    return { left: t, right: nearest };
  },
});

/** The values of k steps t_(k+1) = t_k - η L'(t_k) from t_0, and a minimum m; slopes and all that do not depend on θ. */
const k = declare.natural('k');
const [first, minimum] = ['a', 'm'].map((name) => declare.function(name, [])());
const stepSize = declare.function('η', []);
const η = stepSize();
const slopeAt = declare.realFunction('S');
const t = declare.sequence('t', k, () => [], {
  zero: () => first,
  next: (earlier) => subtract(earlier(), multiply(η, slopeAt(earlier()))),
});

/** L'(m) = 0, and on the way to m the slope is on the average q_k, which is at least 0 and at most 1/η. */
const mean = declare.function('q', [k]);
const meanSlope = assume.equation(
  "from t_k to m the slope L' changes by q_k per unit, to L'(m) = 0",
  slopeAt(t(k)),
  multiply(mean(k), subtract(t(k), minimum)),
);
const short = declare.function('r', [k]);
const isShort = assume.equation('η q_k is 1 - r_k', multiply(η, mean(k)), subtract(1, short(k)));
const distance = (number: Natural | number): Term => subtract(minimum, t(number));

export const stepsTowardsTheMinimum = statement({
  label: 'T-1.3.6b/step',
  title:
    "a step takes the distance from a critical point m to (1 - η q_k) times it, q_k the mean of L'' on the way; any loss",
  given: [meanSlope, isShort],
  claim: equation(distance(next(k)), multiply(short(k), distance(k))),
  expected: 'proved',
  proof: () =>
    start(distance(next(k)))
      .equals(add(distance(k), multiply(η, slopeAt(t(k)))), by.definition(t))
      .equals(add(distance(k), multiply(multiply(η, mean(k)), subtract(t(k), minimum))), by.assumption(meanSlope))
      .equals(multiply(short(k), distance(k)), by.assumption(isShort)),
});

const starts = declare.function('d', []);
const fromTheLeft = assume.equation('descent starts left of m', subtract(minimum, first), starts());

export const minimumOfTheBasin = statement({
  label: 'T-1.3.6b/repaired',
  title:
    "it goes to the minimum m of the basin where it starts and never past it, whatever minima lie nearer: if L' rises on the way to m, by at most 1/η per unit, t_k <= m for all k; any loss of one parameter",
  given: [meanSlope, isShort, fromTheLeft, assume.nonnegative(short), assume.nonnegative(starts)],
  claim: inequality(0, distance(k)),
  expected: 'proved',
  proof: () =>
    induction(
      k,
      start(0).equals(0).atMost(distance(0), by.definition(t), by.assumption(fromTheLeft), by.difference(starts())),
      start(0)
        .atMost(multiply(short(k), distance(k)), by.inductionHypothesis, by.difference(multiply(short(k), distance(k))))
        .equals(distance(next(k)), by.theorem(theoremOf(stepsTowardsTheMinimum))),
    ),
});

export const everNearer = statement({
  label: 'T-1.3.6b/nearer',
  title: 'and every step takes it nearer to m, or leaves it where it is',
  given: [
    meanSlope,
    isShort,
    fromTheLeft,
    assume.nonnegative(short),
    assume.nonnegative(starts),
    assume.nonnegative(stepSize),
    assume.nonnegative(mean),
  ],
  claim: inequality(distance(next(k)), distance(k)),
  expected: 'proved',
  proof: () =>
    start(distance(next(k)))
      .equals(multiply(short(k), distance(k)), by.theorem(theoremOf(stepsTowardsTheMinimum)))
      .equals(multiply(subtract(1, multiply(η, mean(k))), distance(k)), by.assumption(isShort))
      .atMost(distance(k), by.theorem(theoremOf(minimumOfTheBasin)), by.difference(multiply(η, mean(k), distance(k)))),
});
