import { calculation } from 'fisher-rao';

export const zeroKernel = calculation({
  label: 'T-3.2.5',
  title: 'a zero of the kernel means no influence (as printed): f = a and g = b + a^2 at 0, a step in a',
  symbols: { a: 'real', b: 'real', s: 'positive' },
  definitions: { g: 'b + a^2' },
  claim: 'at(at(g, a, s), b, 0) = 0',
  expected: 'refuted',
});

export const zeroKernelToFirstOrder = calculation({
  label: 'T-3.2.5/repaired',
  title: 'none to first order',
  symbols: { a: 'real', b: 'real', s: 'real' },
  definitions: { g: 'b + a^2' },
  claim: 'at(D(at(at(g, a, s), b, 0), s), s, 0) = 0',
  expected: 'proved',
});
