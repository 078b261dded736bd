import { experiment } from 'fisher-rao';
import { bound } from './bounds.ts';

export const lemmaNine = bound(
  'V-L9',
  'Lemma 9, the square outside the sum: a bound of the moments',
  '|K - I I| <= (sum_a sqrt(K_aaaa) + I_aa)^2',
  (n) => [n.moment, n.diagonal ** 2],
);

export const lemmaNineInformation = bound(
  'V-L9/information',
  'and of the information of the outputs',
  '|I(h)| <= sum_a I_aa',
  (n) => [n.information, n.trace],
);

export const lemmaNineInside = experiment({
  label: 'V-L9/square-inside',
  title: 'with the square inside the sum it fails: ten fully correlated normal outputs',
  claim: '|K - I I| <= sqrt(2) sum_a (sqrt(K_aaaa) + I_aa)^2',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ outputs: 10 }],
  // All outputs equal one standard normal variable: K = 3, I = 1 for all indices.
  evaluate: ({ outputs }) => ({
    left: (3 - 1) * outputs ** 2,
    right: Math.SQRT2 * outputs * (Math.sqrt(3) + 1) ** 2,
  }),
});
