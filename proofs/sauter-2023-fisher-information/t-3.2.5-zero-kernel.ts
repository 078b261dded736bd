import { calculation } from 'fisher-rao';

export const zeroKernel = calculation({
  label: 'T-3.2.5',
  title: 'a zero of the kernel means no influence (as printed): f = a and g = b + a^2 at 0, a step in a',
  symbols: { a: 'real', b: 'real', s: 'positive' },
  definitions: { g: 'b + a^2' },
  claim: 'at(at(g, a, s), b, 0) = 0',
  expected: 'refuted',
});

const two = { symbols: { a: 'real', b: 'real', s: 'real' }, functions: ['f', 'g'] } as const;

export const zeroKernelToFirstOrder = calculation({
  ...two,
  label: 'T-3.2.5/repaired',
  title:
    'none to first order: a step s along the gradient of f changes g by s Lambda_fg, so by nothing where that is zero; two parameters',
  claim:
    'at(D(g(a + s*D(f(a, b), a), b + s*D(f(a, b), b)), s), s, 0) = D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
  expected: 'proved',
});
