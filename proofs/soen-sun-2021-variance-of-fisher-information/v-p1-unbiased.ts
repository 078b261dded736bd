import { experiment } from 'fisher-rao';
import { pulled } from './estimators.ts';
import { drawCase, flat, likelihoodOf, oneOfEach, outcomes, outputsOf, total } from './setting.ts';

/** The mean over all samples of N outcomes of a quantity, for two N-samples by enumeration. */
export const unbiased = experiment({
  label: 'V-P1',
  title: 'Proposition 1: both estimators are unbiased: for samples of two outcomes, over all pairs',
  claim: 'E[I_1] = E[I_2] = I for N = 2',
  expected: 'supported',
  tolerance: 1e-10,
  instances: oneOfEach.filter(({ family }) => family === 'bernoulli' || family === 'categorical'),
  draw: (seed) => drawCase(4 * seed + (seed % 2)),
  cases: 4,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, ...likelihood(outcome) }));
    const overPairs = (f: (k: number) => number): number =>
      total(list.flatMap((a, k) => list.map((b, l) => a.weight * b.weight * ((f(k) + f(l)) / 2))));
    const exact = flat(dimension, (i, j) => pulled(J, I, i, j));
    return {
      left: [
        ...flat(dimension, (i, j) => overPairs((k) => list[k].score[i] * list[k].score[j])),
        ...flat(dimension, (i, j) => overPairs((k) => -list[k].hessian[i][j])),
      ],
      right: [...exact, ...exact],
    };
  },
});
