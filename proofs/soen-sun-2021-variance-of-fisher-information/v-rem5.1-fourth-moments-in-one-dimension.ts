import { calculation } from 'fisher-rao';

export const fourthMomentsInOneDimension = calculation({
  label: 'V-Rem5.1',
  title: "in one dimension K = F'''' + 3 F''^2",
  symbols: { h: 'real', s: 'real' },
  functions: ['F'],
  definitions: { M: 'exp(F(h + s) - F(h) - s*D(F(h), h))', F2: 'D(D(F(h), h), h)' },
  claim: 'at(D(D(D(D(M, s), s), s), s), s, 0) = D(D(F2, h), h) + 3*F2^2',
  expected: 'proved',
});
