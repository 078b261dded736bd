import { by, start, statement, theoremOf } from 'fisher-rao';
import { tangentKernelRepaired } from './t-3.1.7-tangent-kernel.ts';

export const generality = statement({
  label: 'T-1.4.1',
  title:
    'the kernel of chapter 3 needs only a differentiable map and a differentiable loss L(f) of all outputs together, not a mean of sublosses: df/dt = -Lambda dL/df',
  given: tangentKernelRepaired.given,
  claim: tangentKernelRepaired.claim,
  expected: 'proved',
  proof: () =>
    start(tangentKernelRepaired.claim.left).equals(
      tangentKernelRepaired.claim.right,
      by.theorem(theoremOf(tangentKernelRepaired)),
    ),
});
