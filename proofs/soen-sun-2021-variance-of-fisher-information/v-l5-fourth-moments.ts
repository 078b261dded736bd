import { calculation, experiment } from 'fisher-rao';
import { atZero, central, fourDirections, secondDerivative } from './families.ts';
import { drawCase, outcomes, outputsOf, range, total } from './setting.ts';

export const fourthMoments = calculation({
  ...fourDirections,
  label: 'V-L5',
  title: 'Lemma 5: K_abcd = kappa_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc, for any F and any four directions',
  definitions: { M: central },
  claim: `${atZero('D(D(D(D(M, s), u), v), w)')} = D(D(D(D(F(a, b, c, d), a), b), c), d) + ${secondDerivative('a', 'b')}*${secondDerivative('c', 'd')} + ${secondDerivative('a', 'c')}*${secondDerivative('b', 'd')} + ${secondDerivative('a', 'd')}*${secondDerivative('b', 'c')}`,
  expected: 'proved',
});

export const fourthMomentsByOutcomes = experiment({
  label: 'V-L5/outcomes',
  title: 'the same against sums over outcomes, for the four families',
  claim: 'E[prod (t - eta)] = kappa_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 16,
  evaluate: (given) => {
    const { h, eta, K } = outputsOf(given);
    const list = outcomes(given.family, h);
    const indices = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);
    return {
      left: indices.map((places) =>
        total(list.map(({ t, weight }) => places.reduce((product, a) => product * (t[a] - eta[a]), weight))),
      ),
      right: indices.map(([a, b, c, d]) => K(a, b, c, d)),
    };
  },
});
