import { calculation, experiment } from 'fisher-rao';
import { alongTheFlow, kernelVelocity, outputs, start } from './gradient-flow.ts';

export const onlyForDescent = experiment({
  label: 'T-3.1.8',
  title: 'the kernel is that of gradient descent for a tensor of learning rates too (as printed): the plain kernel',
  claim: 'df/dt = -Lambda dL/df when parameters move at different rates',
  expected: 'refuted',
  instances: [{ ...start, rates: [1, 5, 0.2, 3] }],
  evaluate: ({ w, rates }) => ({ left: alongTheFlow(w, rates), right: kernelVelocity(w) }),
});

export const tensorOfLearningRates = calculation({
  ...outputs,
  label: 'T-3.1.8/repaired',
  title: 'with rates r, s the kernel is J diag(r, s) J^T',
  symbols: { ...outputs.symbols, r: 'real', s: 'real' },
  definitions: {
    ...outputs.definitions,
    va: '-r*(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
    vb: '-s*(Lu*D(f(a, b), b) + Lv*D(g(a, b), b))',
    Lff: 'r*D(f(a, b), a)^2 + s*D(f(a, b), b)^2',
    Lfg: 'r*D(f(a, b), a)*D(g(a, b), a) + s*D(f(a, b), b)*D(g(a, b), b)',
  },
  claim: 'D(f(a, b), a)*va + D(f(a, b), b)*vb = -(Lff*Lu + Lfg*Lv)',
  expected: 'proved',
});
