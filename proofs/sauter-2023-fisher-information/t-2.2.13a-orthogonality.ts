import { by, calculation, equation, normal, start, statement, theoremOf } from 'fisher-rao';
import { regularX } from './setting.ts';
import { innerProductInComponents } from './t-2.2.13-inner-product-in-components.ts';
import { A, B, type k, squaredLengthByComponents, squaredNorm } from './tangent-space.ts';

export const squaredLengthInComponents = statement({
  label: 'T-2.2.13a',
  title: 'the squared length of a tangent vector is sum_ij A_i A_j g_ij',
  given: regularX,
  claim: equation(squaredNorm, squaredLengthByComponents),
  expected: 'proved',
  proof: () =>
    start(squaredNorm).equals(
      squaredLengthByComponents,
      by.theorem(theoremOf(innerProductInComponents), { functions: [[B, (place: typeof k) => A(place)]] }),
    ),
});

export const orthogonality = calculation({
  label: 'T-2.2.13a/orthogonal',
  title: 'mean and width of the normal family are orthogonal',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma)) = 0',
  expected: 'proved',
});
