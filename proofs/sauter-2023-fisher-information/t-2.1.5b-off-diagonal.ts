import { calculation } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';

export const offDiagonal = calculation({
  ...meanOfTwo,
  symbols: { ...meanOfTwo.symbols, t: 'positive' },
  label: 'T-2.1.5b',
  title:
    'off-diagonal entries measure the similarity of parameters (as printed): in N(a + b, s^2) the two are as similar for any s',
  claim: `${pulledBack('(a + b)', 'a', 'b')} = ${pulledBack('(a + b)', 'a', 'b', 't')}`,
  expected: 'refuted',
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

const scaleFree = (mean: string): string =>
  `${pulledBack(mean, 'a', 'b')}/sqrt(${pulledBack(mean, 'a', 'a')}*${pulledBack(mean, 'b', 'b')})`;

export const similarityOfEqual = calculation({
  ...meanOfTwo,
  label: 'T-2.1.5b/values',
  title: 'I_12/sqrt(I_11 I_22) is 1 for N(a + b, s^2), -1 for N(a - b, s^2), 0 for mean and width, whatever s is',
  claim: `${scaleFree('(a + b)')} = 1 = -${scaleFree('(a - b)')} = 1 + metric(mu, sigma)/sqrt(metric(mu, mu)*metric(sigma, sigma))`,
  expected: 'proved',
});
