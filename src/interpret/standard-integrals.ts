import { type Expression, parseExpression } from '../calculus/index.ts';
import type { SampleSpace } from '../families/index.ts';

/**
 * An integral (or sum) over the sample variable x in closed form: exp of a combination of `features` with coefficients
 * a, b, ... in this order, times exp of the `fixed` functions with the given coefficients. Names in features: `p`, an
 * exponent, and `r`, a shift, which the density determines; `low`, `high` and `first`, the ends of the sample space.
 */
export interface StandardIntegral {
  readonly name: string;
  readonly space: SampleSpace['kind'];
  /** The lower end that the integral needs, where only one will do. */
  readonly first?: number;
  readonly bounded?: 'below' | 'both';
  readonly features: readonly Expression[];
  readonly fixed: readonly { readonly function: Expression; readonly coefficient: Expression }[];
  /** The logarithm of the integral, in the coefficients and the names above. */
  readonly logIntegral: Expression;
  /** The integral converges exactly where these are positive. */
  readonly conditions: readonly Expression[];
}

/** The coefficients of the features, in order. */
export const coefficientNames = ['a', 'b', 'c'] as const;

/** Integrals that densities are recognised by. Each is tested against quadrature or summation. */
export const standardIntegrals: readonly StandardIntegral[] = [
  integral('Gaussian', 'line', ['x^2', 'x'], 'log(pi)/2 - log(-a)/2 - b^2/(4*a)', ['-a']),
  integral('Gumbel', 'line', ['x', 'exp(-x)'], 'lgamma(-a) + a*log(-b)', ['-a', '-b']),
  integral('Gumbel', 'line', ['x', 'exp(x)'], 'lgamma(a) - a*log(-b)', ['a', '-b']),
  integral('gamma function', 'half-line', ['log(x)', 'x^p'], 'lgamma((a + 1)/p) - log(p) - (a + 1)/p*log(-b)', [
    '(a + 1)/p',
    '-b',
  ]),
  integral('log-normal', 'half-line', ['log(x)', 'log(x)^2'], 'log(pi)/2 - log(-b)/2 - (a + 1)^2/(4*b)', ['-b']),
  {
    ...integral('inverse Gaussian', 'half-line', ['-x', '-1/x'], 'log(pi)/2 - log(b)/2 - 2*sqrt(a*b)', ['a', 'b']),
    fixed: fixed({ 'log(x)': '-3/2' }),
  },
  integral('beta prime', 'half-line', ['log(x)', 'log(1 + x)'], 'lgamma(a + 1) + lgamma(-a - b - 1) - lgamma(-b)', [
    'a + 1',
    '-a - b - 1',
  ]),
  {
    ...integral(
      'beta function',
      'interval',
      ['log(x - low)', 'log(high - x)'],
      'lgamma(a + 1) + lgamma(b + 1) - lgamma(a + b + 2) + (a + b + 1)*log(high - low)',
      ['a + 1', 'b + 1'],
    ),
    bounded: 'both',
  },
  {
    ...integral('exponential', 'interval', ['x'], 'log((exp(a*high) - exp(a*low))/a)', []),
    bounded: 'both',
  },
  {
    ...integral('gamma function', 'interval', ['log(x - low)', 'x'], 'lgamma(a + 1) - (a + 1)*log(-b) + b*low', [
      'a + 1',
      '-b',
    ]),
    bounded: 'below',
  },
  {
    ...integral('power', 'interval', ['log(x)'], '(a + 1)*log(low) - log(-a - 1)', ['-a - 1', 'low']),
    bounded: 'below',
  },
  {
    ...integral('exponential series', 'counts', ['x'], 'exp(a)', []),
    first: 0,
    fixed: fixed({ 'lgamma(x + 1)': '-1' }),
  },
  integral('geometric series', 'counts', ['x'], 'first*a - log(1 - exp(a))', ['-a']),
  {
    ...integral('binomial series', 'counts', ['x'], 'lgamma(r) - r*log(1 - exp(a))', ['-a', 'r']),
    first: 0,
    fixed: fixed({ 'lgamma(x + 1)': '-1', 'lgamma(x + r)': '1' }),
  },
  {
    ...integral('logarithmic series', 'counts', ['x'], 'log(-log(1 - exp(a)))', ['-a']),
    first: 1,
    fixed: fixed({ 'log(x)': '-1' }),
  },
];

function integral(
  name: string,
  space: SampleSpace['kind'],
  features: readonly string[],
  logIntegral: string,
  conditions: readonly string[],
): StandardIntegral {
  const parse = (text: string): Expression => parseExpression(text);
  return {
    name,
    space,
    features: features.map(parse),
    fixed: [],
    logIntegral: parse(logIntegral),
    conditions: conditions.map(parse),
  };
}

function fixed(functions: Readonly<Record<string, string>>): StandardIntegral['fixed'] {
  return Object.entries(functions).map(([text, coefficient]) => ({
    function: parseExpression(text),
    coefficient: parseExpression(coefficient),
  }));
}
