import { experiment } from 'fisher-rao';
import { quadruples } from './estimators.ts';
import { drawCase, likelihoodOf, outcomes, outputsOf, range, total } from './setting.ts';

export const theoremSix = experiment({
  label: 'V-T6',
  title: 'Theorem 6: the covariance of the second estimator is d^2 h d^2 h I/N',
  claim: 'Cov(d_ij l, d_kl l) = H_aij H_bkl I_ab',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, H, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({
      weight: outcome.weight,
      L: likelihood(outcome).hessian,
    }));
    const mean = (f: (L: readonly (readonly number[])[]) => number): number =>
      total(list.map(({ weight, L }) => weight * f(L)));
    return {
      left: quadruples(dimension).map(
        ([i, j, k, l]) => mean((L) => L[i][j] * L[k][l]) - mean((L) => L[i][j]) * mean((L) => L[k][l]),
      ),
      right: quadruples(dimension).map(([i, j, k, l]) =>
        total(range(4).map((m) => H[m & 1][i][j] * H[m >> 1][k][l] * I[m & 1][m >> 1])),
      ),
    };
  },
});
