import { calculation, experiment } from 'fisher-rao';
import { dot, jacobianByDifferences, transposed } from '../networks.ts';
import { spectrum } from '../numbers.ts';
import { kernelMatrix, outputs, scalar, settingOf } from './gradient-flow.ts';

export const kernelOfGradients = calculation({
  ...outputs,
  label: 'T-3.2.1',
  title: 'the kernel is the inner product of gradients: symmetric, with a nonnegative quadratic form',
  symbols: { ...outputs.symbols, c: 'real', d: 'real' },
  definitions: {
    Lff: 'D(f(a, b), a)^2 + D(f(a, b), b)^2',
    Lfg: 'D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
    Lgg: 'D(g(a, b), a)^2 + D(g(a, b), b)^2',
  },
  claim: '0 <= c^2*Lff + 2*c*d*Lfg + d^2*Lgg',
  difference: '(c*D(f(a, b), a) + d*D(g(a, b), a))^2 + (c*D(f(a, b), b) + d*D(g(a, b), b))^2',
  expected: 'proved',
});

export const spectrumDuality = calculation({
  label: 'T-3.2.1/spectrum',
  title: 'J^T J and J J^T have the same characteristic polynomial; two outputs, two parameters',
  symbols: { j11: 'real', j12: 'real', j21: 'real', j22: 'real', z: 'real' },
  definitions: {
    a: 'j11^2 + j21^2',
    b: 'j11*j12 + j21*j22',
    e: 'j12^2 + j22^2',
    c: 'j11^2 + j12^2',
    d: 'j11*j21 + j12*j22',
    f: 'j21^2 + j22^2',
  },
  claim: '(a - z)*(e - z) - b^2 = (c - z)*(f - z) - d^2',
  expected: 'proved',
});

export const kernelOfNetworks = experiment({
  label: 'T-3.2.1/network',
  title:
    "the kernel of tanh networks: products of the outputs' gradients by differences, symmetric, without negative eigenvalues, with the nonzero eigenvalues of N F",
  claim: 'Lambda = J J^T; Lambda = Lambda^T; its 6 eigenvalues are the largest of J^T J',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 4,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const setting = settingOf(seed);
    const [kernel, jacobian] = [await kernelMatrix(setting), await jacobianByDifferences(setting)];
    const columns = transposed(jacobian);
    const other = spectrum(columns.map((u) => columns.map((v) => dot(u, v)))).slice(-6);
    return {
      left: [...kernel.flat(), ...transposed(kernel).flat(), ...spectrum(kernel)],
      right: [...jacobian.flatMap((u) => jacobian.map((v) => dot(u, v))), ...kernel.flat(), ...other],
    };
  },
});

export const kernel = experiment({
  label: 'T-3.2.3',
  title:
    'a kernel is K(x_i, x_i) = phi(x_i).phi(x_i) (as printed, one argument twice): that of a network with itself at two inputs',
  claim: 'Lambda_ij = |grad f(x_i)|^2 for all i and j',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const setting = scalar(seed);
    const jacobian = await jacobianByDifferences(setting);
    return {
      left: (await kernelMatrix(setting)).flat(),
      right: jacobian.flatMap((row) => jacobian.map(() => dot(row, row))),
    };
  },
});
