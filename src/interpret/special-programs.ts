import type { Builder, Variable } from '../program/index.ts';

/** Up to here erf is integrated; beyond it is 1 to double precision. */
const saturation = 6;
/** Up to here means over angles give the Bessel functions; beyond, their asymptotic series. */
const far = 25;

/** erf, I1/I0 and log I0 of variables of a program under construction, entry by entry. */
export interface SpecialPrograms {
  erf(x: Variable): Variable;
  besselRatio(x: Variable): Variable;
  logBesselI0(x: Variable): Variable;
}

/**
 * Special functions from the primitives, to about 1e-14 of their values in float64. erf(x) is 2x/sqrt(pi) times the
 * integral of exp(-x^2 t^2) over [0, 1] by Gauss-Legendre quadrature. I0(x) and I1(x) are means of exp(x cos) and
 * cos exp(x cos) over equidistant angles, exact to rounding for |x| < 25, and beyond that their asymptotic series.
 */
export function specialPrograms(b: Builder, literal: (value: number) => Variable): SpecialPrograms {
  const sum = (terms: readonly Variable[]): Variable => terms.reduce((total, term) => b.add(total, term));
  /** 1 where |x| is below the limit, 0 beyond. */
  const below = (x: Variable, limit: number): Variable =>
    b.multiply(0.5, b.add(literal(1), b.sign(b.subtract(literal(limit), b.absolute(x)))));
  const others = (part: Variable): Variable => b.subtract(literal(1), part);
  const horner = (coefficients: readonly number[], x: Variable): Variable =>
    coefficients.reduceRight<Variable | null>(
      (total, c) => (total === null ? literal(c) : b.add(literal(c), b.multiply(x, total))),
      null,
    ) as Variable;

  /** exp(-x) (exp(x c) + exp(-x c)) for the cosines c >= 0 of the angles, with their weights. */
  const pairs = (x: Variable) =>
    cosines.map(({ cosine, weight }) => ({
      cosine,
      sum: b.multiply(weight / angles, b.add(b.exp(b.multiply(cosine - 1, x)), b.exp(b.multiply(-cosine - 1, x)))),
    }));
  const nearAndFar = (x: Variable) => {
    const isNear = below(x, far);
    const size = b.absolute(x);
    return {
      isNear,
      near: b.multiply(size, isNear),
      inverse: b.divide(literal(1), b.add(b.multiply(size, others(isNear)), b.multiply(far, isNear))),
    };
  };
  return {
    erf: (x) => {
      const isNear = below(x, saturation);
      const near = b.multiply(x, isNear);
      const square = b.multiply(near, near);
      const integral = sum(
        gaussLegendre.map(({ node, weight }) => b.multiply(weight, b.exp(b.multiply(-node * node, square)))),
      );
      const inside = b.multiply(2 / Math.sqrt(Math.PI), b.multiply(near, integral));
      return b.add(inside, b.multiply(b.sign(x), others(isNear)));
    },
    besselRatio: (x) => {
      const { isNear, near, inverse } = nearAndFar(x);
      const means = pairs(near);
      const first = sum(
        means.map(({ cosine, sum: mean }) => b.multiply(cosine, b.multiply(mean, b.tanh(b.multiply(cosine, near))))),
      );
      const ratio = b.divide(first, sum(means.map(({ sum: mean }) => mean)));
      const beyond = horner(ratioSeries, inverse);
      const size = b.add(b.multiply(ratio, isNear), b.multiply(beyond, others(isNear)));
      return b.multiply(b.sign(x), size);
    },
    logBesselI0: (x) => {
      const { isNear, near, inverse } = nearAndFar(x);
      const inside = b.add(near, b.log(sum(pairs(near).map(({ sum: mean }) => mean))));
      const factor = b.multiply(
        b.multiply(1 / (2 * Math.PI), inverse),
        b.multiply(horner(zerothSeries, inverse), horner(zerothSeries, inverse)),
      );
      const beyond = b.add(b.absolute(x), b.multiply(0.5, b.log(factor)));
      return b.add(b.multiply(inside, isNear), b.multiply(beyond, others(isNear)));
    },
  };
}

/** The number of angles; the error of means over them at |x| = 25 is about exp(-46). */
const angles = 48;
/** Their cosines c >= 0, each with the number of angles that have it, of which half have it for c = 0. */
const cosines = Array.from({ length: angles / 4 + 1 }, (_, j) => ({
  cosine: j === angles / 4 ? 0 : Math.cos((2 * Math.PI * j) / angles),
  weight: j === 0 || j === angles / 4 ? 1 : 2,
}));

const terms = 36;

/** I0(x) exp(-x) sqrt(2 pi x) in powers of 1/x. */
const zerothSeries: readonly number[] = (() => {
  const series = [1];
  for (let k = 1; k < terms; k++) series.push((series[k - 1] * (2 * k - 1) ** 2) / (8 * k));
  return series;
})();

/** I1/I0 in powers of 1/x: 2 a_j = (j - 2) a_(j-1) - sum of a_i a_(j-i) over 0 < i < j, from A' = 1 - A/x - A^2. */
const ratioSeries: readonly number[] = (() => {
  const a = [1];
  for (let j = 1; j < terms; j++) {
    let products = 0;
    for (let i = 1; i < j; i++) products += a[i] * a[j - i];
    a.push(((j - 2) * a[j - 1] - products) / 2);
  }
  return a;
})();

/** Nodes and weights of the rule with 40 nodes on [0, 1]: roots of the Legendre polynomial, by Newton's iteration. */
const gaussLegendre: readonly { readonly node: number; readonly weight: number }[] = Array.from(
  { length: 40 },
  (_, j) => {
    const n = 40;
    let x = Math.cos((Math.PI * (j + 0.75)) / (n + 0.5));
    let derivative = 1;
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      derivative = (n * (x * value - before)) / (x * x - 1);
      x -= value / derivative;
    }
    return { node: (1 + x) / 2, weight: 1 / ((1 - x * x) * derivative * derivative) };
  },
);
