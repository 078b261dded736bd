import { calculation, poisson } from 'fisher-rao';

export const poissonGrowth = calculation({
  label: 'V-B3',
  title: 'for Poisson outputs I grows linearly and K - I^2 quadratically in lambda',
  family: poisson(),
  definitions: { I: 'E((x - lambda)^2)', excess: 'E((x - lambda)^4) - I^2' },
  claim: 'D(D(I, lambda), lambda) = 0 = D(D(excess, lambda), lambda) - 4',
  expected: 'proved',
});
