import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type DifferentialField,
  expressionEvaluator,
  prepareExpressions,
  printExpression,
  rootOrders,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf } from './components.ts';
import { tensorsFromMeans } from './exponential-family.ts';
import { kernelModel } from './kernel-model.ts';
import type { ExpectationKernel, Manifold } from './manifold.ts';
import { momentExpectation } from './moments.ts';
import { type ExponentialFamily, hasStatistics, type NaturalForm, naturalForm } from './natural-form.ts';
import { hasPivot, pivotExpectation } from './pivot.ts';
import { type RiemannianGeometry, riemannianGeometry } from './riemannian.ts';
import { exactInverse } from './singular-metric.ts';
import {
  constantOf,
  finiteExpectation,
  finiteLogDensities,
  hasFiniteSampleSpace,
  positiveSampleVariables,
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
  const symbols = [...declaredSymbols(family), { name: 'pi', positive: true }];
  const orders = ordersIn(family);
  const forms = closedForms(symbols.map((symbol) => ({ ...symbol, order: orders.get(symbol.name) ?? 1 })));
  return withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a, index) => forms.derivative(a, coordinates[index].name),
  });
}

function ordersIn({ factors, logDensity, statistics = [], pivot }: Family): Map<string, number> {
  if (factors !== undefined) return new Map(factors.flatMap((factor) => [...ordersIn(factor)]));
  const orders = rootOrders([logDensity, ...statistics, ...Object.values(pivot === undefined ? {} : pivot.sample)]);
  if (pivot !== undefined) orders.set('pi', 2); // Gamma(1/2) is a root of pi
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

function statisticNames({ statistics }: ExponentialFamily): string[] {
  return statistics.map(printExpression);
}

/**
 * The family with its expectation in closed form; on infinite sample spaces without sufficient statistics or pivot, up to
 * expectations that stay undetermined functions: {@link kernelModel}.
 */
export function exactModel(family: Family): ExactModel {
  if (!hasKnownExpectation(family)) return kernelModel(family);
  const field = exactField(family);
  return { family, field, ...expectationIn(field, family) };
}

function hasKnownExpectation(family: Family): boolean {
  const { factors } = family;
  return factors !== undefined || hasPivot(family) || hasStatistics(family) || hasFiniteSampleSpace(family);
}

/** What an expectation over the samples of a family is, in a field that has its symbols. */
function expectationIn(field: ExactField, family: Family): Pick<ExactModel, 'expectation' | 'known'> {
  const meaning = meaningIn(field, family);
  if (family.factors !== undefined) return { expectation: productExpectation(field, family.factors) };
  if (hasPivot(family)) return { expectation: pivotExpectation(field, family) };
  if (hasStatistics(family)) return byMeans(family, field, meaning);
  if (hasFiniteSampleSpace(family)) {
    const unshifted = (exponents: readonly ClosedForm[]): ClosedForm => {
      field.prepareExponentials(exponents); // statistics may be fractions of different denominators
      return field.zero;
    };
    const states = finiteLogDensities(field, family, meaning, unshifted);
    return { expectation: finiteExpectation(field, states) };
  }
  throw new UnsupportedError(
    `expectations over samples of ${family.name} stay undetermined: such a family cannot be a factor of a product`,
  );
}

/** Independent samples: expectations one inside the other, of a function of the sum of the log-densities. */
function productExpectation(field: ExactField, factors: readonly Family[]): ExactModel['expectation'] {
  const expectations = factors.map((factor) => expectationIn(field, factor).expectation);
  return (integrand) => {
    const from = (k: number, sum: ClosedForm): ClosedForm =>
      k === expectations.length
        ? integrand(sum)
        : expectations[k]((logDensity) => from(k + 1, field.add(sum, logDensity)));
    return from(0, field.zero);
  };
}

/** The natural form of an exponential family, confirmed in closed form. Errors as those of {@link exactModel}. */
export function confirmedNaturalForm(family: ExponentialFamily): NaturalForm {
  const field = exactField(family);
  return naturalForm(family, field, expressionEvaluator(field, meaningIn(field, family)));
}

function meaningIn(field: ExactField, family: Family): (name: string) => ClosedForm {
  return (name) => {
    const constant = constantOf(family, name);
    return constant === undefined ? field.symbol(name) : field.fromRational(constant);
  };
}

function byMeans(
  family: ExponentialFamily,
  field: ExactField,
  meaning: (name: string) => ClosedForm,
): Required<Pick<ExactModel, 'expectation' | 'known'>> {
  const evaluate = expressionEvaluator(field, meaning);
  const form = naturalForm(family, field, evaluate);
  prepareExpressions(field, [...form.natural, form.rest], meaning);
  const [natural, rest] = [form.natural.map(evaluate), evaluate(form.rest)];
  const variables = statisticNames(family);
  const statistics = variables.map(field.symbol);
  const terms = natural.map((parameter, a) => field.multiply(parameter, statistics[a]));
  const logDensity = field.sum([...terms, rest]);
  const coordinates = family.coordinates.map(({ name }) => name);
  return {
    expectation: momentExpectation({ forms: field, coordinates, variables, statistics, logDensity }),
    known: tensorsFromMeans(field, natural, rest),
  };
}

/** A tensor defined by an expectation, in closed form: {@link fisherMetric} unless told otherwise. */
export function exactTensor(model: ExactModel, definition: Definition = fisherMetric): Components<ClosedForm> {
  const { field, expectation, known } = model;
  return known?.(definition) ?? componentsOf({ field, tensors: {}, expectation }, definition);
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
    ...(model.kernels === undefined ? {} : { kernels: model.kernels }),
  };
}
