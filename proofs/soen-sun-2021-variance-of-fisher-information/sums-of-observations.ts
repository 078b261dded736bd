/**
 * Two quantities u, w of each of n independent observations, and their sums; what is assumed where all observations have
 * one law. For the estimators, u and w are products of scores, or entries of Hessians, at the label of an observation.
 */
import { assume, declare, type Natural, next, type Term, term } from 'fisher-rao';
import { f, family, joint, n, observation, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import { constant } from './exponential-outputs.ts';

const { add, fraction, multiply, subtract, sum, sumUpTo } = term;

/** Two quantities of each observation, and their sums over the first n. */
export const u = declare.functions('u', family);
export const w = declare.functions('w', family);
export const sumOf = (name: string, each: typeof u) =>
  declare.recursion(name, family, fraction(0, 1), (before, number, _v, last) => add(before, each(next(number), last)));
export const S = sumOf('S', u);
export const T = sumOf('T', w);

export const meanOfSample = (length: Natural | number, quantity: Term): Term =>
  sum(sample(length), multiply(joint(length, sample(length)), quantity));
export const meanOfOne = (number: Natural, quantity: Term): Term =>
  sum(observation(number), multiply(f(number, observation(number)), quantity));
export const one = (each: typeof u, number: Natural): Term => each(number, observation(number));

export const v = sample(n);
export const last = observation(next(n));
export const both = multiply(joint(n, v), f(next(n), last));

export const meanOfSum = (length: Natural | number): Term => meanOfSample(length, S(length, sample(length)));

/** The density of each is normalised, and the means of u, w and u w exist. */
export const lawOfEach = [assume.normalised(f)];
export const independent = [
  ...lawOfEach,
  ...[one(u, α), one(w, α), multiply(one(u, α), one(w, α))].map((quantity) =>
    assume.integrable(multiply(f(α, observation(α)), quantity), observation(α)),
  ),
];

/** E[u w] - E[u] E[w] for one observation. */
export const covarianceOfOne = (number: Natural): Term =>
  subtract(
    meanOfOne(number, multiply(one(u, number), one(w, number))),
    multiply(meanOfOne(number, one(u, number)), meanOfOne(number, one(w, number))),
  );
export const secondMoment = (length: Natural | number): Term =>
  meanOfSample(length, multiply(S(length, sample(length)), T(length, sample(length))));
export const covarianceOfSums = (length: Natural | number): Term =>
  subtract(
    secondMoment(length),
    multiply(meanOfSample(length, S(length, sample(length))), meanOfSample(length, T(length, sample(length)))),
  );

/** Each observation has the same mean m of u and m' of w, and the same mean c of u w: as those of one law have. */
export const [m, m2, c] = ['m', 'm2', 'c'].map(constant);
export const N = sumUpTo(α, n, 1);
export const equalMeans = assume.equation('one mean of u', meanOfOne(α, one(u, α)), m());
export const otherMeans = assume.equation('one mean of w', meanOfOne(α, one(w, α)), m2());
export const equalProducts = assume.equation('one mean of u w', meanOfOne(α, multiply(one(u, α), one(w, α))), c());

/** Four coordinates of θ, not necessarily different ones, as fixed ones: so that u and w may be made of derivatives along them. */
export const fixed = ['i0', 'j0', 'k0', 'l0'].map((name) => declare.coordinates(name, [])());
/** As above where the means of u, w and u w are those of other quantities: of what u and w are of a label from one law. */
export const ofOneLaw = (meanOfU: Term, meanOfW: Term, meanOfBoth: Term) => ({
  equations: [
    assume.equation('u has the mean of one label', meanOfOne(α, one(u, α)), meanOfU),
    assume.equation('w has the mean of one label', meanOfOne(α, one(w, α)), meanOfW),
    assume.equation('u w has the mean of one label', meanOfOne(α, multiply(one(u, α), one(w, α))), meanOfBoth),
  ],
  functions: [
    [m, () => meanOfU],
    [m2, () => meanOfW],
    [c, () => meanOfBoth],
  ] as const,
});

/** The mean square of u is c. */
export const equalSquares = assume.equation('one mean square of u', meanOfOne(α, multiply(one(u, α), one(u, α))), c());
