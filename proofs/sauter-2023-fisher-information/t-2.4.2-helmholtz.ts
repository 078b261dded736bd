import { calculation } from 'fisher-rao';

const twoLevels = {
  symbols: { beta: 'positive' },
  definitions: { Z: '1 + exp(-beta)', A: '-log(Z)/beta' },
} as const;

export const helmholtz = calculation({
  ...twoLevels,
  label: 'T-2.4.2',
  title: "with A = -log(Z)/beta the metric is -(beta A)''; two levels 0 and 1: exp(-beta)/(1 + exp(-beta))^2",
  claim: '-D(D(beta*A, beta), beta) = exp(-beta)/(1 + exp(-beta))^2 = D(D(log(Z), beta), beta)',
  expected: 'proved',
});

export const helmholtzWithBetaAsCoordinate = calculation({
  ...twoLevels,
  label: 'T-2.4.2/beta-as-coordinate',
  title: "and not -beta A'', where beta itself is the coordinate",
  claim: '-beta*D(D(A, beta), beta) = D(D(log(Z), beta), beta)',
  expected: 'refuted',
});
