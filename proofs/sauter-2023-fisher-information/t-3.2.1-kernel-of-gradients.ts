import { assume, by, declare, equation, experiment, start, statement, term } from 'fisher-rao';
import { dot, jacobianByDifferences, transposed } from '../networks.ts';
import { spectrum } from '../numbers.ts';
import { c, c1, k, n, n1, network, slope, Λ } from './flow-of-outputs.ts';
import { kernelMatrix, settingOf } from './gradient-flow.ts';

const { multiply, sum } = term;

const v = declare.function('v', [n, c]);
const form = sum(n, sum(c, sum(n1, sum(c1, multiply(v(n, c), Λ(n, c, n1, c1), v(n1, c1))))));
const combination = sum(n, sum(c, multiply(v(n, c), slope(n, c, k))));

export const kernelOfGradients = statement({
  label: 'T-3.2.1',
  title: 'the kernel is the inner product of gradients, Lambda = J J^T: its quadratic form is a sum of squares',
  given: [assume.differentiable(network)],
  claim: equation(form, sum(k, multiply(combination, combination))),
  expected: 'proved',
  proof: () => start(form).equals(sum(k, multiply(combination, combination)), by.definition(Λ), by.rearrangement),
});

export const kernelIsSymmetric = statement({
  label: 'T-3.2.1/symmetric',
  title: 'and it is symmetric in its two outputs',
  given: [assume.differentiable(network)],
  claim: equation(Λ(n, c, n1, c1), Λ(n1, c1, n, c)),
  expected: 'proved',
  proof: () => start(Λ(n, c, n1, c1)).equals(Λ(n1, c1, n, c), by.definition(Λ)),
});

/** A matrix J with a row for every output and a column for every parameter, a vector u and a number z. */
const [rows, columns] = [declare.space('A'), declare.space('K')];
const [a, b] = ['a', 'b'].map((name) => declare.point(name, rows));
const [p, q] = ['p', 'q'].map((name) => declare.point(name, columns));
const J = declare.function('J', [a, p]);
const u = declare.function('u', columns);
const z = declare.function('z', []);
const image = (row: typeof a) => sum(p, multiply(J(row, p), u(p)));
const eigenvector = assume.equation(
  'u is an eigenvector of J^T J with eigenvalue z',
  sum(a, multiply(J(a, q), image(a))),
  multiply(z(), u(q)),
);

export const spectrumDuality = statement({
  label: 'T-3.2.1/spectrum',
  title:
    'where J^T J u = z u also J J^T (J u) = z (J u): the nonzero eigenvalues of F and of the kernel agree, for any sizes',
  given: [eigenvector],
  claim: equation(sum(a, multiply(sum(q, multiply(J(b, q), J(a, q))), image(a))), multiply(z(), image(b))),
  expected: 'proved',
  proof: () =>
    start(sum(a, multiply(sum(q, multiply(J(b, q), J(a, q))), image(a))))
      .equals(sum(q, multiply(J(b, q), sum(a, multiply(J(a, q), image(a))))), by.rearrangement)
      .equals(sum(q, multiply(J(b, q), z(), u(q))), by.assumption(eigenvector))
      .equals(multiply(z(), image(b)), by.linearity),
});

export const kernelOfNetworks = experiment({
  label: 'T-3.2.1/network',
  title:
    "the kernel of tanh networks: products of the outputs' gradients by differences, symmetric, without negative eigenvalues, with the nonzero eigenvalues of N F",
  claim: 'Lambda = J J^T; Lambda = Lambda^T; its 6 eigenvalues are the largest of J^T J',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 4,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const setting = settingOf(seed);
    const [kernel, jacobian] = [await kernelMatrix(setting), await jacobianByDifferences(setting)];
    const columns = transposed(jacobian);
    const other = spectrum(columns.map((u) => columns.map((v) => dot(u, v)))).slice(-6);
    return {
      left: [...kernel.flat(), ...transposed(kernel).flat(), ...spectrum(kernel)],
      right: [...jacobian.flatMap((u) => jacobian.map((v) => dot(u, v))), ...kernel.flat(), ...other],
    };
  },
});
