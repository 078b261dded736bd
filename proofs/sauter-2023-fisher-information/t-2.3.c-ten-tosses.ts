import { algebra, bernoulli, binomial, calculation, observations } from 'fisher-rao';

export const tenTosses = calculation({
  label: 'T-2.3.C',
  title: 'ten tosses: the number of heads carries 10/(theta (1 - theta))',
  family: binomial(algebra.rational(10)),
  claim: 'metric(theta, theta) = E(D(logdensity, theta)^2) = 10/(theta*(1 - theta))',
  expected: 'proved',
});

export const tenTossesAsARecord = calculation({
  label: 'T-2.3.C/record',
  title: 'and so does the record of all ten',
  family: observations(bernoulli(), algebra.rational(10)),
  claim: 'metric(theta, theta) = 10/(theta*(1 - theta))',
  expected: 'proved',
});
