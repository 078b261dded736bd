import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type DifferentialField,
  numberPiBeside,
  printExpression,
  rootOrders,
} from '../calculus/index.ts';
import type { Family } from '../families/index.ts';
import type { Definition } from '../notation/index.ts';
import type { Components } from './components.ts';
import type { ExpectationKernel } from './manifold.ts';
import { type ExponentialFamily, hasStatistics } from './natural-form.ts';
import { hasFiniteSampleSpace, positiveSampleVariables, withKeptPartials } from './statistical-model.ts';

/** The closed forms of a family with the derivations along its coordinates. */
export type ExactField = ClosedForms & DifferentialField<ClosedForm>;

/** A family interpreted in closed form. */
export interface ExactModel {
  readonly family: Family;
  readonly field: ExactField;
  /** E[f(l)], carried out: a finite sum, or moments of a regular exponential family. */
  readonly expectation: (integrand: (logDensity: ClosedForm) => ClosedForm) => ClosedForm;
  /** Tensors that are known without carrying out their expectation. */
  readonly known?: (definition: Definition) => Components<ClosedForm> | undefined;
  /** The expectations without closed form that have been asked for so far. */
  readonly kernels?: readonly ExpectationKernel[];
}

/**
 * The field in which the closed forms of a family live: its coordinates, symbolic constants and sample variables. Of the
 * sample of an exponential family it has the sufficient statistics as symbols, named as they are written.
 */
export function exactField(family: Family): ExactField {
  const { coordinates } = family;
  const declared = declaredSymbols(family).map((symbol) => ({ ...symbol, variable: true }));
  const numberPi = numberPiBeside(declared.map(({ name }) => name));
  const symbols = [...declared, { name: numberPi, positive: true }];
  const orders = ordersIn(family, numberPi);
  const forms = closedForms(symbols.map((symbol) => ({ ...symbol, order: orders.get(symbol.name) ?? 1 })));
  return withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a, index) => forms.derivative(a, coordinates[index].name),
  });
}

function ordersIn({ factors, logDensity, statistics = [], pivot }: Family, numberPi: string): Map<string, number> {
  if (factors !== undefined) return new Map(factors.flatMap((factor) => [...ordersIn(factor, numberPi)]));
  const orders = rootOrders([logDensity, ...statistics, ...Object.values(pivot === undefined ? {} : pivot.sample)]);
  if (pivot !== undefined) orders.set(numberPi, 2); // Gamma(1/2) is a root of pi
  return orders;
}

function declaredSymbols(family: Family): { name: string; positive: boolean }[] {
  const { coordinates, constants, pivot, factors } = family;
  if (factors !== undefined) return factors.flatMap(declaredSymbols);
  return [
    ...coordinates.map(({ name, domain }) => ({ name, positive: domain !== 'real' })),
    ...constants
      .filter(({ value }) => value === undefined || pivot !== undefined)
      .map(({ name, domain }) => ({ name, positive: domain !== 'real' })),
    ...sampleSymbols(family),
    ...pivotSymbols(family),
  ];
}

/** The pivot and its sign, which may be a sample variable already. */
function pivotSymbols({ pivot, sampleSpace }: Family): { name: string; positive: boolean }[] {
  if (pivot === undefined) return [];
  const symbols = [{ name: pivot.variable, positive: true }];
  const { sign } = pivot;
  return sign === undefined || sampleSpace.variables.includes(sign)
    ? symbols
    : [...symbols, { name: sign, positive: false }];
}

/** The functions of the sample of which the expectation takes polynomials; none where it is a finite sum. */
function sampleSymbols(family: Family): { name: string; positive: boolean }[] {
  if (hasStatistics(family)) return statisticNames(family).map((name) => ({ name, positive: false }));
  if (hasFiniteSampleSpace(family)) return [];
  const positive = positiveSampleVariables(family.sampleSpace);
  return family.sampleSpace.variables.map((name) => ({ name, positive: positive.includes(name) }));
}

/** The sufficient statistics as they are written: the names of their symbols. */
export function statisticNames({ statistics }: ExponentialFamily): string[] {
  return statistics.map(printExpression);
}
