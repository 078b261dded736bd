/** Norms of weights and Jacobians of layers, and the assumptions by which lemmas 14 and 15 bound them. */
import { assume, declare, type Natural, next, type PointVariable, plus, type Term, term } from 'fisher-rao';
import { B, D, h, k, l, neuron, sigma, W, w } from './dense-layers.ts';

const { derivative, multiply, productUpTo, square, sum } = term;

export const α = declare.natural('α');
/** A neuron of layer l + 1 and one of layer l. */
export const i = neuron('i', next(l));
export const j = neuron('j', l);
/** The number of the last layer, with `above` layers above layer l + 1. */
export const top = (above: Natural | number): Natural => next(plus(l, above));

/** The squares of the slopes of all activations are at most 1. */
export const smallSlopes = assume.inequality("|σ'| <= 1", square(D(l, i)), 1);
export const slopes = [assume.differentiable(sigma), smallSlopes];

/** |W_l|^2. */
export const weightNorm = declare.definition(
  'S',
  [l],
  sum(neuron('e', next(l)), sum(neuron('f', l), square(W(l, neuron('e', next(l)), neuron('f', l))))),
);
/** |W_{l+1}|^2 ... |W_{l+n}|^2. */
export const productOfNorms = (above: Natural | number): Term => productUpTo(α, above, weightNorm(plus(l, α)));
/** |B_{l+1}|^2 with so many layers above layer l + 1. */
export const jacobianNorm = (above: Natural | number): Term => {
  const a = neuron('a', top(above));
  return sum(a, sum(i, square(B(above, next(l), a, i))));
};
/** |h_l|^2. */
export const inputNorm = sum(j, square(h(l, j)));

/** ∂h_L(a)/∂W_l(i, j), what Lemma 13 says it is, and B_{l+1} D_l. */
export const output = (above: Natural | number): PointVariable => neuron('a', top(above));
export const inAWeight = (above: Natural | number): Term => derivative(w(l, i, j), h(top(above), output(above)));
export const slopedJacobian = (above: Natural | number): Term => multiply(B(above, next(l), output(above), i), D(l, i));
/** |∂h_L/∂W_l|^2. */
export const derivativeNorm = (above: Natural | number): Term =>
  sum(output(above), sum(i, sum(j, square(inAWeight(above)))));

/** A vector β of layer l + 1, and y = B D β, its image in the layer k above. */
export const β = declare.function('β', [l, i]);
export const sloped = (at: PointVariable): Term => multiply(D(l, at), β(l, at));
export const imageDefinition = declare.definition(
  'y',
  [k, l, neuron('a', top(k))],
  sum(i, multiply(B(k, next(l), neuron('a', top(k)), i), sloped(i))),
);
export const image = (above: Natural, at: PointVariable): Term => imageDefinition(above, l, at);
/** |y|^2 and |W y|^2. */
export const imageLength = (above: Natural): Term => {
  const a = neuron('a', top(above));
  return sum(a, square(image(above, a)));
};
const weighted = (above: Natural): Term => {
  const [e, f] = [neuron('e', next(top(above))), neuron('f', top(above))];
  return sum(e, square(sum(f, multiply(W(top(above), e, f), image(above, f)))));
};
export const lengthDefinition = declare.definition('Y', [k, l], imageLength(k));
export const weightedDefinition = declare.definition('Z', [k, l], weighted(k));
/** s(n, l) is the square of the largest singular value of W_{l+n}, by what is used of it. */
export const s = declare.function('s', [k, l]);
export const singularValues = assume.inequality(
  '|W y|^2 <= s_max(W)^2 |y|^2',
  weightedDefinition(k, l),
  multiply(s(next(k), l), lengthDefinition(k, l)),
);
export const productOfSingularValues = (above: Natural | number): Term => productUpTo(α, above, s(α, l));
