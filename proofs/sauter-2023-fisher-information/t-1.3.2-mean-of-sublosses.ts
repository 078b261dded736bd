import { calculation } from 'fisher-rao';

export const meanOfSublosses = calculation({
  label: 'T-1.3.2',
  title: 'the gradient of a mean of sublosses is the mean of their gradients; three data',
  symbols: { t: 'real' },
  functions: ['l1', 'l2', 'l3'],
  claim: 'D((l1(t) + l2(t) + l3(t))/3, t) = (D(l1(t), t) + D(l2(t), t) + D(l3(t), t))/3',
  expected: 'proved',
});
