/** Theorems 7, 8, 10, 11 and lemmas 9, 12: norms of the covariances, definiteness and coverage. */

import { experiment } from 'fisher-rao';
import { type Case, drawCase, eigenvalues, flat, norm, outputsOf, range, total } from './setting.ts';

const quadruples = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);

/** Frobenius norms from the outputs alone: of K - I I, of I, of J, of the Hessians, and of the two covariances. */
function normsOf(
  given: Case,
): Record<'moment' | 'information' | 'jacobian' | 'hessian' | 'first' | 'second' | 'diagonal' | 'trace', number> {
  const { dimension, J, H, I, K } = outputsOf(given);
  const C = ([a, b, c, d]: readonly number[]): number => K(a, b, c, d) - I[a][b] * I[c][d];
  const G = (a: number, b: number): number => total(range(dimension).map((i) => J[a][i] * J[b][i]));
  const P = (a: number, b: number): number => total(flat(dimension, (i, j) => H[a][i][j] * H[b][i][j]));
  const first = total(
    quadruples.flatMap((p) =>
      quadruples.map((q) => C(p) * C(q) * p.reduce((product, a, place) => product * G(a, q[place]), 1)),
    ),
  );
  const second = total(quadruples.map(([a, b, c, d]) => I[a][b] * I[c][d] * P(a, c) * P(b, d)));
  return {
    moment: norm(quadruples.map(C)),
    information: norm(flat(2, (a, b) => I[a][b])),
    jacobian: norm(J.flat()),
    hessian: norm(H.flat(2)),
    first: Math.sqrt(first),
    second: Math.sqrt(second),
    diagonal: total(range(2).map((a) => Math.sqrt(K(a, a, a, a)) + I[a][a])),
    trace: total(range(2).map((a) => I[a][a])),
  };
}

/** A bound between norms of a network, by name, on random networks. */
export const bound = (
  label: string,
  title: string,
  claim: string,
  sides: (n: ReturnType<typeof normsOf>) => readonly [number, number],
) =>
  experiment({
    label,
    title,
    claim,
    expected: 'supported',
    relation: 'atMost',
    tolerance: 1e-10,
    draw: (seed) => drawCase(seed),
    cases: 24,
    evaluate: (given) => {
      const [left, right] = sides(normsOf(given));
      return { left, right };
    },
  });

/** The smallest eigenvalue of the second estimator at a deviation eta - mean t. */
export const secondEstimator = (given: Case, deviation: readonly number[]): number[] => {
  const { dimension, J, H, I } = outputsOf(given);
  const matrix = range(dimension).map((i) =>
    range(dimension).map(
      (j) =>
        total(deviation.map((delta, a) => delta * H[a][i][j])) +
        total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j])),
    ),
  );
  return eigenvalues(matrix);
};
