import { bernoulli, calculation } from 'fisher-rao';

export const divergence = calculation({
  label: 'A-A.4',
  title: 'the divergence is the mean of the log-ratio; for coins',
  family: bernoulli(),
  symbols: { s: 'real' },
  claim: 'E(logdensity - x*log(s) - (1 - x)*log(1 - s)) = theta*log(theta/s) + (1 - theta)*log((1 - theta)/(1 - s))',
  expected: 'proved',
});
