import {
  assume,
  by,
  declare,
  determinants,
  equation,
  experiment,
  program,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { denseLayers, networkProgram, normalHead, permutation, randomSource } from 'fisher-rao/network';
import { fisherOf, immersionOf, matrixOf, randomSetting } from '../networks.ts';
import { evenly, spectrum } from '../numbers.ts';
import { familyNumberedBy, i, j } from '../sun-2024-information-geometry/changes-of-coordinates.ts';
import { pulledBackMetric } from '../sun-2024-information-geometry/g-1-pulled-back-metric.ts';
import { determinantOfTheIdentity } from './determinants.ts';

const { delta, derivative, determinant, multiply, subtract, sum } = term;

/** As many parameters φ_i as θ_a: each φ_i is one of the θ_a, or they are otherwise changed by an orthogonal matrix P. */
const numbering = i.space;
const { a, b, θ, g, metric, pulledBack, smoothFamily } = familyNumberedBy(numbering);
const c = { ...a, name: 'c' };
const P = declare.function('P', [i, a]);
const z = declare.function('z', []);
const isPermuted = assume.equation('θ = P^T φ', derivative(i, θ(a)), P(i, a));
const isOrthogonal = assume.equation('P P^T = 1', sum(a, multiply(P(i, a), P(j, a))), delta(i, j));
const shifted = (row: SamplePoint, column: SamplePoint): Term =>
  subtract(g(row, column), multiply(z(), delta(row, column)));
const permuted = determinant(i, j, subtract(metric(i, j), multiply(z(), delta(i, j))));
const det = (of: (row: SamplePoint, column: SamplePoint) => Term): Term => determinant(i, j, of(i, j));

export const parameterVector = statement({
  label: 'T-1.2.4',
  title:
    'the order of the parameters does not matter: with another, or after any orthogonal change P, the Fisher matrix P F P^T has the same characteristic polynomial det(F - z), so the same spectrum; for all families and any number of parameters',
  given: [...smoothFamily, isPermuted, isOrthogonal],
  claim: equation(permuted, det(shifted)),
  expected: 'proved',
  proof: () => {
    const lowered = (at: SamplePoint, to: SamplePoint): Term => sum(b, multiply(shifted(at, b), P(to, b)));
    const turned = (row: SamplePoint, column: SamplePoint): Term => P(column, row);
    const unit = sum(a, multiply(P(i, a), P(j, a)));
    return start(permuted)
      .equals(
        determinant(i, j, subtract(pulledBack(i, j), multiply(z(), delta(i, j)))),
        by.theorem(theoremOf(pulledBackMetric), { spaces: { S: numbering } }),
      )
      .equals(
        determinant(i, j, subtract(sum(a, sum(b, multiply(P(i, a), P(j, b), g(a, b)))), multiply(z(), unit))),
        by.assumption(isPermuted),
        by.assumption(isOrthogonal),
      )
      .equals(determinant(i, j, sum(a, multiply(P(i, a), lowered(a, j)))), by.delta, by.rearrangement)
      .equals(multiply(det(P), det(lowered)), determinants.product(numbering, P, lowered))
      .equals(multiply(det(P), det(shifted), det(turned)), determinants.product(numbering, shifted, turned))
      .equals(
        multiply(det(shifted), determinant(i, j, sum(c, multiply(P(i, c), P(j, c))))),
        determinants.product(numbering, P, turned),
      )
      .equals(multiply(det(shifted), det(delta)), by.assumption(isOrthogonal))
      .equals(det(shifted), by.theorem(theoremOf(determinantOfTheIdentity), { spaces: { I: numbering } }));
  },
});

export const parameterVectorOfNetworks = experiment({
  label: 'T-1.2.4/networks',
  title: 'so it is for networks, every entry of whose parameter vector belongs to one weight or bias',
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
