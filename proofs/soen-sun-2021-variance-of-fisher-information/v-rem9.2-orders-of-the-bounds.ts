import { calculation, poisson } from 'fisher-rao';

export const orders = calculation({
  label: 'V-Rem9.2',
  title:
    '|I(h)| is of the order of n, the number of outputs (as printed): Poisson outputs with means 1, 2, ..., n, at n = 400 with ten times the factor of n = 1',
  family: poisson(),
  definitions: { I: 'E((x - lambda)^2)' },
  claim: 'sqrt(sum(at(I, lambda, k)^2, k, 1, 400)) <= 10*400*at(I, lambda, 1)',
  expected: 'refuted',
});

export const ordersOfBoundedMoments = calculation({
  label: 'V-Rem9.2/repaired',
  title: 'they are where each I_aa is at most M; three outputs with I_aa = M u, M v, M w',
  symbols: { M: 'positive', u: 'unit', v: 'unit', w: 'unit' },
  claim: 'M*u + M*v + M*w <= 3*M',
  difference: 'M*(1 - u) + M*(1 - v) + M*(1 - w)',
  expected: 'proved',
});
