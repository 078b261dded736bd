import { experiment } from 'fisher-rao';

export const mnistEncoding = experiment({
  label: 'T-1.3.0',
  title: 'an image of 28 x 28 pixels is a vector of 784, a digit a one-hot vector that sums to one',
  claim: '28^2 = 784 and the entries of the code of a digit sum to 1',
  expected: 'supported',
  draw: (seed) => ({ digit: seed % 10 }),
  evaluate: ({ digit }) => {
    const code = Array.from({ length: 10 }, (_, k) => (k === digit ? 1 : 0));
    return { left: [28 ** 2, code.reduce<number>((sum, v) => sum + v, 0), code[digit]], right: [784, 1, 1] };
  },
});
