import { calculation } from 'fisher-rao';
import { outputs } from './gradient-flow.ts';

export const componentOfTheFlow = calculation({
  ...outputs,
  label: 'T-3.1.6',
  title: 'by the chain rule a parameter moves by -sum dL/df df/dtheta over the outputs',
  claim: '-D(L(f(a, b), g(a, b)), a) = -(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
  expected: 'proved',
});
