import type { Rational } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { besselRatioDerivatives, logBesselI0 } from './bessel.ts';
import type { DifferentialField } from './elementary-field.ts';
import { realNumbers } from './real-numbers.ts';

/**
 * A Taylor polynomial of a function at a point, truncated after its `order`: the coefficient of each monomial in the
 * displacement, monomials by total degree. A derivative has one order less; an operation keeps the smaller order.
 */
export interface Jet {
  readonly order: number;
  readonly coefficients: Float64Array;
}

/** The differential field (a field where the value is not zero) of jets at one point. */
export interface Jets extends DifferentialField<Jet> {
  readonly order: number;
  /** The jet of coordinate `index` with the given value. */
  coordinate(index: number, value: number): Jet;
  /** The jet of a constant function. */
  constant(value: number): Jet;
  /** The value of the function at the point. */
  value(a: Jet): number;
  /**
   * The jet of f(args) for a smooth function f of as many variables, from its partial derivatives at the values of
   * `args`: `derivative(orders)`, asked for up to the order of the jets.
   */
  compose(args: readonly Jet[], derivative: (orders: readonly number[]) => number): Jet;
  /** The jet with the given Taylor coefficients by exponents of the displacement; what is not given is zero. */
  fromTaylor(order: number, coefficient: (exponents: readonly number[]) => number): Jet;
}

/** The jets of functions of `dimension` coordinates up to the given order, in double precision. */
export function jets(dimension: number, order: number): Jets {
  const monomials = monomialsByDegree(dimension, order);
  const places = new Map(monomials.map((exponents, place) => [exponents.join(), place]));
  const sizes = Array.from({ length: order + 1 }, (_, k) => monomials.filter((e) => degree(e) <= k).length);
  const pairs = productTable(monomials, places, order);
  const shifts = Array.from({ length: dimension }, (_, index) => derivativeTable(monomials, places, index, order));

  const jet = (k: number, coefficients: Float64Array): Jet => ({ order: k, coefficients });
  const constant = (value: number): Jet => {
    const coefficients = new Float64Array(sizes[order]);
    coefficients[0] = value;
    return jet(order, coefficients);
  };
  const combine = (a: Jet, b: Jet, scale: number): Jet => {
    const k = Math.min(a.order, b.order);
    const coefficients = new Float64Array(sizes[k]);
    for (let place = 0; place < coefficients.length; place++) {
      coefficients[place] = a.coefficients[place] + scale * b.coefficients[place];
    }
    return jet(k, coefficients);
  };
  const sum = (terms: readonly Jet[]): Jet => {
    const k = terms.reduce((least, term) => Math.min(least, term.order), order);
    const coefficients = new Float64Array(sizes[k]);
    for (const term of terms) {
      for (let place = 0; place < coefficients.length; place++) coefficients[place] += term.coefficients[place];
    }
    return jet(k, coefficients);
  };
  const multiply = (a: Jet, b: Jet): Jet => {
    const k = Math.min(a.order, b.order);
    const product = new Float64Array(sizes[k]);
    const { left, right, target, ends } = pairs;
    for (let pair = 0; pair < ends[k]; pair++) {
      product[target[pair]] += a.coefficients[left[pair]] * b.coefficients[right[pair]];
    }
    return jet(k, product);
  };
  const scale = (a: Jet, factor: number): Jet =>
    jet(
      a.order,
      a.coefficients.map((c) => c * factor),
    );
  /** f(a) from the derivatives f(a0), f'(a0), ..., by Horner's rule in the nilpotent part. */
  const applied = (a: Jet, derivatives: readonly number[]): Jet => {
    const nilpotent = jet(a.order, Float64Array.from(a.coefficients));
    nilpotent.coefficients[0] = 0;
    let factorial = derivatives.slice(0, a.order + 1).reduce((f, _, k) => f * Math.max(1, k), 1);
    let result = constant(derivatives[a.order] / factorial);
    for (let k = a.order - 1; k >= 0; k--) {
      factorial /= k + 1;
      result = multiply(result, nilpotent);
      result.coefficients[0] += derivatives[k] / factorial;
    }
    return jet(a.order, result.coefficients.slice(0, sizes[a.order]));
  };
  /** Taylor's formula: the sum over orders m of D^m f product of (args_i - value_i)^m_i / m_i!. */
  const compose = (args: readonly Jet[], derivative: (orders: readonly number[]) => number): Jet => {
    const total = args.reduce((least, a) => Math.min(least, a.order), order);
    const powers = args.map((a) => {
      const nilpotent = jet(a.order, Float64Array.from(a.coefficients));
      nilpotent.coefficients[0] = 0;
      const list = [constant(1)];
      for (let m = 1; m <= total; m++) list.push(scale(multiply(list[m - 1], nilpotent), 1 / m));
      return list;
    });
    const terms = monomialsByDegree(args.length, total).map((orders) =>
      orders.reduce((product, m, i) => multiply(product, powers[i][m]), constant(derivative(orders))),
    );
    return jet(total, sum(terms).coefficients.slice(0, sizes[total]));
  };
  const upTo = <T>(make: (k: number) => T): T[] => Array.from({ length: order + 1 }, (_, k) => make(k));
  const powerDerivatives = (value: number, exponent: number): number[] => {
    let falling = 1;
    return upTo((k) => {
      const derivative = falling === 0 ? 0 : falling * value ** (exponent - k);
      falling *= exponent - k;
      return derivative;
    });
  };
  const sin = (a: Jet): Jet => applied(a, upTo(derivativeOfSine(a.coefficients[0])));
  const cos = (a: Jet): Jet => {
    const derivative = derivativeOfSine(a.coefficients[0]);
    return applied(
      a,
      upTo((k) => derivative(k + 1)),
    );
  };
  const inverse = (a: Jet): Jet => {
    const value = a.coefficients[0];
    if (value === 0)
      throw new DomainError('division by zero in double precision: a divisor vanishes at this point, or is too small');
    return applied(a, powerDerivatives(value, -1));
  };

  return {
    dimension,
    order,
    zero: constant(0),
    one: constant(1),
    fromInteger: (value) => constant(realNumbers.fromInteger(value)),
    fromRational: (value) => constant(realNumbers.fromRational(value)),
    fromTaylor: (k, coefficient) =>
      jet(
        k,
        Float64Array.from(monomials.slice(0, sizes[k]), (exponents) => coefficient(exponents)),
      ),
    coordinate: (index, value) => {
      const result = constant(value);
      if (order > 0) result.coefficients[1 + index] = 1;
      return result;
    },
    constant,
    compose,
    value: (a) => a.coefficients[0],
    add: (a, b) => combine(a, b, 1),
    subtract: (a, b) => combine(a, b, -1),
    negate: (a) =>
      jet(
        a.order,
        a.coefficients.map((c) => -c),
      ),
    multiply,
    divide: (a, b) => multiply(a, inverse(b)),
    sum,
    isZero: (a) => a.coefficients.every((c) => c === 0),
    pivotQuality: (a) => Math.abs(a.coefficients[0]),
    exp: (a) =>
      applied(
        a,
        upTo(() => Math.exp(a.coefficients[0])),
      ),
    log: (a) => {
      const value = a.coefficients[0];
      if (value === 0) throw new DomainError('the logarithm of zero is undefined');
      return applied(a, [Math.log(Math.abs(value)), ...powerDerivatives(value, -1)]);
    },
    sin,
    cos,
    tan: (a) => multiply(sin(a), inverse(cos(a))),
    erf: (a) => applied(a, derivativesOfErf(a.coefficients[0], order)),
    besselRatio: (a) => applied(a, besselRatioDerivatives(a.coefficients[0], order)),
    logBesselI0: (a) => {
      const value = a.coefficients[0];
      return applied(a, [logBesselI0(value), ...besselRatioDerivatives(value, order)]);
    },
    power: (a, exponent: Rational) => {
      realNumbers.power(a.coefficients[0], exponent); // refuses where the power is undefined
      return applied(a, powerDerivatives(a.coefficients[0], realNumbers.fromRational(exponent)));
    },
    polygamma: (n, a) =>
      applied(
        a,
        upTo((k) => realNumbers.polygamma(n + k, a.coefficients[0])),
      ),
    partial: (a, index) => {
      if (a.order === 0) throw new Error('a jet of order 0 has no derivative: start from jets of higher order');
      const { source, factor } = shifts[index];
      const size = sizes[a.order - 1];
      return jet(
        a.order - 1,
        Float64Array.from({ length: size }, (_, place) => factor[place] * a.coefficients[source[place]]),
      );
    },
  };
}

/** erf and its derivatives at a number: 2/sqrt(pi) (-1)^k H_k(x) exp(-x^2) for the one of order k + 1. */
function derivativesOfErf(value: number, highest: number): number[] {
  const scale = (2 / Math.sqrt(Math.PI)) * Math.exp(-value * value);
  const hermite = [1, 2 * value];
  for (let k = 1; k < highest; k++) hermite.push(2 * value * hermite[k] - 2 * k * hermite[k - 1]);
  return [
    realNumbers.erf(value),
    ...hermite.slice(0, highest).map((h, k) => (k % 2 === 0 ? scale * h : 0 - scale * h)),
  ];
}

/** The derivatives of the sine at a number by their order: sin, cos, -sin, -cos, ... */
function derivativeOfSine(value: number): (order: number) => number {
  const [sin, cos] = [Math.sin(value), Math.cos(value)];
  return (order) => [sin, cos, -sin, -cos][order % 4];
}

function degree(exponents: readonly number[]): number {
  return exponents.reduce((total, e) => total + e, 0);
}

function monomialsByDegree(dimension: number, order: number): number[][] {
  const list: number[][] = [];
  const extend = (prefix: number[], left: number): void => {
    if (prefix.length === dimension) {
      if (left === 0) list.push(prefix);
      return;
    }
    for (let e = left; e >= 0; e--) extend([...prefix, e], left - e);
  };
  for (let k = 0; k <= order; k++) extend([], k);
  return list;
}

/** All pairs of monomials with their product, by degree of the product: `ends[k]` pairs reach degree at most k. */
function productTable(monomials: readonly number[][], places: ReadonlyMap<string, number>, order: number) {
  const degrees = monomials.map(degree);
  const triples: [number, number, number][][] = Array.from({ length: order + 1 }, () => []);
  monomials.forEach((a, i) => {
    for (let j = 0; j < monomials.length && degrees[i] + degrees[j] <= order; j++) {
      const product = places.get(a.map((e, k) => e + monomials[j][k]).join()) as number;
      triples[degrees[i] + degrees[j]].push([i, j, product]);
    }
  });
  const all = triples.flat();
  let end = 0;
  return {
    left: Int32Array.from(all, ([i]) => i),
    right: Int32Array.from(all, ([, j]) => j),
    target: Int32Array.from(all, ([, , product]) => product),
    ends: triples.map((group) => {
      end += group.length;
      return end;
    }),
  };
}

function derivativeTable(
  monomials: readonly number[][],
  places: ReadonlyMap<string, number>,
  index: number,
  order: number,
) {
  const lower = monomials.filter((e) => degree(e) < order);
  const raised = lower.map((exponents) => exponents.map((e, k) => (k === index ? e + 1 : e)));
  return {
    source: Int32Array.from(raised, (exponents) => places.get(exponents.join()) as number),
    factor: Float64Array.from(raised, (exponents) => exponents[index]),
  };
}
