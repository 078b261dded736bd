import { calculation } from 'fisher-rao';

export const generality = calculation({
  label: 'T-1.4.1',
  title: 'the kernel of chapter 3 needs only a differentiable loss of the outputs: df/dt = -Lambda dL/df',
  symbols: { t: 'real', h: 'real' },
  functions: ['L', 'f'],
  // theta moves with the velocity -d L(f(theta))/d theta.
  claim: 'D(f(t), t)*(-D(L(f(t)), t)) = -D(f(t), t)^2*at(D(L(h), h), h, f(t))',
  expected: 'proved',
});
