import { calculation, experiment } from 'fisher-rao';

const sigmoid = (h: number): number => 1 / (1 + Math.exp(-h));
const gradients = (data: readonly (readonly [number, number])[], w: number): number[] =>
  data.map(([x, y]) => (sigmoid(w * x) - y) * x);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const empiricalFisher = experiment({
  label: 'A-Rem.1a',
  title: 'the covariance of the training gradients is the empirical Fisher matrix (as printed); logistic regression',
  claim: 'Cov(g) = mean of g^2',
  expected: 'refuted',
  instances: [
    { data: [[1, 1]], w: 0 },
    {
      data: [
        [1, 1],
        [2, 0],
      ],
      w: 0.5,
    },
  ],
  evaluate: ({ data, w }) => {
    const g = gradients(data as [number, number][], w);
    const second = mean(g.map((value) => value ** 2));
    return { left: second - mean(g) ** 2, right: second };
  },
});

export const empiricalFisherAndCovariance = calculation({
  label: 'A-Rem.1a/repaired',
  title: 'the empirical Fisher matrix is the covariance plus the square of the mean gradient; three data',
  symbols: { g1: 'real', g2: 'real', g3: 'real' },
  definitions: { m: '(g1 + g2 + g3)/3', covariance: '((g1 - m)^2 + (g2 - m)^2 + (g3 - m)^2)/3' },
  claim: '(g1^2 + g2^2 + g3^2)/3 = covariance + m^2',
  expected: 'proved',
});
