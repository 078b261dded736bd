import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { c, k, n, network, P } from './flow-of-outputs.ts';

const { add, derivative, multiply, sum } = term;

/** A step of length η along d from θ, both fixed; e is the coordinate that η is. */
const e = declare.coordinates('e', [])();
const η = declare.function('η', []);
const [θ, d] = [declare.function('θ', P), declare.function('d', P)];
const isLength = assume.equation('η is the coordinate e', derivative(e, η()), 1);
const inner = declare.point('q', P);
const after = add(θ(inner), multiply(η(), d(inner)));
const features = sum(k, multiply(network.partial(k)(n, c, inner, after), d(k)));

export const featureMap = statement({
  label: 'T-3.2.4',
  title:
    'the feature map of the tangent kernel is the gradient: a step along d changes each output at the rate gradient.d, for any number of parameters',
  given: [assume.differentiable(network), assume.constant(θ), assume.constant(d), assume.differentiable(η), isLength],
  claim: equation(derivative(e, network(n, c, inner, after)), features),
  expected: 'proved',
  proof: () =>
    start(derivative(e, network(n, c, inner, after))).equals(
      features,
      by.chainRule,
      by.differentiation,
      by.assumption(isLength),
      by.linearity,
    ),
});
