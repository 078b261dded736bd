import { by, equation, start, statement, theoremOf } from 'fisher-rao';
import { innerProductInComponents } from '../sauter-2023-fisher-information/t-2.2.13-inner-product-in-components.ts';
import { inner, innerByComponents } from '../sauter-2023-fisher-information/tangent-space.ts';
import { regularX } from './setting.ts';

export const matrixForm = statement({
  label: 'N-7',
  title:
    'in matrix form, F = E[s s^T]: A F B is the mean of (A.s)(B.s) for any vectors A and B, in any number of parameters',
  given: regularX,
  claim: equation(innerByComponents, inner),
  expected: 'proved',
  proof: () => start(innerByComponents).equals(inner, by.theorem(theoremOf(innerProductInComponents))),
});
