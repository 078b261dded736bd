import { calculation } from 'fisher-rao';
import { outputs } from './gradient-flow.ts';

export const featureMap = calculation({
  ...outputs,
  label: 'T-3.2.4',
  title: 'the feature map of the tangent kernel is the gradient: to first order a step d changes f by gradient.d',
  symbols: { ...outputs.symbols, c: 'real', d: 'real', e: 'real' },
  claim: 'at(D(f(a + e*c, b + e*d), e), e, 0) = c*D(f(a, b), a) + d*D(f(a, b), b)',
  expected: 'proved',
});
