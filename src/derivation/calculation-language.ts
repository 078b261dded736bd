import { rational, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  constantValue,
  type Expression,
  evaluateExpression,
  evaluator,
  partsOf,
  prepareExpressions,
  substitute,
  withParts,
} from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Sample } from '../interpret/index.ts';
import type { Condition } from './calculation-conditions.ts';
import { ConditionsOfCalculation, continuousSpaces } from './calculation-definedness.ts';
import { componentsNamed, type Found, fieldOf, manifoldOf, meanOf, type TensorName } from './calculation-geometry.ts';
import { coordinatesOf, domainIn, hasMeaning, parseLine, type Subject, variablesOf } from './calculation-subject.ts';
import { formulaText } from './formula-text.ts';
import { isManifestlyNonnegative } from './nonnegative.ts';

/** The functions of calculations, by name, with how they are called. */
export const calculationFunctions = {
  D: 'D(f, x): the derivative along a coordinate or symbol x',
  at: 'at(f, x, a): the value where x is a',
  sum: 'sum(f, k, a, b): the sum of f over the integers k = a, ..., b',
  gap: 'gap(u): u - 1 - log(u), which is never negative for u > 0',
  E: 'E(f): the expectation of a function of the sample',
  logdensity: 'logdensity, without arguments: the logarithm of the density, inside E',
  metric: 'metric(i, j), i and j coordinates: the Fisher metric, or the given one',
  christoffel: 'christoffel(k, i, j): Γ^k_ij',
  riemann: 'riemann(k, l, i, j): R^k_lij',
  ricci: 'ricci(i, j)',
  scalar: 'scalar, without arguments: the scalar curvature',
  cubic: 'cubic(i, j, k): the Amari-Chentsov tensor',
} as const;

type FunctionName = keyof typeof calculationFunctions;

/** Parses a side of a calculation; errors as those of {@link parseLine}. */
export function parseCalculation({ functions }: Subject, text: string): Expression {
  return parseLine(text, [...Object.keys(calculationFunctions), ...functions]);
}

/** The closed forms of a calculation. */
export interface CalculationMeaning {
  readonly forms: ClosedForms;
  /** What an expression denotes; throws where it has no meaning or no closed form. */
  readonly value: (e: Expression) => ClosedForm;
  /** What must hold for the values asked for so far to exist, beyond what the domains of names say. */
  readonly conditions: () => readonly Condition[];
  /** What else is meant, in words. */
  readonly remarks: () => readonly string[];
}

/** The meaning of expressions about a subject, in one field with room for the roots in all of them. */
export function calculationMeaning(subject: Subject, expressions: readonly Expression[]): CalculationMeaning {
  const forms = fieldOf(subject, expressions);
  const entries = subject.metric?.entries.flat() ?? [];
  prepareExpressions(forms, [...expressions, ...entries], forms.symbol);
  const mean = lazily(() => meanOf(subject, forms));
  const ofDensity = lazily(() => conditions.ofDensity((part) => value(part, null)));
  const manifold = lazily(() => manifoldOf(subject));
  const known = new Map<string, (indices: readonly number[]) => ClosedForm>();
  const coordinates = coordinatesOf(subject);
  const sampleVariables = subject.family?.sampleSpace.variables ?? [];
  const conditions = new ConditionsOfCalculation(subject, forms);

  /** A component of a tensor of the manifold, brought to the field of the calculation. */
  const component = (name: TensorName, indices: readonly number[]): ClosedForm => {
    if (!known.has(name)) known.set(name, tensor(manifold(), name));
    for (const entry of entries) value(entry, null);
    conditions.add(ofDensity());
    if (name === 'christoffel' || name === 'riemann' || name === 'ricci' || name === 'scalar')
      conditions.noteRegularMetric(coordinates.length, (i, j) => component('metric', [i, j]));
    return (known.get(name) as (indices: readonly number[]) => ClosedForm)(indices);
  };
  const tensor = (on: Found, name: TensorName): ((indices: readonly number[]) => ClosedForm) => {
    const components = componentsNamed(on, name);
    const transfer = evaluator(on.forms, forms, forms.symbol);
    return (indices) => transfer(components.at(indices));
  };

  const value = (e: Expression, sample: Sample | null): ClosedForm => {
    const table = new Map<string, ClosedForm>();
    const resolved = resolve(e, sample, table);
    return evaluateExpression(forms, resolved, (name) => {
      const special = table.get(name);
      if (special !== undefined) return special;
      if (!sampleVariables.includes(name)) return meaningOfName(subject, forms, name);
      if (sample !== null) return sample.variable(name);
      throw new InputError(`${name} is a variable of the sample: it has a meaning inside E(...) only`);
    });
  };

  /** The expression with the functions of calculations replaced by names of their values. */
  const resolve = (e: Expression, sample: Sample | null, table: Map<string, ClosedForm>): Expression => {
    conditions.demand(e, (part) => value(part, sample));
    if (e.kind === 'unknown' && isFunctionName(e.name)) {
      const name = `#${table.size}`;
      table.set(name, applied(e.name, e.arguments, sample));
      return { kind: 'symbol', name };
    }
    if (e.kind === 'symbol' && isQuantity(e.name) && !isDeclared(subject, e.name)) {
      const name = `#${table.size}`;
      table.set(name, applied(e.name, [], sample));
      return { kind: 'symbol', name };
    }
    if (e.kind === 'power') refusePowerOfNegative(subject, e.base, e.exponent);
    return withParts(
      e,
      partsOf(e).map((part) => resolve(part, sample, table)),
    );
  };

  const applied = (name: FunctionName, args: readonly Expression[], sample: Sample | null): ClosedForm => {
    const wrong = (): never => {
      throw new InputError(`expected ${calculationFunctions[name]}`);
    };
    const [first, second, third, fourth] = args;
    switch (name) {
      case 'D':
        if (args.length !== 2 || second.kind !== 'symbol') return wrong();
        return conditions.onOpenSet(() =>
          forms.derivative(value(first, sample), continuousNamed(subject, second.name)),
        );
      case 'at': {
        if (args.length !== 3 || second.kind !== 'symbol') return wrong();
        const replaced = variableNamed(subject, second.name);
        const by = value(third, sample);
        return conditions.at(replaced, third, by, () => value(first, sample));
      }
      case 'sum': {
        if (args.length !== 4 || second.kind !== 'symbol') return wrong();
        // A definition inside f that mentions a name with a meaning would come to mean the index.
        if (hasMeaning(subject, second.name)) {
          throw new InputError(`${second.name} has a meaning already: choose another name for the index of the sum`);
        }
        const [from, to] = [wholeNumber(third), wholeNumber(fourth)];
        if (to - from >= mostTerms) {
          throw new InputError(`a sum of ${to - from + 1} terms is too long: at most ${mostTerms} are added up`);
        }
        const terms = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) =>
          value(substitute(first, new Map([[second.name, whole(from + k)]])), sample),
        );
        return forms.sum(terms);
      }
      case 'gap': {
        if (args.length !== 1) return wrong();
        const u = value(first, sample);
        return forms.subtract(forms.subtract(u, forms.one), forms.log(u));
      }
      case 'E':
        if (args.length !== 1) return wrong();
        if (sample !== null)
          throw new InputError('an expectation inside an expectation: name it by a definition first');
        conditions.add(subject.family === null ? [] : ofDensity());
        return conditions.inExpectation(() => mean()((point) => value(first, point)));
      case 'logdensity':
        if (args.length !== 0) return wrong();
        if (sample === null)
          throw new InputError('logdensity is a function of the sample: it has a meaning inside E(...)');
        return sample.logDensity;
      default: {
        const indices = args.map((arg) => (arg.kind === 'symbol' ? coordinates.indexOf(arg.name) : -1));
        if (args.length !== ranks[name] || indices.includes(-1)) return wrong();
        return component(name, indices);
      }
    }
  };
  return {
    forms,
    value: (e) => value(e, null),
    conditions: () => conditions.found,
    remarks: () => [...conditions.remarks],
  };
}

const ranks: Readonly<Record<TensorName, number>> = {
  metric: 2,
  christoffel: 3,
  riemann: 4,
  ricci: 2,
  scalar: 0,
  cubic: 3,
};

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(calculationFunctions, name);
}

/** Those that are written without arguments. */
function isQuantity(name: string): name is 'scalar' | 'logdensity' {
  return name === 'scalar' || name === 'logdensity';
}

function isDeclared(subject: Subject, name: string): boolean {
  return variablesOf(subject).some((variable) => variable.name === name);
}

function meaningOfName({ family }: Subject, forms: ClosedForms, name: string): ClosedForm {
  const constant = family?.constants.find((candidate) => candidate.name === name)?.value;
  return constant === undefined ? forms.symbol(name) : forms.fromRational(constant);
}

function variableNamed(subject: Subject, name: string): string {
  const names = [...variablesOf(subject), ...(subject.family?.sampleSpace.variables ?? []).map((v) => ({ name: v }))];
  if (names.some((variable) => variable.name === name)) return name;
  throw new InputError(
    `${name} does not vary here: the names are ${names.map((variable) => variable.name).join(', ')}`,
  );
}

/** As {@link variableNamed}, of what takes more than whole values: only along such is there a derivative. */
function continuousNamed(subject: Subject, name: string): string {
  const { family } = subject;
  const isSample = family?.sampleSpace.variables.includes(name) === true;
  const isDiscrete = isSample && !continuousSpaces.includes(family?.sampleSpace.kind ?? '');
  if (!isDiscrete && domainIn(subject)(variableNamed(subject, name)) !== 'natural') return name;
  throw new InputError(`${name} takes whole or single values only: there is no derivative along it`);
}

/** u^n is exp(n log u) where n is no number, so that sqrt(u^(2 n)) = u^n: false for u < 0. */
function refusePowerOfNegative(subject: Subject, base: Expression, exponent: Expression): void {
  if (constantValue(exponent) !== null) return;
  if (isManifestlyNonnegative(base, domainIn(subject))) return;
  throw new InputError(
    `a power whose exponent is no number needs a base that is seen to be >= 0: declare the names in ${formulaText(base)} positive`,
  );
}

function whole(value: number): Expression {
  return { kind: 'number', value: rational(value) };
}

/** Longer sums are refused. */
const mostTerms = 100_000;

function wholeNumber(e: Expression): number {
  const sign = e.kind === 'negate' ? -1 : 1;
  const inner = e.kind === 'negate' ? e.of : e;
  const value = inner.kind === 'number' ? sign * rationalToNumber(inner.value) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`expected a whole number as the bound of a sum, got ${formulaText(e)}`);
}

function lazily<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
