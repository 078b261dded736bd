import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type Expression,
  evaluateExpression,
  numberPiBeside,
  rootOrders,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Coordinate, Family } from '../families/index.ts';
import { momentsOf } from './moments.ts';
import { hasPivot, pivotExpectation } from './pivot.ts';
import {
  constantOf,
  finiteExpectation,
  finiteLogDensities,
  hasFiniteSampleSpace,
  positiveSampleVariables,
} from './statistical-model.ts';

/** What a function of the sample is made of: the sample variables, and the log-density there. */
export interface Sample {
  readonly variable: (name: string) => ClosedForm;
  readonly logDensity: ClosedForm;
}

/**
 * The closed forms in coordinates, constants, sample variables and pivot of a family and in further symbols, with room
 * for the roots in the given expressions.
 */
export function sampleField(
  family: Family,
  symbols: readonly Coordinate[],
  expressions: readonly Expression[],
): ClosedForms {
  const { coordinates, constants, sampleSpace, pivot, logDensity, statistics = [] } = family;
  const inPivot = pivot === undefined ? [] : Object.values(pivot.sample);
  const orders = rootOrders([...expressions, logDensity, ...statistics, ...inPivot]);
  const positive = new Set(positiveSampleVariables(sampleSpace));
  const declared = [...coordinates, ...constants, ...symbols].map(({ name, domain }) => ({
    name,
    positive: domain !== 'real',
  }));
  const ofSample = hasFiniteSampleSpace(family)
    ? []
    : sampleSpace.variables.map((name) => ({ name, positive: positive.has(name) }));
  const ofPivot = pivot === undefined ? [] : [{ name: pivot.variable, positive: true }];
  const signs = pivot?.sign === undefined ? [] : [{ name: pivot.sign, positive: false }];
  const given = [...declared, ...ofSample, ...ofPivot, ...signs];
  const numberPi = numberPiBeside(given.map(({ name }) => name));
  if (pivot !== undefined) orders.set(numberPi, 2); // Gamma(1/2) is a root of pi
  const all = [...given, { name: numberPi, positive: true }];
  const distinct = [...new Map(all.map((symbol) => [symbol.name, symbol])).values()];
  return closedForms(distinct.map((symbol) => ({ ...symbol, order: orders.get(symbol.name) ?? 1 })));
}

/**
 * The expectation of any function of the sample in closed form, in a {@link sampleField} of the family: `f` is called with
 * symbols for the sample variables, or with the values of each state of a finite sample space.
 *
 * Throws {@link UnsupportedError} where the family gives no way to take it, or not of this function.
 */
export function exactMean(field: ClosedForms, family: Family): (f: (sample: Sample) => ClosedForm) => ClosedForm {
  const { variables } = family.sampleSpace;
  const meaning = (name: string): ClosedForm => {
    const constant = constantOf(family, name);
    return constant === undefined ? field.symbol(name) : field.fromRational(constant);
  };
  const symbolic = (logDensity: ClosedForm): Sample => ({ variable: field.symbol, logDensity });
  if (hasPivot(family)) {
    const expectation = pivotExpectation(field, family);
    return (f) => expectation((logDensity) => f(symbolic(logDensity)));
  }
  if (hasFiniteSampleSpace(family)) {
    const states = finiteLogDensities(field, family, meaning);
    const { sampleSpace } = family;
    return (f) => {
      const values = states.map(({ logDensity }, k) => {
        const state = new Map(variables.map((name, place) => [name, sampleSpace.states[k][place]]));
        const variable = (name: string): ClosedForm => field.fromRational(state.get(name) ?? unknown(name));
        return f({ variable, logDensity });
      });
      let place = 0; // the sum calls once for each state, in order
      return finiteExpectation(field, states)(() => values[place++]);
    };
  }
  if (family.statistics !== undefined) {
    const evaluate = (e: Expression): ClosedForm => evaluateExpression(field, e, meaning);
    const logDensity = evaluate(family.logDensity);
    const moments = momentsOf({
      forms: field,
      coordinates: family.coordinates.map(({ name }) => name),
      variables,
      statistics: family.statistics.map(evaluate),
      logDensity,
    });
    return (f) => moments(f(symbolic(logDensity)));
  }
  throw new UnsupportedError(`${family.name} gives no way to take expectations in closed form`);
}

function unknown(name: string): never {
  throw new UnsupportedError(`${name} is not a variable of the sample`);
}
