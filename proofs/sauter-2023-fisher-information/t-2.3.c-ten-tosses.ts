import { bernoulli, calculation } from 'fisher-rao';

export const tenTosses = calculation({
  label: 'T-2.3.C',
  title: 'ten tosses: both observables carry 10/(theta (1 - theta))',
  family: bernoulli(),
  claim: '10*metric(theta, theta) = 10/(theta*(1 - theta))',
  expected: 'proved',
});
