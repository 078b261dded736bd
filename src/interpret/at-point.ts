import { rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  evaluateExpression,
  evaluator,
  expressionEvaluator,
  isNumberPi,
  type Jet,
  type Jets,
  jets,
} from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import { checkPoint, type Family, type Point } from '../families/index.ts';
import { fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf, kept } from './components.ts';
import { confirmedNaturalForm, exactModel, exactTensor } from './exact.ts';
import { tensorsFromMeans } from './exponential-family.ts';
import { kernelModel } from './kernel-model.ts';
import type { Manifold } from './manifold.ts';
import { type ExponentialFamily, hasStatistics } from './natural-form.ts';
import { numericExpectation } from './numeric/density-at.ts';
import { tensorsOfObservations } from './observations.ts';
import { hasPivot } from './pivot.ts';
import { type RiemannianGeometry, riemannianGeometry } from './riemannian.ts';
import { numericInverse } from './singular-metric.ts';
import {
  constantOf,
  finiteExpectation,
  finiteLogDensities,
  hasFiniteSampleSpace,
  refuseSymbolicConstants,
  withKeptPartials,
} from './statistical-model.ts';

/** A metric with its derivatives at a point: `first[k][i][j]` = d_k g_ij, `second[k][l][i][j]` = d_k d_l g_ij. */
export interface MetricDerivatives {
  readonly metric: readonly (readonly number[])[];
  readonly first: readonly (readonly (readonly number[])[])[];
  readonly second: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Connection and curvature at one point as numbers, computed when read. */
export interface PointGeometry {
  readonly metric: number[][];
  readonly christoffel: number[][][];
  readonly riemann: number[][][][];
  readonly ricci: number[][];
  readonly scalar: number;
}

/**
 * Metric, connection and curvature of a family at a point, in double precision, without any closed form of the
 * curvature: the definitions of geometry/ over Taylor jets of the metric. Throws {@link InputError} for a point outside
 * the domain or a constant without a value, {@link DomainError} where the metric is singular or leaves the range of
 * doubles.
 */
export function familyGeometryAt(family: Family, point: Point): PointGeometry {
  const { field, geometry } = familyManifoldAt(family, point);
  return pointGeometry(field, geometry);
}

/**
 * A family as a manifold at a point, over the jets of its metric up to the given number of derivatives: two for the
 * curvature, three for derivatives of it. Errors as those of {@link familyGeometryAt}.
 */
export function familyManifoldAt(
  family: Family,
  point: Point,
  derivatives = 2,
): Manifold<Jet> & { readonly field: Jets } {
  checkPoint(family, point);
  return familyManifolds(family, derivatives)(family.coordinates.map(({ name }) => rationalToNumber(point[name])));
}

/**
 * The same as a function of the point, given by the values of the coordinates in order: for curves, along which closed
 * forms are prepared once. The function takes points inside the domain, which it does not check.
 */
export function familyManifolds(
  family: Family,
  derivatives = 2,
): (values: readonly number[]) => Manifold<Jet> & { readonly field: Jets } {
  refuseSymbolicConstants(family);
  if (family.observations !== undefined) return observedManifolds(family, family.observations, derivatives);
  const coordinates = family.coordinates.map(({ name }) => name);
  // Expectations of scores take one derivative more, means of statistics another.
  const field = jets(coordinates.length, derivatives + (hasStatistics(family) ? 2 : 1));
  if (needsNumericExpectations(family)) {
    return (values) => {
      const here = withKeptPartials(field);
      const { fine, coarse } = numericExpectation(family, here, values);
      const manifold = manifoldOver(here, coordinates);
      return { ...manifold(fine), coarser: manifold(coarse) };
    };
  }
  const expectedIn = expectedAt(family);
  return (values) => {
    const here = withKeptPartials(field);
    const expected = expectedIn(here, values);
    const geometry = riemannianGeometry(here, expected(fisherMetric), numericInverse(here, coordinates));
    return { coordinates, field: here, geometry, expected };
  };
}

type ManifoldsAt = (values: readonly number[]) => Manifold<Jet> & { readonly field: Jets };

function observedManifolds(
  family: Family,
  { family: one, count }: NonNullable<Family['observations']>,
  derivatives: number,
): ManifoldsAt {
  if (family.nonRegular !== undefined) exactModel(family); // refuses where information does not add up
  const ofOne = familyManifolds({ ...one, constants: family.constants }, derivatives);
  return (values) => {
    const scaled = (manifold: Manifold<Jet>): Manifold<Jet> => {
      const { coordinates, field, expected } = manifold;
      if (expected === undefined) return manifold;
      const jetField = field as Jets;
      const number = evaluateExpression(jetField, count, meaningAt(jetField, family, values));
      const tensors = tensorsOfObservations(field, number, expected);
      const geometry = riemannianGeometry(field, tensors(fisherMetric), numericInverse(jetField, coordinates));
      return { coordinates, field, geometry, expected: tensors };
    };
    const manifold = ofOne(values);
    return {
      ...scaled(manifold),
      field: manifold.field,
      ...(manifold.coarser === undefined ? {} : { coarser: scaled(manifold.coarser) }),
    };
  };
}

/** No expectation is known: there are neither sums nor statistics nor a pivot, nor integrals that are recognised. */
function needsNumericExpectations(family: Family): boolean {
  if (hasStatistics(family) || hasFiniteSampleSpace(family) || hasPivot(family)) return false;
  if (family.factors !== undefined) return false;
  const model = kernelModel(family);
  if (!model.recognised) return true;
  const metric = exactTensor(model);
  const range = family.coordinates.map((_, index) => index);
  for (const i of range) for (const j of range) metric.at([i, j]);
  return model.kernels.length > 0;
}

function manifoldOver(field: Jets, coordinates: readonly string[]) {
  return (expectation: (integrand: (logDensity: Jet) => Jet) => Jet): Manifold<Jet> & { readonly field: Jets } => {
    const expected = (definition: Definition): Components<Jet> =>
      componentsOf({ field, tensors: {}, expectation }, definition);
    const geometry = riemannianGeometry(field, expected(fisherMetric), numericInverse(field, coordinates));
    return { coordinates, field, geometry, expected };
  };
}

/** Tensors defined by an expectation, over jets at the point with the given coordinates. */
type ExpectedAt = (field: Jets, values: readonly number[]) => (definition: Definition) => Components<Jet>;

/** Connection and curvature of any metric from its derivatives up to the second at one point. */
export function geometryAt({ metric, first, second }: MetricDerivatives): PointGeometry {
  const field = jets(metric.length, 2);
  const components = kept(field, 2, [{ places: [0, 1], sign: 1 }], ([i, j]) =>
    field.fromTaylor(2, (exponents) => {
      const [k, l] = exponents.flatMap((e, index) => new Array<number>(e).fill(index));
      if (k === undefined) return metric[i][j];
      if (l === undefined) return first[k][i][j];
      return k === l ? second[k][k][i][j] / 2 : second[k][l][i][j];
    }),
  );
  return pointGeometry(field, riemannianGeometry(field, components));
}

function expectedAt(family: Family): ExpectedAt {
  if (hasStatistics(family) && family.base === undefined) return throughMeans(family);
  return hasFiniteSampleSpace(family) ? summed(family) : expanded(family);
}

/** The means of sufficient statistics solve a linear system in jets, without any closed form. */
function throughMeans(family: ExponentialFamily): ExpectedAt {
  const form = confirmedNaturalForm(family);
  const coordinates = family.coordinates.map(({ name }) => name);
  return (field, values) => {
    const evaluate = expressionEvaluator(field, meaningAt(field, family, values));
    const invert = numericInverse(field, coordinates);
    const tensors = tensorsFromMeans(field, form.natural.map(evaluate), evaluate(form.rest), invert);
    return (definition) => tensors(definition) ?? unknownTensor(definition);
  };
}

function unknownTensor({ name }: Definition): never {
  throw new UnsupportedError(`the tensor ${name} of an exponential family has no value at a point here`);
}

/** Finite sample spaces are summed in jets, without any closed form. */
function summed(family: Family & { readonly sampleSpace: { readonly kind: 'finite' } }): ExpectedAt {
  return (field, values) => {
    const largest = (logDensities: readonly Jet[]): Jet => field.constant(Math.max(...logDensities.map(field.value)));
    const states = finiteLogDensities(field, family as never, meaningAt(field, family, values), largest);
    const expectation = finiteExpectation(field, states);
    return (definition) => componentsOf({ field, tensors: {}, expectation }, definition);
  };
}

/** Where moments give closed forms at once, those are expanded: sums of many states leave the range of doubles. */
function expanded(family: Family): ExpectedAt {
  const model = exactModel(family);
  const known = new Map<Definition, Components<ClosedForm>>();
  const exactOf = (definition: Definition): Components<ClosedForm> => {
    const exact = known.get(definition) ?? exactTensor(model, definition);
    known.set(definition, exact);
    return exact;
  };
  return (field, values) => {
    const expand = evaluator(model.field, field, meaningAt(field, family, values));
    return (definition) => {
      const exact = exactOf(definition);
      return kept(field, exact.rank, definition.symmetries, (indices) => expand(exact.at(indices)));
    };
  };
}

function meaningAt(field: Jets, family: Family, values: readonly number[]): (name: string) => Jet {
  const names = family.coordinates.map(({ name }) => name);
  return (name) => {
    const index = names.indexOf(name);
    if (index >= 0) return field.coordinate(index, values[index]);
    if (isNumberPi(name)) return field.constant(Math.PI);
    return field.fromRational(constantOf(family, name) ?? unknown(name));
  };
}

function unknown(name: string): never {
  throw new DomainError(`the name ${name} has no value at this point`);
}

function pointGeometry(field: Jets, geometry: RiemannianGeometry<Jet>): PointGeometry {
  const range = Array.from({ length: field.dimension }, (_, index) => index);
  const number = (name: keyof RiemannianGeometry<Jet>, indices: readonly number[]): number => {
    const value = field.value(geometry[name].at(indices));
    if (Number.isFinite(value)) return value;
    throw new DomainError(`the ${name} leaves the range of double precision at this point`);
  };
  const matrix = (name: 'metric' | 'ricci', rest: number[] = []): number[][] =>
    range.map((i) => range.map((j) => number(name, [...rest, i, j])));
  return {
    get metric() {
      return matrix('metric');
    },
    get christoffel() {
      return range.map((k) => range.map((i) => range.map((j) => number('christoffel', [k, i, j]))));
    },
    get riemann() {
      return range.map((k) => range.map((l) => range.map((i) => range.map((j) => number('riemann', [k, l, i, j])))));
    },
    get ricci() {
      return matrix('ricci');
    },
    get scalar() {
      return number('scalar', []);
    },
  };
}
