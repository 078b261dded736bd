/** The natural gradient in any dimension and for all families: F N = grad L, with displacements along it. */
import { assume, type Direction, declare, type Term, term } from 'fisher-rao';
import { expectation, p, regularX, scoreAlong, X, x } from './setting.ts';

const { divide, fraction, multiply, negate, sum } = term;

/** Coordinates to sum over. */
export const k = declare.direction('k');
export const m = declare.direction('m');

/** The entry of the Fisher information along two coordinates. */
export const F = (one: Direction, other: Direction): Term =>
  expectation(x, p(x), multiply(scoreAlong(one, p(x)), scoreAlong(other, p(x))));

/** The gradient of the loss by its components, the natural gradient, and another displacement. */
export const gradient = declare.function('g', k.space);
export const natural = declare.function('N', k.space);
export const other = declare.function('d', k.space);

/** F N. */
export const applied = (along: Direction): Term => sum(m, multiply(F(along, m), natural(m)));

/** F N = g defines the natural gradient; where F is not singular N = F^(-1) g. */
export const solves = assume.equation('F N = g', applied(k), gradient(k));

/** A number λ > 0, the value of a function at any point. */
const lambda = declare.function('λ', X);
export const multiplier = lambda(declare.point('o', X));

/** What statements about the natural gradient assume. */
export const naturalGradientExists = [...regularX, solves, assume.positive(lambda)];

/** The step -N/λ. */
export const step = (along: Direction): Term => negate(divide(natural(along), multiplier));

/** u.v for components u and v. */
export const contracted = (u: (along: Direction) => Term, v: (along: Direction) => Term): Term =>
  sum(k, multiply(u(k), v(k)));

/** u F v. */
export const inMetric = (u: (along: Direction) => Term, v: (along: Direction) => Term): Term =>
  sum(k, sum(m, multiply(u(k), F(k, m), v(m))));

/** Half of u F u, the divergence of a displacement u to second order. */
export const divergenceOf = (u: (along: Direction) => Term): Term => multiply(fraction(1, 2), inMetric(u, u));
