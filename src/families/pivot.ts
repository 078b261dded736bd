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
  /** The name of a random sign, independent of the pivot: +1 and -1. */
  readonly sign?: string;
  /** The probability of the sign as a function of it, the coordinates and constants; 1/2 unless given. */
  readonly probability?: Expression;
  /** Each sample variable in the pivot, the sign, the coordinates and constants. */
  readonly sample: Readonly<Record<string, Expression>>;
  /** What the moment rule has powers of, the pivot first, each with the name of its exponent. */
  readonly factors: readonly { readonly base: Expression; readonly exponent: string }[];
  readonly rule: MomentRule;
}

/**
 * The expectation of the product of the powers: base^exponent of the scale times the product of Gamma(u) over the
 * arguments u `above`, divided by that over the arguments `below`, and all of it by the same at exponents 0. Arguments and
 * the exponent of the scale are of first order in the exponents; all may contain constants. The expectation exists where
 * all arguments above are positive.
 */
export interface MomentRule {
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
  readonly scale?: { readonly base: Expression; readonly exponent: Expression };
}

/** The sample variables in the pivot, as text. */
type Sample = Readonly<Record<string, string>>;

/** pivot ~ Gamma(shape, 1), density pivot^(shape - 1) exp(-pivot)/Gamma(shape); shape 1 is the exponential distribution. */
export function gammaPivot(shape: string, sample: Sample, sign?: 'sign'): Pivot {
  return pivotOf(sample, sign, { a: 'pivot' }, { above: [`${shape} + a`] });
}

/**
 * pivot ~ beta prime (p, q), density pivot^(p - 1) (1 + pivot)^(-p - q)/B(p, q): the odds u/(1 - u) where u is beta (p, q).
 */
export function betaPrimePivot(p: string, q: string, sample: Sample): Pivot {
  const rule = { above: [`${p} + a`, `${q} - a - b`], below: [`${p} + ${q} - b`] };
  return pivotOf(sample, undefined, { a: 'pivot', b: '1 + pivot' }, rule);
}

/** pivot = |t| where t is Student's with nu degrees of freedom, so that pivot^2/nu is beta prime (1/2, nu/2). */
export function studentPivot(nu: string, sample: Sample): Pivot {
  const rule = {
    above: ['(1 + a)/2', `(${nu} - a)/2 - b`],
    below: [`(${nu} + 1)/2 - b`],
    scale: { base: nu, exponent: 'a/2 + b' },
  };
  return pivotOf(sample, 'sign', { a: 'pivot', b: `${nu} + pivot^2` }, rule);
}

/** pivot uniform on (0, 1). */
export function uniformPivot(sample: Sample): Pivot {
  const rule = { above: ['1 + a', '1 + b'], below: ['2 + a + b'] };
  return pivotOf(sample, undefined, { a: 'pivot', b: '1 - pivot' }, rule);
}

/** A moment rule as text. */
interface RuleText {
  readonly above: readonly string[];
  readonly below?: readonly string[];
  readonly scale?: { readonly base: string; readonly exponent: string };
}

function pivotOf(
  sample: Sample,
  sign: string | undefined,
  factors: Readonly<Record<string, string>>,
  { above, below = [], scale }: RuleText,
): Pivot {
  return {
    variable: 'pivot',
    ...(sign === undefined ? {} : { sign }),
    sample: Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, parseExpression(text)])),
    factors: Object.entries(factors).map(([exponent, base]) => ({ exponent, base: parseExpression(base) })),
    rule: {
      above: above.map(parseExpression),
      below: below.map(parseExpression),
      ...(scale === undefined
        ? {}
        : { scale: { base: parseExpression(scale.base), exponent: parseExpression(scale.exponent) } }),
    },
  };
}
