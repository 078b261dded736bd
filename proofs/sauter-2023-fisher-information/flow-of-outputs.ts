/**
 * What general statements about the gradient flow are about: outputs f(n, c) at any number of data n in X with any number
 * of components c in C, as differentiable functions of any number of parameters θ_k, k in P; a differentiable loss of all
 * outputs together; and parameters that move in time.
 */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';

const { derivative, multiply, negate, sum } = term;

export const X = declare.space('X');
const C = declare.space('C');
export const P = declare.space('P');
/** Data, components, parameters, each under several names. */
export const [n, n1, n2] = ['n', 'm', 'o'].map((name) => declare.point(name, X));
export const [c, c1, c2] = ['c', 'd', 'e'].map((name) => declare.point(name, C));
export const [k, k1, k2] = ['k', 'l', 'r'].map((name) => declare.point(name, P));
/** Time, one coordinate of what everything depends on. */
export const t = declare.coordinates('t', [])();

/** θ_k(t), and the outputs and their derivatives ∂f(n, c)/∂θ_k there. */
export const θ = declare.function('θ', P);
export const network = declare.realFunction('f', [P], [declare.point('n', X), declare.point('c', C)]);
const inner = declare.point('q', P);
export const f = (datum: PointVariable, component: PointVariable): Term => network(datum, component, inner, θ(inner));
export const slope = (datum: PointVariable, component: PointVariable, of: PointVariable): Term =>
  network.partial(of)(datum, component, inner, θ(inner));

/** L(f), all data and components together, and ∂L/∂f(n, c). */
export const L = declare.realFunction('L', [X, C]);
const [nL, cL] = [declare.point('x', X), declare.point('y', C)];
export const loss = L(nL, cL, f(nL, cL));
export const pull = (datum: PointVariable, component: PointVariable): Term =>
  L.partial(datum, component)(nL, cL, f(nL, cL));

/** (3.1.6) The gradient of the loss in θ_k, by the chain rule. */
export const gradient = (of: PointVariable): Term => sum(n2, sum(c2, multiply(pull(n2, c2), slope(n2, c2, of))));
/** (3.1.5) Gradient flow, and the flow with a matrix η of learning rates. */
export const flow = assume.equation('gradient flow', derivative(t, θ(k)), negate(gradient(k)));
export const η = declare.function('η', [k, k1]);
export const flowWithRates = assume.equation(
  'gradient flow with learning rates η',
  derivative(t, θ(k)),
  negate(sum(k1, multiply(η(k, k1), gradient(k1)))),
);
export const smooth = [assume.differentiable(network), assume.differentiable(L), assume.differentiable(θ)];

/** (3.1.7) The tangent kernel Λ = Σ_k ∂f/∂θ_k ∂f/∂θ_k of two outputs. */
export const Λ = declare.definition('Λ', [n, c, n1, c1], sum(k, multiply(slope(n, c, k), slope(n1, c1, k))));
