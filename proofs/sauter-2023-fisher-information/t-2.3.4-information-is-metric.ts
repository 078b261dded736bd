import { by, calculation, equation, start, statement, theoremOf } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';
import { regularX } from './setting.ts';
import { squaredLengthInComponents } from './t-2.2.13a-orthogonality.ts';
import { squaredLengthByComponents, squaredNorm } from './tangent-space.ts';

export const informationIsMetric = calculation({
  ...meanOfTwo,
  label: 'T-2.3.4',
  title:
    'the information is a Riemannian metric (as printed): only the zero vector has length zero, in N(a + b, s^2) for the vector (1, -1)',
  claim: `1 <= ${pulledBack('(a + b)', 'a', 'a')} - 2*${pulledBack('(a + b)', 'a', 'b')} + ${pulledBack('(a + b)', 'b', 'b')}`,
  expected: 'refuted',
});

export const informationIsMetricRepaired = statement({
  label: 'T-2.3.4/repaired',
  title:
    'where it is positive definite: its quadratic form is a mean square for all families, never negative, and zero for dependent scores alone',
  given: regularX,
  claim: equation(squaredNorm, squaredLengthByComponents),
  expected: 'proved',
  proof: () => start(squaredNorm).equals(squaredLengthByComponents, by.theorem(theoremOf(squaredLengthInComponents))),
});
