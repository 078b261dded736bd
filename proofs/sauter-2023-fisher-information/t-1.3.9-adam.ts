import { calculation } from 'fisher-rao';

export const adam = calculation({
  label: 'T-1.3.9',
  title: 'the first step of Adam is -eta g/(|g| + epsilon), whatever the decay rates; for positive g',
  symbols: { g: 'positive', eta: 'real', epsilon: 'real', beta1: 'real', beta2: 'real' },
  definitions: { m: '(1 - beta1)*g/(1 - beta1)', v: '(1 - beta2)*g^2/(1 - beta2)' },
  claim: '-eta*m/(sqrt(v) + epsilon) = -eta*g/(g + epsilon)',
  expected: 'proved',
});
