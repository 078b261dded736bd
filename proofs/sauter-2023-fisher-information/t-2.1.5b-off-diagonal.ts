import { calculation, experiment } from 'fisher-rao';

export const offDiagonal = experiment({
  label: 'T-2.1.5b',
  title: 'off-diagonal entries measure the similarity of parameters (as printed): the same for equally similar ones',
  claim: 'I_12 = I_12 in the model N(a + b, s^2) for every s',
  expected: 'refuted',
  instances: [{ s: 1, t: 2 }],
  // The scores of a and b are equal, (x - a - b)/s^2, whatever s is.
  evaluate: ({ s, t }) => ({ left: 1 / s ** 2, right: 1 / t ** 2 }),
});

export const similarity = calculation({
  label: 'T-2.1.5b/repaired',
  title:
    'the similarity is I_12/sqrt(I_11 I_22), between -1 and 1 (Cauchy-Schwarz); in N(a + b, s^2) it is 1 for every s',
  symbols: { p: 'unit', a: 'real', b: 'real', s: 'real', t: 'real' },
  claim: '(p*a*s + (1 - p)*b*t)^2 <= (p*a^2 + (1 - p)*b^2)*(p*s^2 + (1 - p)*t^2)',
  difference: 'p*(1 - p)*(a*t - b*s)^2',
  expected: 'proved',
});
