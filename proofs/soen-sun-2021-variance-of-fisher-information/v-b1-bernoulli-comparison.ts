import { bernoulli, calculation } from 'fisher-rao';

export const bernoulliComparison = calculation({
  label: 'V-B1',
  title: 'for Bernoulli outputs K - I^2 is less than I: the difference is 4 p^2 (1 - p)^2',
  family: bernoulli(),
  claim: 'E((x - theta)^4) - E((x - theta)^2)^2 <= E((x - theta)^2)',
  difference: '4*theta^2*(1 - theta)^2',
  expected: 'proved',
});
