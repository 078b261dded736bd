import {
  assume,
  declare,
  type Natural,
  next,
  type PointVariable,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { i, j, score } from './setting.ts';

const { multiply } = term;

/** The objects of the tests on measure spaces: a density d on M, another one e on L, r on M x L, f_α on M_α. */
export const M = declare.measureSpace('M');
export const L = declare.measureSpace('L');
export const a = declare.point('a', M);
export const a2 = declare.point('a2', M);
export const b = declare.point('b', L);
export const d = declare.function('d', M);
export const e = declare.function('e', L);
export const u = declare.function('u', M);
export const v = declare.function('v', M);
export const r = declare.function('r', [a, b]);

export const measures = declare.measureSpaces('M');
export const fs = declare.functions('f', measures);
export const observation = (number: Natural): PointVariable => declare.point('z', measures(number));
export const sample = (length: Natural | number): PointVariable => declare.point('w', measures.first(length));
export const jointDensity = declare.recursion('P', measures, term.fraction(1, 1), (before, number, _v, last) =>
  multiply(before, fs(next(number), last)),
);

/** f ∂_i log f ∂_j log f. */
export const informationOf = (density: Term): Term => multiply(density, score(i, density), score(j, density));

/** A regular density in one observation, with so many derivatives under the integral; its information is finite. */
export const regularD = (order: number) => [
  assume.positive(d),
  assume.differentiable(d, order),
  assume.normalised(d),
  assume.exchange(d(a), order, a),
  assume.integrable(informationOf(d(a)), a),
];

const α = declare.natural('α');
const z = observation(α);
export const regularEach = [
  assume.positive(fs),
  assume.differentiable(fs),
  assume.normalised(fs),
  assume.exchange(fs(α, z), 1, z),
  assume.integrable(informationOf(fs(α, z)), z),
];
