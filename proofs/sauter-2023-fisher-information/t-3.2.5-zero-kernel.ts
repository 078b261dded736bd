import { assume, by, calculation, declare, equation, start, statement, term } from 'fisher-rao';
import { c, c1, f, k, n, n1, network, slope, Λ, θ } from './flow-of-outputs.ts';

const { derivative, multiply, sum } = term;

export const zeroKernel = calculation({
  label: 'T-3.2.5',
  title: 'a zero of the kernel means no influence (as printed): f = a and g = b + a^2 at 0, a step in a',
  symbols: { a: 'real', b: 'real', s: 'positive' },
  definitions: { g: 'b + a^2' },
  claim: 'at(at(g, a, s), b, 0) = 0',
  expected: 'refuted',
});

/** The parameter of the curve along the gradient of one output. */
const s = declare.coordinates('s', [n1, c1]);
const along = assume.equation('θ moves along the gradient of f(m, d)', derivative(s(n1, c1), θ(k)), slope(n1, c1, k));

export const zeroKernelToFirstOrder = statement({
  label: 'T-3.2.5/repaired',
  title:
    'none to first order: as the parameters move along the gradient of one output each output changes with the speed Lambda of the two, so not where that is zero; for any number of parameters, data and components',
  given: [assume.differentiable(network), assume.differentiable(θ), along],
  claim: equation(derivative(s(n1, c1), f(n, c)), Λ(n, c, n1, c1)),
  expected: 'proved',
  proof: () =>
    start(derivative(s(n1, c1), f(n, c)))
      .equals(sum(k, multiply(slope(n, c, k), derivative(s(n1, c1), θ(k)))), by.chainRule)
      .equals(sum(k, multiply(slope(n, c, k), slope(n1, c1, k))), by.assumption(along))
      .equals(Λ(n, c, n1, c1), by.definition(Λ)),
});
