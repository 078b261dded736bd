import { calculation } from 'fisher-rao';

export const deterministicLimit = calculation({
  label: 'V-Rem6.1',
  title:
    'as t becomes deterministic the variance of the second estimator vanishes, being proportional to I: for a coin, I = p (1 - p)',
  symbols: { p: 'unit', H: 'real' },
  claim: 'at(H^2*p*(1 - p), p, 1) = 0 = at(H^2*p*(1 - p), p, 0)',
  expected: 'proved',
});
