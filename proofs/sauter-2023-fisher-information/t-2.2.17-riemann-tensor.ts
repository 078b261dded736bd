import {
  assume,
  by,
  type Direction,
  declare,
  equation,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { h as inverse, inverseOnBothSides, M } from './determinants.ts';
import { g, h, half, isInverse } from './inverse-metric.ts';
import { inverseIsSymmetric } from './t-2.2.19-index-placement.ts';

const { add, delta, derivative, fraction, multiply, negate, subtract, sum } = term;

/** Any connection Γ^i_jk that is symmetric in its lower indices, in any number of coordinates. */
const [i, j, k, l, m, n] = ['i', 'j', 'k', 'l', 'm', 'n'].map(declare.direction);
const part = declare.function('S', [i, j, k]);
const Γ = declare.definition('Γ', [i, j, k], add(part(i, j, k), part(i, k, j)));

/** R^i_jkl as printed, of a connection. */
const curvatureOf = (of: typeof Γ) =>
  declare.definition(
    'R',
    [i, j, k, l],
    add(
      subtract(derivative(k, of(i, j, l)), derivative(l, of(i, j, k))),
      subtract(sum(m, multiply(of(i, m, k), of(m, j, l))), sum(m, multiply(of(i, m, l), of(m, j, k)))),
    ),
  );
const R = curvatureOf(Γ);

/** The covariant derivatives ∇_l V^i and ∇_k ∇_l V^i of a vector field. */
const V = declare.function('V', [i]);
const once = declare.definition('D', [i, l], add(derivative(l, V(i)), sum(m, multiply(Γ(i, m, l), V(m)))));
const twice = declare.definition(
  'DD',
  [i, l, k],
  add(
    derivative(k, once(i, l)),
    subtract(sum(n, multiply(Γ(i, n, k), once(n, l))), sum(n, multiply(Γ(n, l, k), once(i, n)))),
  ),
);
const commutator = subtract(twice(i, l, k), twice(i, k, l));

export const riemannTensor = statement({
  label: 'T-2.2.17',
  title:
    'the Riemann tensor R^i_jkl = d_k Gamma^i_jl - d_l Gamma^i_jk + Gamma^i_mk Gamma^m_jl - Gamma^i_ml Gamma^m_jk is the commutator of covariant derivatives, for any symmetric connection in any number of coordinates',
  given: [assume.differentiable(part), assume.differentiable(V, 2)],
  claim: equation(commutator, sum(j, multiply(R(i, j, k, l), V(j)))),
  expected: 'proved',
  proof: () =>
    start(commutator).equals(
      sum(j, multiply(R(i, j, k, l), V(j))),
      by.definition(twice),
      by.definition(once),
      by.definition(Γ),
      by.definition(R),
      by.differentiation,
      by.derivativeOfSum,
      by.symmetryOfDerivatives,
      by.rearrangement,
    ),
});

export const riemannTensorIsAntisymmetric = statement({
  label: 'T-2.2.17/antisymmetric',
  title: 'it is antisymmetric in its last two indices, for any connection in any number of coordinates',
  given: [assume.differentiable(part)],
  claim: equation(R(i, j, k, l), negate(R(i, j, l, k))),
  expected: 'proved',
  proof: () => start(R(i, j, k, l)).equals(negate(R(i, j, l, k)), by.definition(R)),
});

export const firstBianchiIdentity = statement({
  label: 'T-2.2.17/bianchi',
  title: 'and its cyclic sum over the lower indices is zero, the first Bianchi identity, for any symmetric connection',
  given: [assume.differentiable(part)],
  claim: equation(add(R(i, j, k, l), R(i, k, l, j), R(i, l, j, k)), 0),
  expected: 'proved',
  proof: () =>
    start(add(R(i, j, k, l), R(i, k, l, j), R(i, l, j, k))).equals(
      0,
      by.definition(R),
      by.definition(Γ),
      by.differentiation,
      by.rearrangement,
    ),
});

/** The connection of a metric g with the inverse h, and its symbols of the first kind. */
const first = declare.definition(
  'C',
  [m, j, k],
  multiply(fraction(1, 2), subtract(add(derivative(k, g(m, j)), derivative(j, g(m, k))), derivative(m, g(j, k)))),
);
const leviCivita = declare.definition('Γ', [i, j, k], sum(m, multiply(h(i, m), first(m, j, k))));
const curvature = curvatureOf(leviCivita);
const smoothMetric = [assume.differentiable(half, 2), assume.differentiable(h)];
const lowered = (a: Direction, b: Direction, c: Direction): Term => sum(n, multiply(g(a, n), leviCivita(n, b, c)));

export const loweredConnection = statement({
  label: 'T-2.2.17/first-kind',
  title: 'with its upper index lowered the connection of a metric is half of d_k g_ij + d_j g_ik - d_i g_jk',
  given: [assume.differentiable(half), isInverse],
  claim: equation(lowered(i, j, k), first(i, j, k)),
  expected: 'proved',
  proof: () =>
    start(lowered(i, j, k))
      .equals(
        sum(m, multiply(sum(n, multiply(g(i, n), h(n, m))), first(m, j, k))),
        by.definition(leviCivita),
        by.rearrangement,
      )
      .equals(
        sum(m, multiply(delta(i, m), first(m, j, k))),
        by.theorem(theoremOf(inverseOnBothSides), {
          spaces: { I: i.space },
          functions: [
            [M, g],
            [inverse, h],
          ],
        }),
      )
      .equals(first(i, j, k), by.delta),
});

/** R_ijkl by second derivatives of the metric and products of the symbols of the first kind. */
const second = (a: Direction, b: Direction, c: Direction, d: Direction): Term => derivative(a, derivative(b, g(c, d)));
const products = (a: Direction, b: Direction, c: Direction, d: Direction): Term =>
  sum(m, sum(n, multiply(h(m, n), first(m, a, b), first(n, c, d))));
const allDown = (a: Direction, b: Direction, c: Direction, d: Direction): Term =>
  add(
    multiply(
      fraction(1, 2),
      add(subtract(second(c, b, a, d), second(c, a, b, d)), subtract(second(d, a, b, c), second(d, b, a, c))),
    ),
    subtract(products(a, d, b, c), products(a, c, b, d)),
  );
const down = (a: Direction, b: Direction, c: Direction, d: Direction): Term =>
  sum(n, multiply(g(a, n), curvature(n, b, c, d)));

export const loweredRiemannTensor = statement({
  label: 'T-2.2.17/lowered',
  title:
    'with all indices below, that of a metric is half of d_k d_j g_il - d_k d_i g_jl + d_l d_i g_jk - d_l d_j g_ik and products of its symbols of the first kind',
  given: [...smoothMetric, isInverse],
  claim: equation(down(i, j, k, l), allDown(i, j, k, l)),
  expected: 'proved',
  proof: () => {
    const part = (a: Direction, b: Direction, connection: (x: Direction, y: Direction, z: Direction) => Term): Term =>
      subtract(derivative(a, connection(i, j, b)), sum(n, multiply(derivative(a, g(i, n)), leviCivita(n, j, b))));
    const quadratic = (
      a: Direction,
      b: Direction,
      connection: (x: Direction, y: Direction, z: Direction) => Term,
    ): Term => sum(m, multiply(connection(i, m, a), leviCivita(m, j, b)));
    const whole = (connection: (x: Direction, y: Direction, z: Direction) => Term): Term =>
      add(
        subtract(part(k, l, connection), part(l, k, connection)),
        subtract(quadratic(k, l, connection), quadratic(l, k, connection)),
      );
    return start(down(i, j, k, l))
      .equals(whole(lowered), by.definition(curvature), by.differentiation, by.derivativeOfSum, by.rearrangement)
      .equals(whole(first), by.theorem(theoremOf(loweredConnection)))
      .equals(
        allDown(i, j, k, l),
        by.definition(leviCivita),
        by.definition(first),
        by.definition(g),
        by.differentiation,
        by.symmetryOfDerivatives,
        by.rearrangement,
      );
  },
});

const [one, other] = [products(i, l, j, k), products(j, k, i, l)];

export const productsOfSymbols = statement({
  label: 'T-2.2.17/products',
  title: 'in such a product the two symbols may be exchanged',
  given: [assume.differentiable(half), isInverse],
  claim: equation(one, other),
  expected: 'proved',
  proof: () =>
    start(one)
      .equals(
        sum(m, sum(n, multiply(h(n, m), first(m, i, l), first(n, j, k)))),
        by.theorem(theoremOf(inverseIsSymmetric)),
      )
      .equals(other, by.rearrangement),
});

export const riemannTensorOfPairs = statement({
  label: 'T-2.2.17/pairs',
  title: 'and so R_ijkl = R_klij, for any metric in any number of coordinates',
  given: [...smoothMetric, isInverse],
  claim: equation(down(i, j, k, l), down(k, l, i, j)),
  expected: 'proved',
  proof: () =>
    start(down(i, j, k, l))
      .equals(allDown(i, j, k, l), by.theorem(theoremOf(loweredRiemannTensor)))
      .equals(
        add(subtract(allDown(i, j, k, l), one), other),
        by.theorem(theoremOf(productsOfSymbols), { points: { i, j, k, l } }),
      )
      .equals(
        allDown(k, l, i, j),
        by.definition(g),
        by.definition(first),
        by.differentiation,
        by.symmetryOfDerivatives,
        by.rearrangement,
      )
      .equals(down(k, l, i, j), by.theorem(theoremOf(loweredRiemannTensor))),
});

export const riemannTensorOfTheFirstPair = statement({
  label: 'T-2.2.17/first-pair',
  title: 'so that it is antisymmetric in its first two indices as well',
  given: [...smoothMetric, isInverse],
  claim: equation(down(i, j, k, l), negate(down(j, i, k, l))),
  expected: 'proved',
  proof: () =>
    start(down(i, j, k, l))
      .equals(down(k, l, i, j), by.theorem(theoremOf(riemannTensorOfPairs), { points: { i, j, k, l } }))
      .equals(negate(down(k, l, j, i)), by.definition(curvature), by.rearrangement)
      .equals(
        negate(down(j, i, k, l)),
        by.theorem(theoremOf(riemannTensorOfPairs), { points: { i: k, j: l, k: j, l: i } }),
      ),
});
