import { type Rational, rational, rationalToNumber } from '../algebra/index.ts';
import {
  type Expression,
  evaluateExpression,
  parseExpression,
  printExpression,
  rationalNumbers,
  symbolsOf,
} from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { checkDomain } from './domain.ts';
import type { Coordinate, Family, SampleSpace } from './family.ts';
import { type SymmetricMatrix, symbol, symmetricMatrix } from './symmetric-matrix.ts';

/** Determinants of larger symbolic matrices have thousands of terms. */
const mostEntries = 6;
const mostIndependent = 50;

/** The normal family in n variables, its mean mu1, ... and the entries s11, s12, ..., snn of its covariance free. */
export function multivariateNormal(n: number): Family {
  const covariance = covarianceOf(n);
  const x = names('x', n);
  return {
    ...commonTo('multivariate-normal', n),
    summary: 'normal distribution in n variables with mean mu1, ... and covariance s11, s12, ...',
    coordinates: [...means(n), ...covariance.entries],
    conditions: covariance.leadingMinors,
    logDensity: logNormalDensity(
      covariance,
      x.map((name, i) => minus(name, `mu${i + 1}`)),
    ),
    statistics: [...x, ...products(x)].map(parseExpression),
    interior: { ...zeroMeans(n), ...identity(covariance) },
    gaussian: { mean: names('mu', n).map(symbol), covariance: symbols(covariance) },
  };
}

/** The normal family in n variables with mean zero, the entries s11, s12, ..., snn of its covariance free. */
export function centredMultivariateNormal(n: number): Family {
  const covariance = covarianceOf(n);
  const x = names('x', n);
  return {
    ...commonTo('multivariate-normal-centred', n),
    summary: 'normal distribution in n variables with mean zero and covariance s11, s12, ...',
    coordinates: covariance.entries,
    conditions: covariance.leadingMinors,
    logDensity: logNormalDensity(covariance, x.map(symbol)),
    statistics: products(x).map(parseExpression),
    interior: identity(covariance),
    gaussian: { mean: x.map(() => ({ kind: 'number', value: rational(0) })), covariance: symbols(covariance) },
  };
}

/**
 * The normal family in n variables with free mean mu1, ... and fixed covariance s11, s12, ..., snn. Entries without a
 * value stay symbolic; {@link InputError} for values that no positive definite matrix has.
 */
export function fixedCovarianceMultivariateNormal(n: number, values: Readonly<Record<string, Rational>> = {}): Family {
  const covariance = covarianceOf(n);
  const known = covariance.entries.map(({ name }) => name);
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`unknown entry "${unknown}" of the covariance: its entries are ${known.join(', ')}`);
  }
  const constants = covariance.entries.map((entry) =>
    values[entry.name] === undefined ? entry : { ...entry, value: values[entry.name] },
  );
  for (const entry of covariance.entries) if (values[entry.name]) checkDomain(entry, values[entry.name]);
  checkDefinite(covariance, values);
  const x = names('x', n);
  return {
    ...commonTo('multivariate-normal-fixed-covariance', n),
    summary: 'normal distribution in n variables with mean mu1, ... and fixed covariance s11, s12, ...',
    coordinates: means(n),
    constants,
    logDensity: logNormalDensity(
      covariance,
      x.map((name, i) => minus(name, `mu${i + 1}`)),
    ),
    statistics: x.map(parseExpression),
    interior: zeroMeans(n),
  };
}

/** n independent normal variables with means mu1, ... and standard deviations sigma1, ... */
export function diagonalMultivariateNormal(n: number): Family {
  checkSize(n, mostIndependent);
  const x = names('x', n);
  const factor = (k: number) => `-(x${k} - mu${k})^2/(2*sigma${k}^2) - log(sigma${k}) - log(2*pi)/2`;
  return {
    ...commonTo('multivariate-normal-diagonal', n),
    summary: 'n independent normal variables with means mu1, ... and standard deviations sigma1, ...',
    coordinates: [...means(n), ...names('sigma', n).map((name): Coordinate => ({ name, domain: 'positive' }))],
    logDensity: parseExpression(x.map((_, i) => factor(i + 1)).join(' ')),
    statistics: [...x, ...x.map((name) => `${name}^2`)].map(parseExpression),
  };
}

/** n independent normal variables with means mu1, ... and one standard deviation sigma. */
export function isotropicMultivariateNormal(n: number): Family {
  checkSize(n, mostIndependent);
  const x = names('x', n);
  const distance = x.map((name, i) => `(${name} - mu${i + 1})^2`).join(' + ');
  return {
    ...commonTo('multivariate-normal-isotropic', n),
    summary: 'n independent normal variables with means mu1, ... and the same standard deviation sigma',
    coordinates: [...means(n), { name: 'sigma', domain: 'positive' }],
    logDensity: parseExpression(`-(${distance})/(2*sigma^2) - ${n}*log(sigma) - ${n}*log(2*pi)/2`),
    statistics: [...x, x.map((name) => `${name}^2`).join(' + ')].map(parseExpression),
  };
}

function commonTo(
  name: string,
  n: number,
): Pick<Family, 'name' | 'constants' | 'conditions' | 'sampleSpace' | 'normalised'> {
  return { name, constants: [], conditions: [], sampleSpace: euclideanSpace(n), normalised: true };
}

/** R^n with coordinates x1, ..., xn. */
function euclideanSpace(n: number): SampleSpace {
  const variables = names('x', n);
  return { kind: 'product', variables, factors: variables.map((name) => ({ kind: 'line', variables: [name] })) };
}

function checkDefinite({ leadingMinors }: SymmetricMatrix, values: Readonly<Record<string, Rational>>): void {
  for (const minor of leadingMinors) {
    if (symbolsOf(minor).some((name) => values[name] === undefined)) continue;
    const value = evaluateExpression(rationalNumbers, minor, (name) => values[name]);
    if (value.numerator > 0) continue;
    throw new InputError(
      `the covariance is not positive definite: ${printExpression(minor)} must be positive, got ${rationalToNumber(value)}`,
    );
  }
}

function covarianceOf(n: number): SymmetricMatrix {
  checkSize(n, mostEntries);
  return symmetricMatrix('s', n);
}

function checkSize(n: number, most: number): void {
  if (Number.isInteger(n) && n >= 1 && n <= most) return;
  throw new InputError(`this normal family has 1 to ${most} variables, got n = ${n}`);
}

/** -y^t S^-1 y/2 - log(det(2 pi S))/2, with the inverse as the adjugate over the determinant. */
function logNormalDensity({ size, determinant, adjugate }: SymmetricMatrix, y: readonly Expression[]): Expression {
  const terms = y.flatMap((left, i) =>
    y.slice(i).map((right, k): Expression => {
      const factor = { kind: 'number', value: rational(k === 0 ? 1 : 2) } as const;
      return { kind: 'multiply', factors: [factor, adjugate(i, i + k), left, right] };
    }),
  );
  const form: Expression = {
    kind: 'divide',
    numerator: { kind: 'add', terms },
    denominator: { kind: 'multiply', factors: [{ kind: 'number', value: rational(2) }, determinant] },
  };
  const volume: Expression = {
    kind: 'divide',
    numerator: { kind: 'call', name: 'log', argument: determinant },
    denominator: { kind: 'number', value: rational(2) },
  };
  return {
    kind: 'add',
    terms: [{ kind: 'negate', of: form }, { kind: 'negate', of: volume }, parseExpression(`-${size}*log(2*pi)/2`)],
  };
}

function names(stem: string, n: number): string[] {
  return Array.from({ length: n }, (_, k) => `${stem}${k + 1}`);
}

function means(n: number): Coordinate[] {
  return names('mu', n).map((name) => ({ name, domain: 'real' }));
}

function minus(first: string, second: string): Expression {
  return { kind: 'add', terms: [symbol(first), { kind: 'negate', of: symbol(second) }] };
}

/** x1*x1, x1*x2, ..., x2*x2, ... */
function products(x: readonly string[]): string[] {
  return x.flatMap((first, i) => x.slice(i).map((second) => `${first}*${second}`));
}

function zeroMeans(n: number): Record<string, Rational> {
  return Object.fromEntries(names('mu', n).map((name) => [name, rational(0)]));
}

function symbols({ size, name }: SymmetricMatrix): Expression[][] {
  const range = Array.from({ length: size }, (_, k) => k);
  return range.map((i) => range.map((j) => symbol(name(i, j))));
}

function identity({ entries }: SymmetricMatrix): Record<string, Rational> {
  return Object.fromEntries(entries.map(({ name, domain }) => [name, rational(domain === 'positive' ? 1 : 0)]));
}
