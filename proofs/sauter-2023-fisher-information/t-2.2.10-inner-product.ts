import { calculation } from 'fisher-rao';
import { firstVector, secondVector, twoVectors } from './tangent-space.ts';

export const innerProduct = calculation({
  ...twoVectors,
  label: 'T-2.2.10',
  title: 'the mean of the product of two representations is bilinear and symmetric',
  claim: `E(${firstVector}*${secondVector}) = E(${secondVector}*${firstVector}) = a*E(D(logdensity, mu)*${secondVector}) + b*E(D(logdensity, sigma)*${secondVector})`,
  expected: 'proved',
});
