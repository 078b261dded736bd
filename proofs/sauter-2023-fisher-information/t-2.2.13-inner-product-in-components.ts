import { calculation } from 'fisher-rao';
import { firstVector, inComponents, secondVector, twoVectors } from './tangent-space.ts';

export const innerProductInComponents = calculation({
  ...twoVectors,
  label: 'T-2.2.13',
  title: 'in components it is sum_ij A_i B_j g_ij',
  claim: `E(${firstVector}*${secondVector}) = ${inComponents}`,
  expected: 'proved',
});
