import { calculation, experiment } from 'fisher-rao';
import { pulled } from './estimators.ts';
import { drawCase, flat, likelihoodOf, outputsOf } from './setting.ts';

export const trainedNetworks = experiment({
  label: 'V-D3',
  title:
    'for a trained network the first estimator corresponds to the squared gradient (as printed): a perfect fit, normal outputs',
  claim: 'E[I_1] = s s^T at the label, where the label is the output',
  expected: 'refuted',
  instances: [drawCase(2)],
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const { score: s } = likelihoodOf(given)({ t: h, weight: 1 });
    return { left: flat(dimension, (i, j) => pulled(J, I, i, j)), right: flat(dimension, (i, j) => s[i] * s[j]) };
  },
});

export const nearlyDeterministicOutputs = calculation({
  label: 'V-D3/repaired',
  title:
    'it does for nearly deterministic outputs: for a coin the mean of the first estimator, j^2 p (1 - p), vanishes at p = 1 with the gradient',
  symbols: { p: 'unit', j: 'real' },
  claim: 'at(j^2*p*(1 - p), p, 1) = 0 = at((j*(1 - p))^2, p, 1)',
  expected: 'proved',
});
