import { experiment, program } from 'fisher-rao';
import { denseLayers, networkProgram, normalHead, permutation, randomSource } from 'fisher-rao/network';
import { fisherOf, immersionOf, matrixOf, randomSetting } from '../networks.ts';
import { evenly, spectrum } from '../numbers.ts';

export const parameterVector = experiment({
  label: 'T-1.2.4',
  title: 'the order of the parameters does not matter: with another the Fisher matrix is P F P^T, of the same spectrum',
  claim:
    'every entry of the vector belongs to one weight or bias; F of the permuted parameters = P F P^T; same eigenvalues',
  expected: 'supported',
  cases: 5,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const setting = randomSetting(seed, [2, 3, 2], 4, normalHead());
    const { network, theta, inputs } = setting;
    const order = permutation(randomSource(seed), theta.length);
    // The parameters that the network sees are P^T of those given: entry order[k] is the one with number k.
    const seen = theta.map((_, l) => order.map((place) => (place === l ? 1 : 0)));
    const permuted = await immersionOf(
      order.map((place) => theta[place]),
      (b, given) => {
        const matrix = b.constant(program.tensor('float64', [theta.length, theta.length], seen.flat()));
        const x = b.constant(program.tensor('float64', [inputs.length, 2], inputs.flat()));
        const h = b.inline(networkProgram(network, inputs.length, 'float64'), {
          theta: b.reshape(b.matmul(matrix, b.reshape(given, [theta.length, 1])), [theta.length]),
          x,
        })['h'];
        return b.divide(b.reshape(h, [2 * inputs.length]), Math.sqrt(inputs.length));
      },
    );
    const [F, G] = [await fisherOf(setting), await matrixOf(permuted)];
    const placed = order.map((k) => order.map((l) => F[k][l]));
    const places = denseLayers(network as never).flatMap(({ inputs: n, outputs: m, weight, bias }) => [
      ...evenly(n * m).map((k) => weight + k),
      ...evenly(m).map((k) => bias + k),
    ]);
    return {
      left: [...G.flat(), ...spectrum(G), ...places.toSorted((a, b) => a - b)],
      right: [...placed.flat(), ...spectrum(F), ...evenly(theta.length)],
    };
  },
});
