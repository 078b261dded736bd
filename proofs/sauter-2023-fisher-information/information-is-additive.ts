/** (A.1.2) for n independent observations with factors f_1, ..., f_n that may differ, by induction over n. */
import { by, equation, induction, next, start, statement, term, theoremOf } from 'fisher-rao';
import { informationOfAPair } from './information-of-a-pair.ts';
import { jointProbabilityIsNormalised } from './joint-probability-is-normalised.ts';
import { f, family, i, information, j, joint, n, observation, p, q, regularEach, sample, score, α } from './setting.ts';

const { add, derivative, log, multiply, sum, sumUpTo } = term;

const ofTheSample = (length: typeof n | number) => information(sample(length), joint(length, sample(length)));
const ofObservation = (number: typeof n) => information(observation(number), f(number, observation(number)));

/** The first n observations, the one with number n + 1, and the probability of both. */
const v = sample(n);
const last = observation(next(n));
const both = multiply(joint(n, v), f(next(n), last));

export const informationIsAdditive = statement({
  label: 'A.1.2',
  title: 'Fisher information is additive over independent observations',
  given: regularEach,
  claim: equation(ofTheSample(n), sumUpTo(α, n, ofObservation(α))),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(ofTheSample(0))
        .equals(multiply(derivative(i, log(1)), derivative(j, log(1))), by.sumOverPairs, by.definition(joint))
        .equals(0, by.logarithmicDerivative, by.differentiation)
        .equals(sumUpTo(α, 0, ofObservation(α)), by.lastTerm),
      start(ofTheSample(next(n)))
        .equals(
          sum(v, sum(last, multiply(both, multiply(score(i, both), score(j, both))))),
          by.sumOverPairs,
          by.definition(joint),
        )
        .equals(
          add(ofTheSample(n), ofObservation(next(n))),
          by.theorem(theoremOf(informationOfAPair), {
            spaces: { X: family.first(n), Y: family(next(n)) },
            functions: [
              [p, (sampled) => joint(n, sampled)],
              [q, (observed) => f(next(n), observed)],
            ],
            discharging: [theoremOf(jointProbabilityIsNormalised)],
          }),
        )
        .equals(add(sumUpTo(α, n, ofObservation(α)), ofObservation(next(n))), by.inductionHypothesis)
        .equals(sumUpTo(α, next(n), ofObservation(α)), by.lastTerm),
    ),
});
