import { experiment } from 'fisher-rao';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { noise, outputsOf } from '../networks.ts';

/** The output of the library's network of one neuron with weight w and bias b. */
const neuron = async (activation: 'relu' | 'tanh', w: number, b: number, x: number): Promise<number> => {
  const network = denseNetwork([1, 1], activation, activation);
  return (await outputsOf({ network, head: normalHead(), theta: [w, b], inputs: [[x]] }))[0][0];
};

const scaled =
  (activation: 'relu' | 'tanh') =>
  async ({ w, b, x, c }: { w: number; b: number; x: number; c: number }) => ({
    left: [await neuron(activation, c * w, c * b, x)],
    right: [c * (await neuron(activation, w, b, x))],
  });

export const rectifier = experiment({
  label: 'T-1.2.1',
  title: 'a ReLU neuron is max(w x + b, 0), and positively homogeneous in weight and bias',
  claim: 'f(w x + b) = max(w x + b, 0), and with c w, c b for c > 0 it is c f(w x + b)',
  expected: 'supported',
  draw: (seed) => ({ w: 2 * noise(seed, 0), b: noise(seed, 1), x: 3 * noise(seed, 2), c: 0.1 + (seed % 11) }),
  evaluate: async (inputs) => {
    const { w, b, x } = inputs;
    const { left, right } = await scaled('relu')(inputs);
    return { left: [...left, await neuron('relu', w, b, x)], right: [...right, Math.max(w * x + b, 0)] };
  },
});

export const rectifierOnly = experiment({
  label: 'T-1.2.1/tanh',
  title: 'a tanh neuron is not homogeneous',
  claim: 'with c w, c b for c > 0 the output is c times that with w, b',
  expected: 'refuted',
  instances: [{ w: 1, b: 0, x: 1, c: 2 }],
  evaluate: scaled('tanh'),
});
