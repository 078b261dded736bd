import { calculation, normal } from 'fisher-rao';
import { formula } from './normal-family.ts';

export const normalDensity = calculation({
  label: 'T-2.1.4',
  title:
    'the normal density (2 pi sigma^2)^(-1/2) exp(-(x - mu)^2/(2 sigma^2)) is normalised: its log is that of the family',
  family: normal(),
  claim: `E(logdensity - (${formula})) = 0 = E(1) - 1`,
  expected: 'proved',
});
