import { calculation, experiment } from 'fisher-rao';
import { quadruples } from './estimators.ts';
import { drawCase, likelihoodOf, outcomes, outputsOf, range, total } from './setting.ts';

export const theoremFour = experiment({
  label: 'V-T4',
  title: 'Theorem 4: the covariance of the first estimator is J J J J (K - I I)/N',
  claim: 'Cov(s_i s_j, s_k s_l) = J_ai J_bj J_ck J_dl (K_abcd - I_ab I_cd)',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, K, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: likelihood(outcome).score }));
    const mean = (f: (s: readonly number[]) => number): number => total(list.map(({ weight, s }) => weight * f(s)));
    const outputs = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);
    return {
      left: quadruples(dimension).map(
        ([i, j, k, l]) => mean((s) => s[i] * s[j] * s[k] * s[l]) - mean((s) => s[i] * s[j]) * mean((s) => s[k] * s[l]),
      ),
      right: quadruples(dimension).map(([i, j, k, l]) =>
        total(
          outputs.map(([a, b, c, d]) => J[a][i] * J[b][j] * J[c][k] * J[d][l] * (K(a, b, c, d) - I[a][b] * I[c][d])),
        ),
      ),
    };
  },
});

export const theoremFourSymbolically = calculation({
  label: 'V-T4/one-output',
  title:
    'for one output and any F: s_i = j_i (t - eta), so the covariance is j_i j_j j_k j_l (K - I^2) with K, I of one dimension',
  symbols: { i: 'real', j: 'real', k: 'real', l: 'real', K: 'positive', I: 'positive' },
  // E[(t - eta)^4] = K, E[(t - eta)^2] = I.
  claim: 'i*j*k*l*K - (i*j*I)*(k*l*I) = i*j*k*l*(K - I^2)',
  expected: 'proved',
});
