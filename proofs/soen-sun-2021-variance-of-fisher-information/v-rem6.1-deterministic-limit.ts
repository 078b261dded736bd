import { bernoulli, calculation } from 'fisher-rao';

export const deterministicLimit = calculation({
  label: 'V-Rem6.1',
  title:
    'as t becomes deterministic the variance of the second estimator vanishes: for a coin with any J and ∂²h = H, H^2 Var(x), which is 0 at p = 0 and p = 1',
  family: bernoulli(),
  symbols: { H: 'real', J: 'real' },
  definitions: {
    hessian: '(x - theta)*H - J^2*theta*(1 - theta)',
    variance: 'E(hessian^2) - E(hessian)^2',
  },
  claim: '0 = variance - H^2*E((x - theta)^2) = at(variance, theta, 0) = at(variance, theta, 1)',
  expected: 'proved',
});
