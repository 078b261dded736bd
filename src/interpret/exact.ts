import { type ClosedForm, expressionEvaluator, prepareExpressions } from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { fisherMetric, meanScore } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf } from './components.ts';
import { type ExactField, type ExactModel, exactField, statisticNames } from './exact-field.ts';
import { tensorsFromMeans } from './exponential-family.ts';
import { kernelModel } from './kernel-model.ts';
import type { Manifold } from './manifold.ts';
import { momentExpectation } from './moments.ts';
import { type ExponentialFamily, hasStatistics, type NaturalForm, naturalForm } from './natural-form.ts';
import { tensorsOfObservations } from './observations.ts';
import { hasPivot, pivotExpectation } from './pivot.ts';
import { type RiemannianGeometry, riemannianGeometry } from './riemannian.ts';
import { exactInverse } from './singular-metric.ts';
import { constantOf, finiteExpectation, finiteLogDensities, hasFiniteSampleSpace } from './statistical-model.ts';
import { submanifoldExpectation } from './submanifold.ts';

/**
 * The family with its expectation in closed form; on infinite sample spaces without sufficient statistics or pivot, up to
 * expectations that stay undetermined functions: {@link kernelModel}.
 */
export function exactModel(family: Family): ExactModel {
  if (family.observations !== undefined) return observedModel(family, family.observations);
  if (!hasKnownExpectation(family)) return kernelModel(family);
  const field = exactField(family);
  return { family, field, ...expectationIn(field, family) };
}

function hasKnownExpectation(family: Family): boolean {
  const { factors } = family;
  return factors !== undefined || hasPivot(family) || hasStatistics(family) || hasFiniteSampleSpace(family);
}

function observedModel(family: Family, { family: one, count }: NonNullable<Family['observations']>): ExactModel {
  const model = exactModel({ ...one, constants: family.constants });
  const { field } = model;
  if (family.nonRegular !== undefined) checkMeanScore(model);
  const number = expressionEvaluator(field, meaningIn(field, family))(count);
  return {
    ...model,
    family,
    expectation: () => {
      throw new UnsupportedError(
        `expectations over several observations of ${family.name} are known for its tensors only`,
      );
    },
    known: tensorsOfObservations(field, number, (definition) => exactTensor(model, definition)),
  };
}

/** Information adds up over observations where the score has mean zero, which a support that moves with the coordinates spoils. */
function checkMeanScore({ family, field, expectation }: ExactModel): void {
  const mean = componentsOf({ field, tensors: {}, expectation }, meanScore);
  const biased = family.coordinates.filter((_, i) => !field.isZero(mean.at([i])));
  if (biased.length === 0) return;
  throw new UnsupportedError(
    `the score of ${family.name} along ${biased.map(({ name }) => name).join(', ')} has a mean that is not zero, so that the information of several observations is not a multiple of that of one`,
  );
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
): Pick<ExactModel, 'expectation' | 'known'> {
  const evaluate = expressionEvaluator(field, meaning);
  const form = naturalForm(family, field, evaluate);
  prepareExpressions(field, [...form.natural, form.rest], meaning);
  const [natural, rest] = [form.natural.map(evaluate), evaluate(form.rest)];
  const variables = statisticNames(family);
  const statistics = variables.map(field.symbol);
  const terms = natural.map((parameter, a) => field.multiply(parameter, statistics[a]));
  const logDensity = field.sum([...terms, rest]);
  const coordinates = family.coordinates.map(({ name }) => name);
  if (family.base !== undefined) {
    const { map } = family.base;
    const around = exactModel(family.base.family);
    const onMap = (name: string): ClosedForm => (map[name] === undefined ? meaning(name) : evaluate(map[name]));
    return {
      expectation: submanifoldExpectation({ field, statistics: variables, logDensity, around, meaning: onMap }),
    };
  }
  return {
    expectation: momentExpectation({ forms: field, coordinates, variables, statistics, logDensity }),
    known: tensorsFromMeans(field, natural, rest, exactInverse(field, coordinates)),
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
