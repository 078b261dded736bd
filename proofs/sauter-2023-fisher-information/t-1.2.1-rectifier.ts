import { experiment } from 'fisher-rao';
import { relu } from './neurons.ts';

export const rectifier = experiment({
  label: 'T-1.2.1',
  title: 'ReLU is positively homogeneous: f(c x) = c f(x) for c > 0',
  claim: 'f(c x) = c f(x) and f(x) = max(x, 0)',
  expected: 'supported',
  draw: (seed) => ({ x: ((seed * 37) % 19) - 9, c: 0.1 + (seed % 11) }),
  evaluate: ({ x, c }) => ({ left: [relu(c * x), relu(x)], right: [c * relu(x), Math.max(x, 0)] }),
});
