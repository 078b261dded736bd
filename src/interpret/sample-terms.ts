import { type Rational, rational, rationals } from '../algebra/index.ts';
import {
  type ClosedForm,
  closedForms,
  constantValue,
  type Expression,
  evaluateExpression,
  laurentTerms,
  numberPiBeside,
  parseExpression,
  partsOf,
  printClosedForm,
  printExpression,
  rootOrders,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { constantOf, positiveSampleVariables } from './statistical-model.ts';

/**
 * A coefficient times a monomial: `exponents[k]` is the exponent of the function number k of the sample (x, log(x), ...).
 * The coefficient is an expression in coordinates and constants.
 */
export interface SampleTerm {
  readonly exponents: readonly number[];
  readonly coefficient: Expression;
}

/** Terms with different monomials, by {@link monomialKey}. */
export type SampleTerms = ReadonlyMap<string, SampleTerm>;

/** The same for equal monomials; '' for 1. */
export function monomialKey(exponents: readonly number[]): string {
  return exponents.slice(0, exponents.findLastIndex((exponent) => exponent !== 0) + 1).join();
}

const one: Expression = { kind: 'number', value: rational(1) };

/** A reading of expressions as functions of the sample with coefficients. */
export interface SampleReading {
  /** Throws {@link UnsupportedError} with the part that is no sum of coefficients times monomials. */
  terms(e: Expression): SampleTerms;
  /** A monomial as text. */
  show(exponents: readonly number[]): string;
}

/**
 * Reads expressions in sample, coordinates and constants as sums of coefficients times monomials in functions of the
 * sample, without any algebra on the coefficients.
 */
export function sampleReading(family: Family): SampleReading {
  const sample = closedFormsOfSample(family);
  const kinds = new Map<Expression, { readonly ofSample: boolean; readonly ofCoordinates: boolean }>();
  const variables = new Set(family.sampleSpace.variables);
  const coordinates = new Set(family.coordinates.map(({ name }) => name));
  const kindOf = (e: Expression): { readonly ofSample: boolean; readonly ofCoordinates: boolean } => {
    if (e.kind === 'symbol') return { ofSample: variables.has(e.name), ofCoordinates: coordinates.has(e.name) };
    const known = kinds.get(e);
    if (known !== undefined) return known;
    const parts = partsOf(e).map(kindOf);
    const kind = {
      ofSample: parts.some(({ ofSample }) => ofSample),
      ofCoordinates: parts.some(({ ofCoordinates }) => ofCoordinates),
    };
    kinds.set(e, kind);
    return kind;
  };

  const terms = (e: Expression): SampleTerms => {
    const { ofSample, ofCoordinates } = kindOf(e);
    if (!ofSample) return collected([{ exponents: [], coefficient: e }]);
    if (!ofCoordinates) return collected(sample.terms(e));
    switch (e.kind) {
      case 'add':
        return collected(e.terms.flatMap((term) => [...terms(term).values()]));
      case 'negate':
        return mapped(terms(e.of), ({ exponents, coefficient }) => ({ exponents, coefficient: negated(coefficient) }));
      case 'multiply':
        return e.factors.map(terms).reduce(multiplied);
      case 'divide':
        return multiplied(terms(e.numerator), power(terms(e.denominator), rational(-1), e));
      case 'power': {
        const exponent = constantValue(e.exponent);
        if (exponent === null) throw notASum(e);
        return power(terms(e.base), exponent, e);
      }
      case 'call':
        if (e.name === 'sqrt') return power(terms(e.argument), rational(1, 2), e);
        if (e.name === 'log') return logarithm(terms(e.argument), e);
        throw notASum(e);
      default:
        throw notASum(e);
    }
  };

  const power = (base: SampleTerms, exponent: Rational, whole: Expression): SampleTerms => {
    if (exponent.denominator === 1 && exponent.numerator >= 0) {
      return Array.from({ length: Number(exponent.numerator) }, () => base).reduce(multiplied, unit);
    }
    const [term, ...others] = base.values();
    if (term === undefined || others.length > 0) throw notASum(whole);
    const scaled = term.exponents.map((e) => rationals.multiply(rational(e), exponent));
    const coefficient: Expression =
      term.coefficient === one
        ? one
        : { kind: 'power', base: term.coefficient, exponent: { kind: 'number', value: exponent } };
    if (scaled.every(({ denominator }) => denominator === 1)) {
      return collected([{ exponents: scaled.map(({ numerator }) => Number(numerator)), coefficient }]);
    }
    return multiplied(
      collected([{ exponents: [], coefficient }]),
      collected(sample.termsOfForm(sample.forms.power(sample.monomial(term.exponents), exponent))),
    );
  };

  const logarithm = (argument: SampleTerms, whole: Expression): SampleTerms => {
    const [term, ...others] = argument.values();
    if (term === undefined || others.length > 0) throw notASum(whole);
    const { exponents, coefficient } = term;
    return collected([
      { exponents: [], coefficient: { kind: 'call', name: 'log', argument: coefficient } },
      ...sample.termsOfForm(sample.forms.log(sample.monomial(exponents))),
    ]);
  };
  const notASum = (e: Expression): UnsupportedError =>
    new UnsupportedError(
      `${printExpression(e)} is no sum of products of functions of the sample with functions of the coordinates`,
    );
  return { terms, show: (exponents) => printClosedForm(sample.forms, sample.monomial(exponents)) };
}

/** Closed forms in the sample and the constants, where parts of a density that are free of the coordinates live. */
function closedFormsOfSample(family: Family) {
  const { sampleSpace, constants, logDensity, statistics = [] } = family;
  const orders = rootOrders([logDensity, ...statistics]);
  const positive = positiveSampleVariables(sampleSpace);
  const declared = [
    ...sampleSpace.variables.map((name) => ({ name, positive: positive.includes(name), variable: true })),
    ...constants.map(({ name, domain }) => ({ name, positive: domain !== 'real', variable: true })),
  ];
  const forms = closedForms(
    [...declared, { name: numberPiBeside(declared.map(({ name }) => name)), positive: true }].map((symbol) => ({
      ...symbol,
      order: orders.get(symbol.name) ?? 1,
    })),
  );
  const meaning = (name: string): ClosedForm => {
    const value = constantOf(family, name);
    return value === undefined ? forms.symbol(name) : forms.fromRational(value);
  };
  const termsOfForm = (form: ClosedForm): SampleTerm[] =>
    laurentTerms(forms, form, sampleSpace.variables).map(({ exponents, coefficient }) => ({
      exponents,
      coefficient: forms.equals(coefficient, forms.one) ? one : parseExpression(printClosedForm(forms, coefficient)),
    }));
  return {
    forms,
    termsOfForm,
    terms: (e: Expression): SampleTerm[] => termsOfForm(evaluateExpression(forms, e, meaning)),
    monomial: (exponents: readonly number[]): ClosedForm =>
      exponents
        .map((exponent, index) => forms.integerPower(forms.generator(index), exponent))
        .reduce(forms.multiply, forms.one),
  };
}

const unit: SampleTerms = new Map([['', { exponents: [], coefficient: one }]]);

function collected(list: readonly SampleTerm[]): SampleTerms {
  const groups = new Map<string, { exponents: readonly number[]; coefficients: Expression[] }>();
  for (const { exponents, coefficient } of list) {
    const key = monomialKey(exponents);
    const group = groups.get(key) ?? { exponents, coefficients: [] };
    groups.set(key, group);
    group.coefficients.push(coefficient);
  }
  return new Map(
    [...groups].map(([key, { exponents, coefficients }]) => [
      key,
      {
        exponents,
        coefficient: coefficients.length === 1 ? coefficients[0] : { kind: 'add', terms: coefficients },
      },
    ]),
  );
}

function mapped(terms: SampleTerms, map: (term: SampleTerm) => SampleTerm): SampleTerms {
  return new Map([...terms].map(([key, term]) => [key, map(term)]));
}

function multiplied(left: SampleTerms, right: SampleTerms): SampleTerms {
  return collected(
    [...left.values()].flatMap((a) =>
      [...right.values()].map((b) => ({
        exponents: sumOfExponents(a.exponents, b.exponents),
        coefficient: product(a.coefficient, b.coefficient),
      })),
    ),
  );
}

function sumOfExponents(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => (a[k] ?? 0) + (b[k] ?? 0));
}

function product(a: Expression, b: Expression): Expression {
  if (a === one) return b;
  return b === one ? a : { kind: 'multiply', factors: [a, b] };
}

function negated(e: Expression): Expression {
  return e.kind === 'negate' ? e.of : { kind: 'negate', of: e };
}
