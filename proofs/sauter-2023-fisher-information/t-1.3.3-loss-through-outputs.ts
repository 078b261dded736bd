import { calculation } from 'fisher-rao';

export const lossThroughOutputs = calculation({
  label: 'T-1.3.3',
  title: 'a loss of the outputs depends on the parameters through them: the chain rule',
  symbols: { t: 'real', h: 'real' },
  functions: ['l', 'f'],
  claim: 'D(l(f(t)), t) = at(D(l(h), h), h, f(t))*D(f(t), t)',
  expected: 'proved',
});
