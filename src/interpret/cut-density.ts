import { rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  type Expression,
  evaluateExpression,
  evaluator,
  laurentTerms,
  parseExpression,
  printClosedForm,
  printExpression,
  substitute,
  symbolsOf,
} from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { Family, SampleSpace } from '../families/index.ts';
import { fisherMetric, fisherMetricFromHessian } from '../geometry/index.ts';
import { type DensityInField, densityInField } from './density-field.ts';
import { exactModel, exactTensor } from './exact.ts';
import { unlessRefused } from './recognised-integral.ts';
import { constantOf } from './statistical-model.ts';
import { monomialForm } from './sufficient-statistics.ts';

/** A family on a line that is cut at c. */
export type CutFamily = Family & { readonly sampleSpace: SampleSpace & { readonly kind: 'cut-line' } };

/** A family on a cut line with its integral and its pivot. */
export interface RecognisedCut {
  /** With a pivot; normalised. */
  readonly family: Family;
  /** The integral of the density as it was given, where it is not one. */
  readonly integral?: string;
  /** It converges where these are positive. */
  readonly conditions: readonly Expression[];
}

/** One side of the cut: exp(free) y^a exp(-rate y^power) at the distance y from it. */
interface Side {
  readonly a: ClosedForm;
  readonly rate: ClosedForm;
  readonly power: ClosedForm;
  readonly free: ClosedForm;
}

/**
 * A density that is |x - c|^a exp(-b |x - c|^p) times a factor on either side of its cut c, where a and p are free of the
 * coordinates and the same on both sides. Then Z = e^free Gamma(k)/(p b^k) on either side with k = (a + 1)/p, and
 * b |x - c|^p is a pivot, Gamma(k), on the side that is drawn with probability Z_side/Z. The family is called non-regular
 * where its E[score score^T] and -E[Hessian] part. Throws {@link UnsupportedError} for other densities, {@link DomainError}
 * where the density jumps at a cut that moves with the coordinates: the distance of members then grows as the square root
 * of their difference, so that there is no metric.
 */
export function recogniseCut(family: CutFamily): RecognisedCut {
  const [variable, sign] = family.sampleSpace.variables;
  const { cut } = family.sampleSpace;
  const taken = [...family.coordinates, ...family.constants].map(({ name }) => name).concat(variable, sign);
  const fresh = (name: string): string => (taken.includes(name) ? fresh(`${name}_`) : name);
  const [distance, pivot, exponent] = ['distance', 'pivot', 'exponent'].map(fresh);
  const along = (side: 1 | -1): Expression =>
    substitute(
      family.logDensity,
      new Map([
        [variable, sum(cut, { kind: 'multiply', factors: [number(side), symbol(distance)] })],
        [sign, number(side)],
      ]),
    );
  const onHalfLine: Family = { ...family, sampleSpace: { kind: 'half-line', variables: [distance] } };
  const density = densityInField({ ...onHalfLine, logDensity: along(1) });
  const { forms } = density;
  const meaning = (name: string): ClosedForm => {
    const value = constantOf(family, name);
    return value === undefined ? forms.symbol(name) : forms.fromRational(value);
  };
  const right = sideOf(family, density, density.logDensity);
  const left = sideOf(family, density, evaluateExpression(forms, along(-1), meaning));
  const { a, power } = right;
  if (!forms.equals(a, left.a) || !forms.equals(power, left.power))
    throw unsupported(family, 'the powers of the distance differ on the two sides');
  const shape = forms.divide(forms.add(a, forms.one), power);
  if (density.coordinates.some((name) => [...forms.symbolsOf(shape), ...forms.symbolsOf(power)].includes(name)))
    throw unsupported(family, 'a power of the distance depends on a parameter; declare it by --constants');
  const logIntegral = ({ rate, free }: Side): ClosedForm =>
    forms.sum([
      free,
      forms.polygamma(-1, shape),
      forms.negate(forms.log(power)),
      forms.negate(forms.multiply(shape, forms.log(rate))),
    ]);
  const moves = family.coordinates.some(({ name }) => symbolsOf(cut).includes(name));
  if (moves && forms.isZero(a) && !forms.equals(right.free, left.free)) {
    const c = printExpression(cut);
    throw new DomainError(
      `the density jumps at ${variable} = ${c}, which moves with the parameters: such a family has no Fisher metric`,
    );
  }
  const logs = [right, left].map(logIntegral);
  const alike = forms.equals(logs[0], logs[1]);
  const total = alike ? forms.add(logs[0], forms.log(forms.fromInteger(2))) : forms.log(forms.sum(logs.map(forms.exp)));
  const typed = (f: ClosedForm): Expression => parseExpression(printClosedForm(forms, f));
  const scale = ({ rate }: Side): ClosedForm => forms.exp(forms.negate(forms.divide(forms.log(rate), power)));
  const bySide = (plus: ClosedForm, minus: ClosedForm): Expression => {
    if (forms.equals(plus, minus)) return typed(plus);
    const half = forms.fromRational(rational(1, 2));
    const mean = forms.multiply(half, forms.add(plus, minus));
    const difference = forms.multiply(half, forms.subtract(plus, minus));
    return sum(typed(mean), { kind: 'multiply', factors: [symbol(sign), typed(difference)] });
  };
  const root: Expression = {
    kind: 'power',
    base: symbol(pivot),
    exponent: typed(forms.divide(forms.one, power)),
  };
  const step: Expression = { kind: 'multiply', factors: [symbol(sign), bySide(scale(right), scale(left)), root] };
  const isOne = forms.isZero(total);
  const recognised: Family = {
    ...family,
    logDensity: isOne ? family.logDensity : sum(family.logDensity, { kind: 'negate', of: typed(total) }),
    pivot: {
      variable: pivot,
      sign,
      ...(alike ? {} : { probability: bySide(...(logs.map((log) => forms.exp(forms.subtract(log, total))) as Pair)) }),
      sample: { [variable]: sum(cut, step) },
      factors: [{ base: symbol(pivot), exponent }],
      rule: { above: [sum(typed(shape), symbol(exponent))], below: [] },
    },
  };
  const regular = !moves || isRegular(recognised);
  return {
    family: regular
      ? recognised
      : {
          ...recognised,
          nonRegular: `the density is not smooth at ${variable} = ${printExpression(cut)}, which the second derivatives at fixed ${variable} miss`,
        },
    ...(isOne ? {} : { integral: printClosedForm(forms, forms.exp(total)) }),
    conditions: [right.rate, left.rate, power, shape].map(typed),
  };
}

type Pair = [ClosedForm, ClosedForm];

function number(value: number): Expression {
  return { kind: 'number', value: rational(value) };
}

function symbol(name: string): Expression {
  return { kind: 'symbol', name };
}

function sum(...terms: readonly Expression[]): Expression {
  return { kind: 'add', terms };
}

/** The distance from the cut as text. */
export function distanceText({ sampleSpace }: CutFamily): string {
  const [x] = sampleSpace.variables;
  const c = printExpression(sampleSpace.cut);
  if (c === '0') return `|${x}|`;
  return `|${x} - ${/^[\p{L}\p{N}_.]+$/u.test(c) ? c : `(${c})`}|`;
}

function unsupported(family: CutFamily, problem: string): UnsupportedError {
  const [x] = family.sampleSpace.variables;
  const c = printExpression(family.sampleSpace.cut);
  const distance = distanceText(family);
  return new UnsupportedError(
    `${problem}: a density with the absolute value ${distance} is supported where it is ${distance}^a exp(-b ${distance}^p) times a factor, on either side of ${x} = ${c}, b and the factor perhaps different on the two sides, a and p the same and free of the parameters`,
  );
}

/** Reads a log-density over the distance from the cut. */
function sideOf(family: CutFamily, { forms, variables }: DensityInField, logDensity: ClosedForm): Side {
  const [variable] = variables;
  const logarithm = forms.log(forms.symbol(variable));
  const terms = unlessRefused(() => laurentTerms(forms, logDensity, variables));
  if (terms === null) throw unsupported(family, 'the log-density is no sum of powers of the distance');
  const atOne = evaluator(forms, forms, (name) => (name === variable ? forms.one : forms.symbol(name)));
  let [a, free] = [forms.zero, forms.zero];
  let found: { readonly rate: ClosedForm; readonly power: ClosedForm } | undefined;
  for (const { exponents, coefficient } of terms) {
    const [only, ...others] = exponents.flatMap((count, index) => (count === 0 ? [] : [{ count, index }]));
    if (only === undefined) {
      free = forms.add(free, coefficient);
      continue;
    }
    const kernel = forms.kernels[only.index];
    if (others.length === 0 && kernel.kind === 'log' && only.count === 1) {
      if (!forms.equals(forms.generator(only.index), logarithm))
        throw unsupported(family, 'the log-density contains a logarithm that is not that of the distance');
      a = forms.add(a, coefficient);
      continue;
    }
    // A function f of y is a multiple of a power where y f'/f is free of y: the exponent.
    const f = monomialForm(forms, exponents);
    const slope = unlessRefused(() => forms.derivative(f, variable));
    const power = slope === null ? null : forms.divide(forms.multiply(forms.symbol(variable), slope), f);
    if (power === null || forms.symbolsOf(power).includes(variable))
      throw unsupported(family, 'the log-density contains a function of the distance that is no power');
    if (found !== undefined) throw unsupported(family, 'the log-density contains several powers of the distance');
    found = { rate: forms.negate(forms.multiply(coefficient, atOne(f))), power };
  }
  if (found === undefined) throw unsupported(family, 'the log-density contains no power of the distance');
  return { a, free, ...found };
}

/**
 * Both definitions of the metric agree, the expectation of the Hessian existing. Throws {@link DomainError} where that of
 * score score^T does not.
 */
function isRegular(family: Family): boolean {
  const range = family.coordinates.map((_, index) => index);
  const model = exactModel(family);
  const metric = exactTensor(model, fisherMetric);
  const known = range.map((i) => range.map((j) => metric.at([i, j])));
  return (
    unlessRefused(() => {
      const other = exactTensor(model, fisherMetricFromHessian);
      return range.every((i) => range.every((j) => model.field.equals(known[i][j], other.at([i, j]))));
    }) ?? false
  );
}
