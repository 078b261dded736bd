import { calculation, experiment } from 'fisher-rao';

const sigmoid = (h: number): number => 1 / (1 + Math.exp(-h));

/** The information of logistic regression at weight w, the inputs being 1 and 2. */
const information = (w: number): number =>
  [1, 2].reduce((sum, x) => sum + (sigmoid(w * x) * (1 - sigmoid(w * x)) * x ** 2) / 2, 0);

export const earlyTraining = experiment({
  label: 'A-T.1',
  title: 'early in training, where predictions are random, F is low (as printed): logistic regression at w = 0',
  claim: 'F(0) <= F(w)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ w: 1 }],
  evaluate: ({ w }) => ({ left: information(0), right: information(w) }),
});

export const randomPrediction = calculation({
  label: 'A-T.1/repaired',
  title: 'for logistic regression it is at its maximum there: p (1 - p) x^2 <= x^2/4',
  symbols: { p: 'real', x: 'real' },
  claim: 'p*(1 - p)*x^2 <= x^2/4',
  difference: '(p - 1/2)^2*x^2',
  expected: 'proved',
});
