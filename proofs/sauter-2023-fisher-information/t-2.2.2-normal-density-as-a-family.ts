import { calculation, normal } from 'fisher-rao';
import { formula } from './normal-family.ts';

export const normalDensityAgain = calculation({
  label: 'T-2.2.2',
  title: 'the normal density once more: its logarithm differs from that of the family by 0 in mean square',
  family: normal(),
  claim: `E((logdensity - (${formula}))^2) = 0`,
  expected: 'proved',
});
