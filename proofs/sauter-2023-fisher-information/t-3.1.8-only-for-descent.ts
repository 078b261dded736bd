import { calculation, experiment } from 'fisher-rao';
import { jacobianByDifferences, product, transposed } from '../networks.ts';
import { kernelMatrix, outputs, withRates } from './gradient-flow.ts';

export const onlyForDescent = experiment({
  label: 'T-3.1.8',
  title: 'the kernel is that of gradient descent for a tensor of learning rates too (as printed): the plain kernel',
  claim: 'the velocity of all outputs = -Lambda dL/df where theta moves by -eta grad L, eta a matrix',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const { setting, left, slope } = await withRates(seed);
    return { left, right: product(await kernelMatrix(setting), slope) };
  },
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

export const matrixOfLearningRates = experiment({
  label: 'T-3.1.8/network',
  title: 'that of the flow with a matrix eta of learning rates is J eta J^T',
  claim: 'the velocity of all outputs = -J eta J^T dL/df',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 4,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const { setting, rates, left, slope } = await withRates(seed);
    const jacobian = await jacobianByDifferences(setting);
    return { left, right: product(jacobian, product(rates, product(transposed(jacobian), slope))) };
  },
});
