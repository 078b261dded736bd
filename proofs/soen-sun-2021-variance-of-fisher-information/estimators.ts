/** Sections 2 and 3: score, Hessian, the two estimators and their covariances. */

import { experiment } from 'fisher-rao';
import { drawCase, flat, likelihoodOf, noise, type Outcome, outcomes, outputsOf, range, total } from './setting.ts';

/** One outcome chosen by a seed, by its statistics alone. */
const some = (list: readonly Outcome[], seed: number): Outcome =>
  list[Math.floor((Math.abs(noise(seed, 3)) * list.length) % list.length)];

/** Two outputs h, k of two parameters, F of the outputs, statistics t and u. */
export const twoOutputs = {
  symbols: { a: 'real', b: 'real', x: 'real', y: 'real', t: 'real', u: 'real' },
  functions: ['h', 'k', 'F'],
  definitions: {
    l: 't*h(a, b) + u*k(a, b) - F(h(a, b), k(a, b))',
    Fx: 'at(at(D(F(x, y), x), x, h(a, b)), y, k(a, b))',
    Fy: 'at(at(D(F(x, y), y), x, h(a, b)), y, k(a, b))',
    Fxx: 'at(at(D(D(F(x, y), x), x), x, h(a, b)), y, k(a, b))',
    Fxy: 'at(at(D(D(F(x, y), x), y), x, h(a, b)), y, k(a, b))',
    Fyy: 'at(at(D(D(F(x, y), y), y), x, h(a, b)), y, k(a, b))',
    metric12:
      'D(h(a, b), a)*Fxx*D(h(a, b), b) + (D(h(a, b), a)*D(k(a, b), b) + D(k(a, b), a)*D(h(a, b), b))*Fxy + D(k(a, b), a)*Fyy*D(k(a, b), b)',
  },
} as const;

/** The entry (i, j) of J^T I J. */
export function pulled(
  J: readonly (readonly number[])[],
  I: readonly (readonly number[])[],
  i: number,
  j: number,
): number {
  return total(range(I.length).flatMap((a) => range(I.length).map((b) => J[a][i] * I[a][b] * J[b][j])));
}

/** Mean squared score against minus the mean Hessian, over outcomes. */
export const hessianForm = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'E[s s^T] = -E[d^2 l], over outcomes',
    expected: 'supported',
    tolerance: 1e-10,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, ...likelihood(outcome) }));
      return {
        left: flat(dimension, (i, j) => total(list.map(({ weight, score }) => weight * score[i] * score[j]))),
        right: flat(dimension, (i, j) => -total(list.map(({ weight, hessian }) => weight * hessian[i][j]))),
      };
    },
  });

/** One of the two estimators from three samples: its definition against its formula. */
export const estimator = (label: string, title: string, which: 1 | 2) =>
  experiment({
    label,
    title,
    claim: which === 1 ? 'I_1 = J^T [mean of (t - eta)(t - eta)^T] J' : 'I_2 = (eta - mean t) d^2 h + J^T I J',
    expected: 'supported',
    tolerance: 1e-11,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, J, H, I, eta, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const drawn = [1, 2, 3].map((seed) => some(outcomes(given.family, h), seed));
      const each = drawn.map((outcome) => ({ t: outcome.t, ...likelihood(outcome) }));
      const average = (f: (one: (typeof each)[number]) => number): number => total(each.map(f)) / each.length;
      const direct = flat(dimension, (i, j) =>
        average(({ score: s, hessian: second }) => (which === 1 ? s[i] * s[j] : -second[i][j])),
      );
      const moment = range(2).map((a) => range(2).map((b) => average(({ t }) => (t[a] - eta[a]) * (t[b] - eta[b]))));
      const deviation = range(2).map((a) => eta[a] - average(({ t }) => t[a]));
      const formula = flat(dimension, (i, j) =>
        which === 1
          ? pulled(J, moment, i, j)
          : total(range(2).map((a) => deviation[a] * H[a][i][j])) + pulled(J, I, i, j),
      );
      return { left: direct, right: formula };
    },
  });

/** Covariance tensors at some of the index quadruples: all of them would be 83,521. */
export const quadruples = (dimension: number): number[][] =>
  range(60).map((k) => range(4).map((place) => Math.floor(Math.abs(noise(k, place)) * dimension) % dimension));

/** The difference of a quantity at a label to one of the estimators, against its formula. */
export const difference = (label: string, title: string, which: 1 | 2) =>
  experiment({
    label,
    title,
    claim:
      which === 1
        ? 's s^T at a label - I_1 = J^T [(t - eta)(t - eta)^T at the label - mean] J'
        : '-d^2 l at a label - I_2 = (mean t - t at the label) d^2 h',
    expected: 'supported',
    tolerance: 1e-11,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, J, H, eta, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const list = outcomes(given.family, h);
      const [label_, ...drawn] = [4, 5, 6, 7]
        .map((seed) => some(list, seed))
        .map((o) => ({ t: o.t, ...likelihood(o) }));
      const average = (f: (one: typeof label_) => number): number => total(drawn.map(f)) / drawn.length;
      const quantity = (one: typeof label_, i: number, j: number): number =>
        which === 1 ? one.score[i] * one.score[j] : -one.hessian[i][j];
      const centred = range(2).map((a) =>
        range(2).map(
          (b) =>
            (label_.t[a] - eta[a]) * (label_.t[b] - eta[b]) - average(({ t }) => (t[a] - eta[a]) * (t[b] - eta[b])),
        ),
      );
      return {
        left: flat(dimension, (i, j) => quantity(label_, i, j) - average((one) => quantity(one, i, j))),
        right: flat(dimension, (i, j) =>
          which === 1
            ? pulled(J, centred, i, j)
            : total(range(2).map((a) => (average(({ t }) => t[a]) - label_.t[a]) * H[a][i][j])),
        ),
      };
    },
  });
