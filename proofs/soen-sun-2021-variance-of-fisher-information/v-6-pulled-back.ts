import { experiment } from 'fisher-rao';
import { pulled } from './estimators.ts';
import { drawCase, flat, likelihoodOf, outcomes, outputsOf, range, total } from './setting.ts';

export const pulledBack = experiment({
  label: 'V-6',
  title:
    'the information is J^T I(h) J, of rank at most the number of outputs: its 3 x 3 minors vanish for two outputs',
  claim: 'E[s s^T] = J^T I(h) J, and minors of order 3 are 0',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: likelihood(outcome).score }));
    const G = range(dimension).map((i) =>
      range(dimension).map((j) => total(list.map(({ weight, s }) => weight * s[i] * s[j]))),
    );
    const minor = ([a, b, c]: readonly number[]): number =>
      G[a][a] * (G[b][b] * G[c][c] - G[b][c] ** 2) -
      G[a][b] * (G[a][b] * G[c][c] - G[b][c] * G[a][c]) +
      G[a][c] * (G[a][b] * G[b][c] - G[b][b] * G[a][c]);
    const minors = range(dimension - 2).map((k) => minor([k, k + 1, k + 2]));
    return {
      left: [...flat(dimension, (i, j) => G[i][j]), ...minors],
      right: [...flat(dimension, (i, j) => pulled(J, I, i, j)), ...minors.map(() => 0)],
    };
  },
});
