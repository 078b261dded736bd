import { by, equation, start, statement } from 'fisher-rao';
import { regularX } from './setting.ts';
import { inner, innerByComponents } from './tangent-space.ts';

export const innerProductInComponents = statement({
  label: 'T-2.2.13',
  title: 'in components the inner product is sum_ij A_i B_j g_ij',
  given: regularX,
  claim: equation(inner, innerByComponents),
  expected: 'proved',
  proof: () => start(inner).equals(innerByComponents, by.rearrangement),
});
