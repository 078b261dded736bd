import { calculation } from 'fisher-rao';

export const oneInput = calculation({
  label: 'V-M1',
  title:
    'results for one input generalise by averaging (as printed): the variance of the second estimator, y ~ N(t x, 1)',
  symbols: { p: 'unit' },
  // The input is 1 with probability p and 3 otherwise; for each input the second estimator is x^2, without variance.
  definitions: { mean: 'p + 9*(1 - p)', variance: 'p*(1 - mean)^2 + (1 - p)*(9 - mean)^2' },
  claim: 'variance = 0',
  expected: 'refuted',
});

export const varianceOverInputs = calculation({
  label: 'V-M1/repaired',
  title: 'with random inputs the variance of the conditional mean is added: 64 p (1 - p), 16 at p = 1/2',
  symbols: { p: 'unit' },
  definitions: { mean: 'p + 9*(1 - p)', variance: 'p*(1 - mean)^2 + (1 - p)*(9 - mean)^2' },
  claim: 'variance - 64*p*(1 - p) = 0 = at(variance, p, 1/2) - 16',
  expected: 'proved',
});
