/** The probabilities of n independent observations, one in each space X_1, ..., X_n, sum to one. */
import { by, equation, induction, type Natural, next, start, statement, type Term, term } from 'fisher-rao';
import { f, joint, n, observation, regularEach, sample } from './setting.ts';

const { multiply, sum } = term;

const total = (length: Natural | number): Term => sum(sample(length), joint(length, sample(length)));

/** The first n observations, and the one with number n + 1. */
const v = sample(n);
const last = observation(next(n));

export const jointProbabilityIsNormalised = statement({
  label: 'A.1.1/normalisation',
  title: 'the joint probability of n independent observations is normalised',
  given: regularEach,
  claim: equation(total(n), 1),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(total(0)).equals(1, by.sumOverPairs, by.definition(joint)),
      start(total(next(n)))
        .equals(sum(v, sum(last, multiply(joint(n, v), f(next(n), last)))), by.sumOverPairs, by.definition(joint))
        .equals(multiply(total(n), sum(last, f(next(n), last))), by.linearity)
        .equals(total(n), by.normalisation(f))
        .equals(1, by.inductionHypothesis),
    ),
});
