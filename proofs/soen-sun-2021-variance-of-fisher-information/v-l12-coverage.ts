import { experiment } from 'fisher-rao';
import { type Case, drawCase, flat, likelihoodOf, norm, outcomes, outputsOf, range, total } from './setting.ts';

export const lemmaTwelve = experiment({
  label: 'V-L12',
  title:
    'Lemma 12: with probability 1 - epsilon an estimator is within sqrt(sum Var/(epsilon N)); all samples of three outcomes',
  claim: '1 - epsilon <= Pr(|I_k - I| <= sqrt(sum_ij Var/(epsilon N))) for k = 1, 2',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(4 * seed + (seed % 2)), epsilon: 0.1 + (seed % 4) / 10 }),
  cases: 8,
  evaluate: ({ given, epsilon }) => {
    const { dimension, J, I, h } = outputsOf(given as Case);
    const likelihood = likelihoodOf(given as Case);
    const list = outcomes((given as Case).family, h).map((outcome) => ({
      weight: outcome.weight,
      ...likelihood(outcome),
    }));
    const exact = flat(dimension, (i, j) => total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j])));
    const coverage = [1, 2].map((which) => {
      const values = list.map(({ score, hessian }) =>
        flat(dimension, (i, j) => (which === 1 ? score[i] * score[j] : -hessian[i][j])),
      );
      const variance = total(
        list.map(({ weight }, k) => weight * total(values[k].map((value, e) => (value - exact[e]) ** 2))),
      );
      const radius = Math.sqrt(variance / (epsilon * 3));
      let probability = 0;
      for (const [a, first] of list.entries()) {
        for (const [b, second] of list.entries()) {
          for (const [c, third] of list.entries()) {
            const error = norm(exact.map((value, e) => (values[a][e] + values[b][e] + values[c][e]) / 3 - value));
            if (error <= radius) probability += first.weight * second.weight * third.weight;
          }
        }
      }
      return probability;
    });
    return { left: [1 - epsilon, 1 - epsilon], right: coverage };
  },
});
