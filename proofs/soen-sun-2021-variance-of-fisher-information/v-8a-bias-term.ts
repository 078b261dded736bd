import { calculation, experiment } from 'fisher-rao';
import { twoOutputs } from './estimators.ts';
import { flat, oneOfEach, outcomes, outputsOf, range, total } from './setting.ts';

export const biasTerm = experiment({
  label: 'V-8a',
  title: 'the first term of the second estimator is a bias (as printed): its mean is not zero',
  claim: '|E[(eta - t) d^2 h]| >= 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: oneOfEach,
  evaluate: (given) => {
    const { dimension, H, eta, h } = outputsOf(given);
    const list = outcomes(given.family, h);
    const mean = range(2).map((a) => total(list.map(({ t, weight }) => weight * (eta[a] - t[a]))));
    const entries = flat(dimension, (i, j) => total(range(2).map((a) => mean[a] * H[a][i][j])));
    return { left: 1e-3, right: Math.max(...entries.map(Math.abs)) };
  },
});

export const noiseTerm = calculation({
  ...twoOutputs,
  label: 'V-8a/repaired',
  title: 'it has mean zero: linear in t, and zero where t has its mean value',
  definitions: { ...twoOutputs.definitions, term: '(Fx - t)*D(D(h(a, b), a), b) + (Fy - u)*D(D(k(a, b), a), b)' },
  claim: 'at(at(term, t, Fx), u, Fy) = 0 = D(D(term, t), t) + D(D(term, t), u) + D(D(term, u), u)',
  expected: 'proved',
});
