import { calculation } from 'fisher-rao';

export const parameterVector = calculation({
  label: 'T-1.2.4',
  title: 'the order of the parameters does not matter: the determinant of F - lambda is that with both exchanged',
  symbols: { a: 'real', b: 'real', e: 'real', lambda: 'real' },
  claim: '(a - lambda)*(e - lambda) - b^2 = (e - lambda)*(a - lambda) - b^2',
  expected: 'proved',
});
