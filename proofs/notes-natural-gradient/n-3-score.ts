/** N-3: the score is the relative change of the density. */
import { calculation } from 'fisher-rao';

export const score = calculation({
  label: 'N-3',
  title: 'the score, the derivative of the log-density, is the relative derivative of the density',
  symbols: { x: 'real', theta: 'real' },
  functions: ['p'],
  claim: 'D(log(p(x, theta)), theta) = D(p(x, theta), theta)/p(x, theta)',
  expected: 'proved',
});
