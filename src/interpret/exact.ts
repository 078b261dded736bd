import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type DifferentialField,
  evaluateExpression,
  rootOrders,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf } from './components.ts';
import type { Manifold } from './manifold.ts';
import { momentExpectation } from './moments.ts';
import { hasPivot, pivotExpectation } from './pivot.ts';
import { type RiemannianGeometry, riemannianGeometry } from './riemannian.ts';
import { exactInverse } from './singular-metric.ts';
import {
  constantOf,
  finiteExpectation,
  finiteLogDensities,
  hasFiniteSampleSpace,
  withKeptPartials,
} from './statistical-model.ts';

/** The closed forms of a family with the derivations along its coordinates. */
export type ExactField = ClosedForms & DifferentialField<ClosedForm>;

/** A family interpreted in closed form. */
export interface ExactModel {
  readonly family: Family;
  readonly field: ExactField;
  /** E[f(l)], carried out: a finite sum, or moments of a regular exponential family. */
  readonly expectation: (integrand: (logDensity: ClosedForm) => ClosedForm) => ClosedForm;
}

/** The field in which the closed forms of a family live: its coordinates, symbolic constants and sample variables. */
export function exactField(family: Family): ExactField {
  const { coordinates, constants, sampleSpace, pivot } = family;
  const orders = rootOrders([
    family.logDensity,
    ...(family.statistics ?? []),
    ...Object.values(pivot === undefined ? {} : pivot.sample),
  ]);
  if (pivot !== undefined) orders.set('pi', 2); // Gamma(1/2) is a root of pi
  const symbols = [
    ...coordinates.map(({ name, domain }) => ({ name, positive: domain !== 'real' })),
    ...constants
      .filter(({ value }) => value === undefined || pivot !== undefined)
      .map(({ name }) => ({ name, positive: true })),
    ...(sumsOverStates(family) ? [] : sampleSpace.variables.map((name) => ({ name, positive: isPositive(family) }))),
    ...pivotSymbols(family),
    { name: 'pi', positive: true },
  ];
  const forms = closedForms(symbols.map((symbol) => ({ ...symbol, order: orders.get(symbol.name) ?? 1 })));
  return withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a, index) => forms.derivative(a, coordinates[index].name),
  });
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

/** All sample variables are positive: this licenses log(x^2) = 2 log(x). */
function isPositive({ sampleSpace }: Family): boolean {
  return sampleSpace.kind === 'half-line' || sampleSpace.kind === 'simplex';
}

/** Expectations are finite sums, so that the sample variables never stand as symbols. */
function sumsOverStates(family: Family): boolean {
  return hasFiniteSampleSpace(family) && family.statistics === undefined;
}

/**
 * The family with its expectation in closed form. Throws {@link UnsupportedError} where the expectation has none: an
 * infinite sample space without sufficient statistics or pivot.
 */
export function exactModel(family: Family): ExactModel {
  const field = exactField(family);
  const meaning = (name: string): ClosedForm => {
    const constant = constantOf(family, name);
    return constant === undefined ? field.symbol(name) : field.fromRational(constant);
  };
  if (hasPivot(family)) return { family, field, expectation: pivotExpectation(field, family) };
  if (family.statistics !== undefined) return { family, field, expectation: byMoments(family, field, meaning) };
  if (hasFiniteSampleSpace(family)) {
    const unshifted = (exponents: readonly ClosedForm[]): ClosedForm => {
      field.prepareExponentials(exponents); // statistics may be fractions of different denominators
      return field.zero;
    };
    const states = finiteLogDensities(field, family, meaning, unshifted);
    return { family, field, expectation: finiteExpectation(field, states) };
  }
  throw new UnsupportedError(
    `${family.name} declares no sufficient statistics, so its expectations have no closed form here`,
  );
}

function byMoments(
  family: Family,
  field: ExactField,
  meaning: (name: string) => ClosedForm,
): ExactModel['expectation'] {
  const { variables } = family.sampleSpace;
  const evaluate = (e: Family['logDensity']): ClosedForm =>
    evaluateExpression(field, e, (name) => (variables.includes(name) ? field.symbol(name) : meaning(name)));
  return momentExpectation({
    forms: field,
    coordinates: family.coordinates.map(({ name }) => name),
    variables,
    statistics: (family.statistics ?? []).map(evaluate),
    logDensity: evaluate(family.logDensity),
  });
}

/** A tensor defined by an expectation, in closed form: {@link fisherMetric} unless told otherwise. */
export function exactTensor(model: ExactModel, definition: Definition = fisherMetric): Components<ClosedForm> {
  return componentsOf({ field: model.field, tensors: {}, expectation: model.expectation }, definition);
}

/** Metric, connection and curvature of the family in closed form, each component when it is asked for. */
export function exactGeometry(model: ExactModel): RiemannianGeometry<ClosedForm> {
  const coordinates = model.family.coordinates.map(({ name }) => name);
  return riemannianGeometry(model.field, exactTensor(model), exactInverse(model.field, coordinates));
}

/** The family as a manifold in closed form. */
export function exactManifold(model: ExactModel): Manifold<ClosedForm> & { readonly field: ExactField } {
  return {
    coordinates: model.family.coordinates.map(({ name }) => name),
    field: model.field,
    geometry: exactGeometry(model),
    expected: (definition) => exactTensor(model, definition),
  };
}
