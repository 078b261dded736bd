import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { c, L, n } from './flow-of-outputs.ts';

const { derivative, multiply, negate, sum } = term;

/** The outputs as functions of θ, whose coordinate k is any. */
const k = declare.direction('k');
const outputs = declare.function('f', [n, c]);
const [x, y] = [
  { ...n, name: 'x' },
  { ...c, name: 'y' },
];
const all = outputs(x, y);

export const componentOfTheFlow = statement({
  label: 'T-3.1.6',
  title:
    'by the chain rule a parameter moves by -sum_ij dL/df_ij df_ij/dtheta_k, for any number of data, components and parameters',
  given: [assume.differentiable(L), assume.differentiable(outputs)],
  claim: equation(
    negate(derivative(k, L(x, y, all))),
    negate(sum(n, sum(c, multiply(L.partial(n, c)(x, y, all), derivative(k, outputs(n, c)))))),
  ),
  expected: 'proved',
  proof: () =>
    start(negate(derivative(k, L(x, y, all)))).equals(
      negate(sum(n, sum(c, multiply(L.partial(n, c)(x, y, all), derivative(k, outputs(n, c)))))),
      by.chainRule,
    ),
});
