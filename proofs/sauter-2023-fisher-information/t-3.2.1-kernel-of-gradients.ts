import { calculation } from 'fisher-rao';
import { outputs } from './gradient-flow.ts';

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
