import { assume, bernoulli, by, calculation, equation, start, statement, term } from 'fisher-rao';
import { p, x } from './setting.ts';
import { between, r } from './two-laws.ts';

const { divide, log, multiply, subtract, sum } = term;

const mean = sum(x, multiply(r(x), subtract(log(r(x)), log(p(x)))));
const meanLogRatio = sum(x, multiply(r(x), log(divide(r(x), p(x)))));

export const divergence = statement({
  label: 'A-A.4',
  title: 'the divergence is the mean of the log-ratio, and of the difference of the log-densities',
  given: [assume.positive(p), assume.positive(r), between],
  claim: equation(meanLogRatio, mean),
  expected: 'proved',
  proof: () => start(meanLogRatio).equals(mean, by.logarithmOfProduct),
});

export const divergenceOfCoins = calculation({
  label: 'A-A.4/coins',
  title: 'for coins',
  family: bernoulli(),
  symbols: { s: 'real' },
  claim: 'E(logdensity - x*log(s) - (1 - x)*log(1 - s)) = theta*log(theta/s) + (1 - theta)*log((1 - theta)/(1 - s))',
  expected: 'proved',
});
