import { calculation } from 'fisher-rao';
import { four } from './setting.ts';

export const stochasticDescent = calculation({
  ...four,
  label: 'A-A.3',
  title: 'so the step of stochastic gradient descent is that of gradient descent on average',
  claim:
    '((t - eta*(a + b)/2) + (t - eta*(a + c)/2) + (t - eta*(a + d)/2) + (t - eta*(b + c)/2) + (t - eta*(b + d)/2) + (t - eta*(c + d)/2))/6 = t - eta*(a + b + c + d)/4',
  expected: 'proved',
});
