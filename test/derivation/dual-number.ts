/**
 * A real number with first-order infinitesimals, nested: `re + eps ε` with ε^2 = 0 and one ε for each tag. Derivatives by
 * them are exact up to rounding, and share nothing with the jets and closed forms of `src/`.
 */
export type Value = number | Dual;

interface Dual {
  readonly tag: number;
  readonly re: Value;
  readonly eps: Value;
}

let tags = 0;

/** The derivative at `at` of a function of values. */
export function slope(f: (x: Value) => Value, at: Value): Value {
  return slopes((x) => [f(x)], at)[0];
}

/** The derivatives at `at` of several functions that are computed together. */
export function slopes(f: (x: Value) => readonly Value[], at: Value): Value[] {
  const tag = ++tags;
  return f({ tag, re: at, eps: 1 }).map((result) => split(result, tag)[1]);
}

/** The number without its infinitesimals. */
export function plain(a: Value): number {
  return typeof a === 'number' ? a : plain(a.re);
}

/** Real and infinitesimal part with respect to a tag. */
function split(a: Value, tag: number): readonly [Value, Value] {
  return typeof a !== 'number' && a.tag === tag ? [a.re, a.eps] : [a, 0];
}

const tagOf = (a: Value): number => (typeof a === 'number' ? 0 : a.tag);

type Binary = (a: Value, b: Value) => Value;

export const add: Binary = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  const tag = Math.max(tagOf(a), tagOf(b));
  const [[x, dx], [y, dy]] = [split(a, tag), split(b, tag)];
  return { tag, re: add(x, y), eps: add(dx, dy) };
};

export const multiply: Binary = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  const tag = Math.max(tagOf(a), tagOf(b));
  const [[x, dx], [y, dy]] = [split(a, tag), split(b, tag)];
  return { tag, re: multiply(x, y), eps: add(multiply(dx, y), multiply(x, dy)) };
};

export const negate = (a: Value): Value => multiply(-1, a);
export const subtract: Binary = (a, b) => add(a, negate(b));

/** A function of one value from its values at numbers and its derivative. */
const lifted =
  (f: (x: number) => number, derivative: (x: Value) => Value) =>
  (a: Value): Value => {
    if (typeof a === 'number') return f(a);
    const { tag, re, eps } = a;
    return { tag, re: lifted(f, derivative)(re), eps: multiply(derivative(re), eps) };
  };

export const inverse = lifted(
  (x) => 1 / x,
  (x) => negate(multiply(inverse(x), inverse(x))),
);
export const exp: (a: Value) => Value = lifted(Math.exp, (x) => exp(x));
export const log: (a: Value) => Value = lifted(Math.log, inverse);
export const logOfAbsoluteValue: (a: Value) => Value = lifted((x) => Math.log(Math.abs(x)), inverse);
export const sin: (a: Value) => Value = lifted(Math.sin, (x) => cos(x));
export const cos: (a: Value) => Value = lifted(Math.cos, (x) => negate(sin(x)));
export const divide: Binary = (a, b) => multiply(a, inverse(b));

/** A power: products for whole exponents, the exponential of the logarithm for others. */
export const power: Binary = (a, b) => {
  if (typeof b !== 'number') return exp(multiply(b, log(a)));
  if (!Number.isInteger(b))
    return lifted(
      (x) => x ** b,
      (x) => multiply(b, power(x, b - 1)),
    )(a);
  if (b < 0) return inverse(power(a, -b));
  let product: Value = 1;
  for (let k = 0; k < b; k++) product = multiply(product, a);
  return product;
};
