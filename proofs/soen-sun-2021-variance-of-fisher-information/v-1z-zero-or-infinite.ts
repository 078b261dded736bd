import { calculation } from 'fisher-rao';

export const zeroOrInfinite = calculation({
  label: 'V-1z',
  title:
    'the information may vanish or diverge: for N(t^3, 1) it is 9 t^4, for a coin p 1/(p (1 - p)) = 1/p + 1/(1 - p)',
  symbols: { t: 'real', p: 'unit' },
  claim: 'D(t^3, t)^2 - 9*t^4 = 0 = 1/(p*(1 - p)) - 1/p - 1/(1 - p)',
  expected: 'proved',
});
