import { calculation } from 'fisher-rao';

export const neuron = calculation({
  label: 'T-1.2.0',
  title: "a neuron is f(sum of weights times inputs plus bias): its derivative in a weight is f' times the input",
  symbols: { w1: 'real', w2: 'real', b: 'real', a1: 'real', a2: 'real', z: 'real' },
  functions: ['f'],
  claim: 'D(f(w1*a1 + w2*a2 + b), w1) = at(D(f(z), z), z, w1*a1 + w2*a2 + b)*a1',
  expected: 'proved',
});
