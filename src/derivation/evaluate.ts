import { rational, rationals } from '../algebra/index.ts';
import { determinantOf } from './determinant-value.ts';
import {
  argumentOf,
  type Environment,
  naturalOf,
  outside,
  pointOf,
  pointsOf,
  tuplesOf,
  withNatural,
  withPoint,
  withValues,
} from './environment.ts';
import { freeVariables } from './free-variables.ts';
import {
  addQuantities,
  constantQuantity,
  divideQuantities,
  exponentialOfQuantity,
  logOfQuantity,
  type MixedDerivatives,
  multiplyQuantities,
} from './mixed-derivatives.ts';
import { highestPower, type ModelSource, type PointValue } from './model.ts';
import type { Scalar } from './scalar.ts';
import { type DefinedFunction, parametersOf, type Term } from './term.ts';

/**
 * The value of a term in a concrete model: exact but where a logarithm survives without a derivative. Independent of
 * the rules of the kernel: sums are carried out and derivatives come from the series of the functions. Throws
 * {@link DomainError} where the term is undefined in the model.
 */
export function evaluate(term: Term, model: ModelSource): Scalar {
  return quantityOf(term, model, outside, [])[0];
}

/** The value of a term with its mixed derivatives along coordinates; see {@link evaluate}. */
export function seriesOf(term: Term, model: ModelSource, along: readonly number[]): MixedDerivatives {
  return quantityOf(term, model, outside, along);
}

/** What sums and definitions have come out as in a model, by the values of their free variables. */
const remembered = new WeakMap<ModelSource, WeakMap<Term, Map<string, MixedDerivatives>>>();
const freeNames = new WeakMap<Term, readonly string[]>();

/** The value of a term; that of a sum or a definition is worked out once for the same values of what is free in it. */
function quantityOf(term: Term, model: ModelSource, env: Environment, along: readonly number[]): MixedDerivatives {
  const isDear = term.kind === 'sum' || term.kind === 'defined' || term.kind === 'determinant';
  if (!isDear || env.recurrence !== null) return newQuantityOf(term, model, env, along);
  const names = freeNames.get(term) ?? [...freeVariables(term)];
  freeNames.set(term, names);
  // A name may be that of a point outside and of a natural inside: #1 in L((Σ_{#1} u(#1))_{#1}).
  const key = [along, ...names.map((name) => [env.points.get(name) ?? null, env.naturals.get(name) ?? null])];
  const inModel = remembered.get(model) ?? new WeakMap<Term, Map<string, MixedDerivatives>>();
  remembered.set(model, inModel);
  const values = inModel.get(term) ?? new Map<string, MixedDerivatives>();
  inModel.set(term, values);
  const text = JSON.stringify(key);
  const known = values.get(text) ?? newQuantityOf(term, model, env, along);
  values.set(text, known);
  return known;
}

function newQuantityOf(term: Term, model: ModelSource, env: Environment, along: readonly number[]): MixedDerivatives {
  const part = (inner: Term): MixedDerivatives => quantityOf(inner, model, env, along);
  switch (term.kind) {
    case 'rational':
      return constantQuantity(rational(term.numerator, term.denominator), along.length);
    case 'add':
      return term.terms.map(part).reduce(addQuantities, constantQuantity(rationals.zero, along.length));
    case 'multiply':
      return term.factors.map(part).reduce(multiplyQuantities, constantQuantity(rationals.one, along.length));
    case 'divide':
      return divideQuantities(part(term.numerator), part(term.denominator));
    case 'log':
      return logOfQuantity(part(term.of));
    case 'power':
      return exponentialOfQuantity(multiplyQuantities(part(term.exponent), logOfQuantity(part(term.of))));
    case 'derivative': {
      const coordinate = pointOf(term.along, model, env) as number;
      const inner = quantityOf(term.of, model, env, [...along, coordinate]);
      return inner.slice(inner.length / 2);
    }
    case 'at': {
      const there = model.at(pointOf(term.parameter, model, env) as number);
      return constantQuantity(quantityOf(term.of, there, env, [])[0], along.length);
    }
    case 'sum':
      return pointsOf(term.over.space, model, env)
        .map((point) => quantityOf(term.of, model, withPoint(env, term.over.name, point), along))
        .reduce(addQuantities, constantQuantity(rationals.zero, along.length));
    case 'range': {
      const values = Array.from({ length: naturalOf(term.to, model, env) }, (_, place) =>
        quantityOf(term.of, model, withNatural(env, term.index, place + 1), along),
      );
      return term.operation === 'sum'
        ? values.reduce(addQuantities, constantQuantity(rationals.zero, along.length))
        : values.reduce(multiplyQuantities, constantQuantity(rationals.one, along.length));
    }
    case 'cases': {
      const n = naturalOf(term.on, model, env);
      return n === 0 ? part(term.zero) : quantityOf(term.successor, model, withNatural(env, term.index, n - 1), along);
    }
    case 'apply': {
      const values = term.arguments.map((argument) => argumentOf(argument, model, env));
      return Array.from({ length: 2 ** along.length }, (_, set) => {
        const coordinates = along.filter((_direction, bit) => (set >> bit) % 2 === 1).sort((a, b) => a - b);
        return model.derivative(term.function.name, values, coordinates);
      });
    }
    case 'defined':
      return definedValue(term, model, env, along);
    case 'compose':
      return composedValue(term, model, env, along);
    case 'recurrence':
      return env.recurrence!(
        term.arguments.map((argument) => argumentOf(argument, model, env)),
        along,
        model,
      );
    case 'determinant': {
      const all = pointsOf(term.rows.space, model, env);
      const matrix = all.map((row) =>
        all.map((column) => {
          const inner = withPoint(withPoint(env, term.rows.name, row), term.columns.name, column);
          return quantityOf(term.of, model, inner, along);
        }),
      );
      return determinantOf(matrix, along.length);
    }
    case 'delta': {
      const [left, right] = [term.left, term.right].map((point) => JSON.stringify(pointOf(point, model, env)));
      return constantQuantity(left === right ? rationals.one : rationals.zero, along.length);
    }
  }
}

function definedValue(
  { definition, arguments: values }: Extract<Term, { kind: 'defined' }>,
  model: ModelSource,
  env: Environment,
  along: readonly number[],
): MixedDerivatives {
  const given = values.map((argument) => argumentOf(argument, model, env));
  if (definition.kind === 'sequence') return sequenceValue(definition, given, model, along);
  const inner = withValues(parametersOf(definition), given);
  if (definition.kind === 'plain') return quantityOf(definition.body, model, inner, along);
  const valueAt = (
    n: number,
    point: PointValue,
    further: readonly PointValue[],
    directions: readonly number[],
    where: ModelSource,
  ): MixedDerivatives => {
    const own = withValues(definition.parameters, further);
    if (n === 0) return quantityOf(definition.zero, where, own, directions);
    const [before, last] = point as readonly [PointValue, PointValue];
    const recurrence: Environment['recurrence'] = (values, more, there) => valueAt(n - 1, before, values, more, there);
    const bound = withPoint(
      withPoint(withNatural(own, definition.count, n - 1), definition.previous, before),
      definition.last,
      last,
    );
    return quantityOf(definition.successor, where, { ...bound, recurrence }, directions);
  };
  return valueAt(given[0] as number, given[1], given.slice(2), along, model);
}

/** Σ_k (c_k.u)^k / k!, differentiated in its arguments as often as the term says. */
function composedValue(
  { function: symbol, arguments: given, along: partial, over, of }: Extract<Term, { kind: 'compose' }>,
  model: ModelSource,
  env: Environment,
  along: readonly number[],
): MixedDerivatives {
  const values = given.map((argument) => argumentOf(argument, model, env));
  const places = partial.map((points) => points.map((point) => pointOf(point, model, env)));
  const constant = (value: Scalar): MixedDerivatives => constantQuantity(value, along.length);
  const zero = constant(rationals.zero);
  const inputs = tuplesOf(over, model, env).map((points) => {
    const inner = over.reduce((now, { name }, place) => withPoint(now, name, points[place]), env);
    return { points, value: quantityOf(of, model, inner, along) };
  });
  const terms = Array.from({ length: highestPower + 1 }, (_, power) => {
    if (power < places.length) return zero;
    if (power === 0) return constant(model.coefficient(symbol.name, values, 0, null));
    const argument = inputs
      .map(({ points, value }) =>
        multiplyQuantities(constant(model.coefficient(symbol.name, values, power, points)), value),
      )
      .reduce(addQuantities, zero);
    const slopes = places.map((points) => constant(model.coefficient(symbol.name, values, power, points)));
    const left = power - places.length;
    const factors = Array.from({ length: left }, (_power, place) =>
      divideQuantities(argument, constant(rational(place + 1))),
    );
    return [...slopes, ...factors].reduce(multiplyQuantities, constant(rationals.one));
  });
  return terms.reduce(addQuantities, zero);
}

function sequenceValue(
  definition: Extract<DefinedFunction, { kind: 'sequence' }>,
  [count, ...rest]: readonly PointValue[],
  model: ModelSource,
  along: readonly number[],
): MixedDerivatives {
  const own = withValues(definition.parameters, rest);
  if (count === 0) return quantityOf(definition.zero, model, own, along);
  const before = (count as number) - 1;
  const recurrence: Environment['recurrence'] = (values, more, there) =>
    sequenceValue(definition, [before, ...values], there, more);
  return quantityOf(definition.successor, model, { ...withNatural(own, definition.count, before), recurrence }, along);
}
