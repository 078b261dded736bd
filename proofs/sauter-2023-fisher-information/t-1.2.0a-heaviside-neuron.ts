import { calculation, experiment } from 'fisher-rao';

const step = (x: number): number => (x >= 0 ? 1 : 0);

export const heavisideNeuron = experiment({
  label: 'T-1.2.0a',
  title: 'the Heaviside neuron gives 1 where the weighted input is larger than -b (as printed), f(0) being 1',
  claim: 'f(w a + b) = 1 if w a > -b, else 0',
  expected: 'refuted',
  instances: [
    { wa: 1, b: 2 },
    { wa: -2, b: 2 },
  ],
  evaluate: ({ wa, b }) => ({ left: step(wa + b), right: wa > -b ? 1 : 0 }),
});

export const heavisideNeuronAtTheBoundary = calculation({
  label: 'T-1.2.0a/repaired',
  title:
    'it gives 1 where the weighted input is at least -b: for w a = -b + d^2 the argument of f is not negative, at d = 0 too',
  symbols: { b: 'real', d: 'real' },
  definitions: { wa: '-b + d^2' },
  claim: '0 <= wa + b',
  difference: 'd^2',
  expected: 'proved',
});
