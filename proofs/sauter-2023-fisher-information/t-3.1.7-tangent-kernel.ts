import { calculation, experiment } from 'fisher-rao';
import { alongTheFlow, jacobian, outputs, residuals, start } from './gradient-flow.ts';

export const tangentKernel = experiment({
  label: 'T-3.1.7',
  title: 'df_ij/dt = df_ij/dtheta (-dL/df_ij df_ij/dtheta), with the same pair ij throughout (as printed, middle line)',
  claim: 'the velocity of each output = -|df/dtheta|^2 dL/df of the same output',
  expected: 'refuted',
  instances: [start],
  evaluate: ({ w }) => ({
    left: alongTheFlow(w),
    right: jacobian(w).map((row, k) => -row.reduce((sum, value) => sum + value ** 2, 0) * residuals(w)[k]),
  }),
});

export const tangentKernelRepaired = calculation({
  ...outputs,
  label: 'T-3.1.7/repaired',
  title: 'it sums over all outputs lm: df/dt = -sum Lambda dL/df with Lambda = sum_k df/dtheta_k dg/dtheta_k',
  definitions: {
    ...outputs.definitions,
    va: '-(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
    vb: '-(Lu*D(f(a, b), b) + Lv*D(g(a, b), b))',
    Lff: 'D(f(a, b), a)^2 + D(f(a, b), b)^2',
    Lfg: 'D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
  },
  claim: 'D(f(a, b), a)*va + D(f(a, b), b)*vb = -(Lff*Lu + Lfg*Lv)',
  expected: 'proved',
});
