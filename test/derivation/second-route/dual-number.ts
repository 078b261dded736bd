/**
 * A real number with infinitesimals: Σ_S c_S Π_{t in S} ε_t over the sets S of some tags, ε_t^2 = 0. Derivatives by them
 * are exact up to rounding, and share nothing with the jets and closed forms of `src/`.
 */
export type Value = number | Dual;

interface Dual {
  /** The tags, numbers from 0 to 29, as bits. */
  readonly tags: number;
  /** For every set of the tags, which are counted from the lowest on, one coefficient. */
  readonly coefficients: readonly number[];
}

/** The tags of derivatives that are being taken: another one inside needs another. */
let active = 0;

/** Takes the derivatives of several functions of one value that are computed together. */
export type Differentiator = (f: (x: Value) => readonly Value[], at: Value) => Value[];

/**
 * A {@link Differentiator} that gives f the identical value again if it is asked for the same place again, so that what
 * depends on it alone is seen to be known already.
 */
export function differentiator(): Differentiator {
  let [tag, place, variable]: [number, Value | null, Value] = [-1, null, 0];
  return (f, at) => {
    const isKnown = tag >= 0 && Object.is(place, at) && ((active >> tag) & 1) === 0;
    if (!isKnown) {
      tag = 31 - Math.clz32(~active & (active + 1));
      [place, variable] = [at, add(at, { tags: 1 << tag, coefficients: [0, 1] })];
    }
    const own = tag;
    active |= 1 << own;
    try {
      return f(variable).map((result) => split(result, own)[1]);
    } finally {
      active &= ~(1 << own);
    }
  };
}

/** The derivatives at `at` of several functions that are computed together. */
export function slopes(f: (x: Value) => readonly Value[], at: Value): Value[] {
  return differentiator()(f, at);
}

/** The derivative at `at` of a function of values. */
export function slope(f: (x: Value) => Value, at: Value): Value {
  return slopes((x) => [f(x)], at)[0];
}

/** What stands beside ε of a tag, and what is multiplied by it. */
function split(a: Value, tag: number): readonly [rest: Value, slope: Value] {
  if (typeof a === 'number' || ((a.tags >> tag) & 1) === 0) return [a, 0];
  const { tags, coefficients } = a;
  if (coefficients.length === 2) return [coefficients[0], coefficients[1]];
  const place = count(tags & ((1 << tag) - 1));
  const part = (bit: number): Value => ({
    tags: tags & ~(1 << tag),
    coefficients: coefficients.filter((_, set) => ((set >> place) & 1) === bit),
  });
  return [part(0), part(1)];
}

/** f(a) where f is known at numbers, and its derivative at all values: f(r + s ε) = f(r) + s f'(r) ε. */
export function solved(f: (x: number) => number, derivative: (x: Value) => Value): (a: Value) => Value {
  const at = (a: Value): Value => {
    if (typeof a === 'number') return f(a);
    const tag = 31 - Math.clz32(a.tags);
    const [rest, slope] = split(a, tag);
    const epsilon: Value = { tags: 1 << tag, coefficients: [0, 1] };
    return add(at(rest), multiply(epsilon, multiply(derivative(rest), slope)));
  };
  return at;
}

/** The number without its infinitesimals. */
export function plain(a: Value): number {
  return typeof a === 'number' ? a : a.coefficients[0];
}

function count(bits: number): number {
  let n = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) n++;
  return n;
}

/** The coefficients for every set of more tags. */
function over(tags: number, a: Value): readonly number[] {
  if (typeof a !== 'number' && a.tags === tags) return a.coefficients;
  const spread = new Array<number>(1 << count(tags)).fill(0);
  if (typeof a === 'number') {
    spread[0] = a;
    return spread;
  }
  const places: number[] = [];
  let place = 0;
  for (let rest = tags; rest !== 0; rest &= rest - 1, place++) if (a.tags & rest & -rest) places.push(1 << place);
  a.coefficients.forEach((coefficient, set) => {
    let to = 0;
    for (let bit = 0; bit < places.length; bit++) if ((set >> bit) & 1) to |= places[bit];
    spread[to] = coefficient;
  });
  return spread;
}

const tagsOf = (a: Value): number => (typeof a === 'number' ? 0 : a.tags);

type Binary = (a: Value, b: Value) => Value;

export const add: Binary = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  const tags = tagsOf(a) | tagsOf(b);
  const [x, y] = [over(tags, a), over(tags, b)];
  return { tags, coefficients: x.map((one, set) => one + y[set]) };
};

export const multiply: Binary = (a, b) => {
  if (typeof a === 'number') {
    if (typeof b === 'number') return a * b;
    return { tags: b.tags, coefficients: b.coefficients.map((one) => a * one) };
  }
  if (typeof b === 'number') return { tags: a.tags, coefficients: a.coefficients.map((one) => one * b) };
  const tags = a.tags | b.tags;
  const [x, y] = [over(tags, a), over(tags, b)];
  const coefficients = x.map((one, set) => {
    let sum = one * y[0];
    if (set > 0)
      for (let part = (set - 1) & set; ; part = (part - 1) & set) {
        sum += x[part] * y[set ^ part];
        if (part === 0) break;
      }
    return sum;
  });
  return { tags, coefficients };
};

export const negate = (a: Value): Value => multiply(-1, a);
export const subtract: Binary = (a, b) => add(a, negate(b));

/** A function of one value from its derivatives at numbers, by its Taylor series, which ends. */
const lifted =
  (derivative: (x: number, order: number) => number) =>
  (a: Value): Value => {
    if (typeof a === 'number') return derivative(a, 0);
    const { tags, coefficients } = a;
    const [x, ...rest] = coefficients;
    const small: Value = { tags, coefficients: [0, ...rest] };
    let sum: Value = derivative(x, count(tags));
    for (let order = count(tags) - 1; order >= 0; order--)
      sum = add(derivative(x, order), multiply(multiply(1 / (order + 1), small), sum));
    return sum;
  };

/** d^order/dx^order x^b. */
function derivativeOfPower(x: number, b: number, order: number): number {
  let factor = 1;
  for (let k = 0; k < order; k++) factor *= b - k;
  return factor === 0 && !Number.isNaN(x) ? 0 : factor * x ** (b - order);
}

const derivativeOfLogarithm = (x: number, order: number): number => derivativeOfPower(x, -1, order - 1);

export const inverse = lifted((x, order) => derivativeOfPower(x, -1, order));
export const exp = lifted(Math.exp);
export const log = lifted((x, order) => (order === 0 ? Math.log(x) : derivativeOfLogarithm(x, order)));
export const logOfAbsoluteValue = lifted((x, order) =>
  order === 0 ? Math.log(Math.abs(x)) : derivativeOfLogarithm(x, order),
);
export const sin = lifted((x, order) => [Math.sin, Math.cos][order % 2](x) * (order % 4 < 2 ? 1 : -1));
export const cos = lifted(
  (x, order) => [Math.cos, Math.sin][order % 2](x) * (order % 4 === 0 || order % 4 === 3 ? 1 : -1),
);
export const divide: Binary = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? a / b : multiply(a, inverse(b));

/** A power: where the exponent has infinitesimals the exponential of the logarithm. */
export const power: Binary = (a, b) => {
  if (typeof b !== 'number') return exp(multiply(b, log(a)));
  return lifted((x, order) => derivativeOfPower(x, b, order))(a);
};
