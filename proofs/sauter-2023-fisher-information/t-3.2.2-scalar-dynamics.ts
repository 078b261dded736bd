import { assume, by, declare, equation, experiment, start, statement, term } from 'fisher-rao';
import { outputsAlong, product } from '../networks.ts';
import { k, n, n1, n2, P, t, X, θ } from './flow-of-outputs.ts';
import { kernelMatrix, scalar, slopes, targetsOf, velocityOf } from './gradient-flow.ts';

const { derivative, multiply, negate, sum } = term;

/** A network with one output, a function of the parameters for each datum, and a loss of all its values. */
const network = declare.realFunction('f', [P], [n]);
const inner = declare.point('q', P);
const f = (datum: typeof n) => network(datum, inner, θ(inner));
const slope = (datum: typeof n, of: typeof k) => network.partial(of)(datum, inner, θ(inner));
const L = declare.realFunction('L', [X]);
const x = declare.point('x', X);
const pull = (datum: typeof n) => L.partial(datum)(x, f(x));
const gradient = sum(n2, multiply(pull(n2), slope(n2, k)));
const flow = assume.equation('gradient flow', derivative(t, θ(k)), negate(gradient));
const Λ = declare.definition('Λ', [n, n1], sum(k, multiply(slope(n, k), slope(n1, k))));
const moved = negate(sum(n1, multiply(Λ(n, n1), pull(n1))));

export const scalarDynamics = statement({
  label: 'T-3.2.2',
  title: 'a scalar output moves by -sum_j Lambda_ij dL/df(x_j), for any number of data and parameters',
  given: [assume.differentiable(network), assume.differentiable(L), assume.differentiable(θ), flow],
  claim: equation(derivative(t, f(n)), moved),
  expected: 'proved',
  proof: () =>
    start(derivative(t, f(n)))
      .equals(sum(k, multiply(slope(n, k), derivative(t, θ(k)))), by.chainRule)
      .equals(sum(k, multiply(slope(n, k), negate(gradient))), by.assumption(flow))
      .equals(moved, by.definition(Λ), by.rearrangement),
});

export const scalarDynamicsOfNetworks = experiment({
  label: 'T-3.2.2/network',
  title: 'so do networks: a scalar output moves by -sum_j Lambda_ij dL/df(x_j)',
  claim: 'the velocity of the output at each of five inputs along the flow = -Lambda dL/df',
  expected: 'supported',
  tolerance: 1e-9,
  cases: 8,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const [setting, targets] = [scalar(seed), targetsOf(seed, 5)];
    return {
      left: await outputsAlong(setting, await velocityOf(setting, targets)),
      right: product(
        await kernelMatrix(setting),
        (await slopes(setting, targets)).map((value) => -value),
      ),
    };
  },
});
