import { experiment } from 'fisher-rao';
import { denseNetwork, denseParameterCount } from 'fisher-rao/network';

export const figureOneTwo = experiment({
  label: 'T-1.2.F',
  title: 'the network of fig. 1.2: two inputs, three hidden layers of four, one output',
  claim: 'it has 12 + 20 + 20 + 5 = 57 parameters',
  expected: 'supported',
  instances: [{ widths: [2, 4, 4, 4, 1], count: 57 }],
  evaluate: ({ widths, count }) => ({ left: denseParameterCount(denseNetwork(widths, 'relu')), right: count }),
});
