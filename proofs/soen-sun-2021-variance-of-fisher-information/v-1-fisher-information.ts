import { experiment } from 'fisher-rao';
import { pulled } from './estimators.ts';
import { drawCase, flat, likelihoodOf, outcomes, outputsOf, total } from './setting.ts';

export const fisherInformation = experiment({
  label: 'V-1',
  title: 'the information is the mean of the squared score; over outcomes, against J^T I(h) J',
  claim: 'E[s s^T] = J^T I(h) J',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const score = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: score(outcome).score }));
    return {
      left: flat(dimension, (i, j) => total(list.map(({ weight, s }) => weight * s[i] * s[j]))),
      right: flat(dimension, (i, j) => pulled(J, I, i, j)),
    };
  },
});
