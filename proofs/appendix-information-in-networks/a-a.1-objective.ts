import { calculation } from 'fisher-rao';

export const objective = calculation({
  label: 'A-A.1',
  title: 'the gradient of the mean loss is the mean of the gradients; three data',
  symbols: { t: 'real' },
  functions: ['l1', 'l2', 'l3'],
  claim: 'D((l1(t) + l2(t) + l3(t))/3, t) = (D(l1(t), t) + D(l2(t), t) + D(l3(t), t))/3',
  expected: 'proved',
});
