import { calculation, normal } from 'fisher-rao';
import { formula } from './normal-family.ts';

export const normalDensityAgain = calculation({
  label: 'T-2.2.2',
  title: 'the normal density once more',
  family: normal(),
  claim: `E(logdensity) = E(${formula})`,
  expected: 'proved',
});
