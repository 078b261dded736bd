import { experiment } from 'fisher-rao';
import { drawCase, outcomes, outputsOf, range, total } from './setting.ts';

export const covarianceByOutcomes = experiment({
  label: 'V-Rem4.1',
  title: 'K_abcd - I_ab I_cd is the covariance of the products (t - eta)_a (t - eta)_b and (t - eta)_c (t - eta)_d',
  claim: 'Cov of the products over outcomes = K_abcd - I_ab I_cd',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { h, eta, I, K } = outputsOf(given);
    const list = outcomes(given.family, h);
    const mean = (f: (z: readonly number[]) => number): number =>
      total(list.map(({ t, weight }) => weight * f(t.map((value, a) => value - eta[a]))));
    const pairs = range(4).map((k) => [k & 1, k >> 1]);
    return {
      left: pairs.flatMap(([a, b]) =>
        pairs.map(
          ([c, d]) => mean((z) => z[a] * z[b] * z[c] * z[d]) - mean((z) => z[a] * z[b]) * mean((z) => z[c] * z[d]),
        ),
      ),
      right: pairs.flatMap(([a, b]) => pairs.map(([c, d]) => K(a, b, c, d) - I[a][b] * I[c][d])),
    };
  },
});
