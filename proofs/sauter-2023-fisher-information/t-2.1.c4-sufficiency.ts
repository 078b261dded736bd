import { algebra, binomial, calculation } from 'fisher-rao';

export const sufficiency = calculation({
  label: 'T-2.1.C4',
  title: 'the number of heads carries the information of the record, n/(theta (1 - theta)): n times that of one toss',
  family: binomial(algebra.rational(10)),
  claim:
    'metric(theta, theta) = 10/(theta*(1 - theta)) = E(D(logdensity, theta)^2) = -E(D(D(logdensity, theta), theta))',
  expected: 'proved',
});

export const dataProcessing = calculation({
  label: 'T-2.1.C4/data-processing',
  title: 'a statistic that is not sufficient carries less: the largest of three tosses',
  // It is 0 with probability (1 - t)^3.
  symbols: { t: 'unit' },
  definitions: { q: '(1 - t)^3', information: 'D(q, t)^2/(q*(1 - q))' },
  claim: 'information <= 3/(t*(1 - t))',
  difference: '3*(1 + 2*(1 - t))/((1 - t)*(3*(1 - t) + t^2))',
  expected: 'proved',
});
