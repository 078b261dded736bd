import { type Expression, parseExpression } from '../calculus/index.ts';

/**
 * A pivot: a positive random variable whose distribution is free of the coordinates, and of which the sample is a
 * function for each value of them, as x = mu - beta*log(pivot). Expectations of functions of the sample are those of
 * functions of the pivot, whose moments are known: E of pivot^a times powers of the other factors, for real exponents;
 * logarithms of the factors come by derivatives with respect to the exponents.
 */
export interface Pivot {
  /** The name of the pivot: 'pivot', so that no coordinate is likely to bear it. */
  readonly variable: string;
  /** The name of a random sign, independent of the pivot, +1 and -1 with probability 1/2 each. */
  readonly sign?: string;
  /** Each sample variable in the pivot, the sign, the coordinates and constants. */
  readonly sample: Readonly<Record<string, Expression>>;
  /** What the moment rule has powers of, the pivot first, each with the name of its exponent. */
  readonly factors: readonly { readonly base: Expression; readonly exponent: string }[];
  /**
   * The expectation of the product of the powers is the product of Gamma(u) over the arguments u `above`, divided by that
   * over the arguments `below`, and by the same at exponents 0. The arguments are of first order in the exponents and
   * contain constants. The expectation exists where all arguments above are positive.
   */
  readonly gammas: { readonly above: readonly Expression[]; readonly below: readonly Expression[] };
}

/** The sample variables in the pivot, as text. */
type Sample = Readonly<Record<string, string>>;

/** pivot ~ Gamma(shape, 1), density pivot^(shape - 1) exp(-pivot)/Gamma(shape); shape 1 is the exponential distribution. */
export function gammaPivot(shape: string, sample: Sample, sign?: 'sign'): Pivot {
  return pivotOf(sample, sign, { a: 'pivot' }, [`${shape} + a`], []);
}

/**
 * pivot ~ beta prime (p, q), density pivot^(p - 1) (1 + pivot)^(-p - q)/B(p, q): the odds u/(1 - u) where u is beta (p, q).
 */
export function betaPrimePivot(p: string, q: string, sample: Sample, sign?: 'sign'): Pivot {
  return pivotOf(sample, sign, { a: 'pivot', b: '1 + pivot' }, [`${p} + a`, `${q} - a - b`], [`${p} + ${q} - b`]);
}

/** pivot uniform on (0, 1). */
export function uniformPivot(sample: Sample): Pivot {
  return pivotOf(sample, undefined, { a: 'pivot', b: '1 - pivot' }, ['1 + a', '1 + b'], ['2 + a + b']);
}

function pivotOf(
  sample: Sample,
  sign: string | undefined,
  factors: Readonly<Record<string, string>>,
  above: readonly string[],
  below: readonly string[],
): Pivot {
  return {
    variable: 'pivot',
    ...(sign === undefined ? {} : { sign }),
    sample: Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, parseExpression(text)])),
    factors: Object.entries(factors).map(([exponent, base]) => ({ exponent, base: parseExpression(base) })),
    gammas: { above: above.map(parseExpression), below: below.map(parseExpression) },
  };
}
