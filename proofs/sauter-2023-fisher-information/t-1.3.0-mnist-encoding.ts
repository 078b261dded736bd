import { experiment } from 'fisher-rao';
import { categoricalHead, denseNetwork, oneHot, permutation, randomSource } from 'fisher-rao/network';
import { lossOf, noise, outputsOf } from '../networks.ts';
import { evenly } from '../numbers.ts';

export const mnistEncoding = experiment({
  label: 'T-1.3.0',
  title:
    'images of 28 x 28 pixels as vectors, digits as one-hot vectors: at zero weights the loss is log 10; the order of pixels does not matter',
  claim:
    '784 inputs; codes of digits are unit vectors; loss(0) = log 10; outputs are equal where pixels and first weights are permuted alike',
  expected: 'supported',
  cases: 3,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const network = denseNetwork([28 ** 2, 10]);
    const pixels = Array.from({ length: 784 }, (_, k) => (1 + noise(seed, k)) / 2);
    const weights = Array.from({ length: 784 * 10 }, (_, k) => noise(seed + 50, k));
    const order = permutation(randomSource(seed), 784);
    const codes = oneHot(
      Uint8Array.from({ length: 10 }, (_, digit) => digit),
      10,
    );
    const zero = {
      network,
      head: categoricalHead(),
      theta: weights.map(() => 0).concat(Array<number>(10).fill(0)),
      inputs: [pixels],
    };
    const biases = Array<number>(10).fill(0);
    const first = { ...zero, theta: [...weights, ...biases] };
    const second = {
      ...zero,
      theta: [...evenly(10).flatMap((i) => order.map((k) => weights[784 * i + k])), ...biases],
      inputs: [order.map((k) => pixels[k])],
    };
    return {
      left: [
        ...codes,
        await lossOf(zero, Array.from(codes.slice(10 * (seed % 10), 10 * (seed % 10) + 10))),
        ...(await outputsOf(first))[0],
      ],
      right: [
        ...evenly(10).flatMap((i) => evenly(10).map((j) => (i === j ? 1 : 0))),
        Math.log(10),
        ...(await outputsOf(second))[0],
      ],
    };
  },
});
