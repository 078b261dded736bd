import { assume, by, calculation, declare, equation, start, statement, term } from 'fisher-rao';
import { k, P } from './flow-of-outputs.ts';

const { derivative, multiply, negate, subtract, sum } = term;

/** The length η of a step, the coordinate in which one differentiates; θ and the direction g of the step are fixed. */
const e = declare.coordinates('e', [])();
const η = declare.function('η', []);
const [θ, g] = [declare.function('θ', P), declare.function('g', P)];
const isLength = assume.equation('η is the coordinate e', derivative(e, η()), 1);
const loss = declare.realFunction('L', [P]);
const inner = declare.point('q', P);
const after = subtract(θ(inner), multiply(η(), g(inner)));
const slope = negate(sum(k, multiply(loss.partial(k)(inner, after), g(k))));

export const gradientDescent = statement({
  label: 'T-1.3.6',
  title:
    'a step theta - eta g changes the loss at the rate -grad L(theta - eta g).g, for any number of parameters: for g = grad L(theta) this is -|g|^2 at eta = 0',
  given: [assume.differentiable(loss), assume.constant(θ), assume.constant(g), assume.differentiable(η), isLength],
  claim: equation(derivative(e, loss(inner, after)), slope),
  expected: 'proved',
  proof: () =>
    start(derivative(e, loss(inner, after))).equals(
      slope,
      by.chainRule,
      by.differentiation,
      by.assumption(isLength),
      by.linearity,
    ),
});

export const smallStep = calculation({
  label: 'T-1.3.6/one-parameter',
  title: 'a small step of gradient descent lowers the loss by eta times the squared gradient; for one parameter',
  symbols: { t: 'real', eta: 'real' },
  functions: ['L'],
  claim: 'at(D(L(t - eta*D(L(t), t)), eta), eta, 0) = -D(L(t), t)^2',
  expected: 'proved',
});
