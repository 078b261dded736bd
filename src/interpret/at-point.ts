import { rationalToNumber } from '../algebra/index.ts';
import { evaluator, type Jet, type Jets, jets } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import { checkPoint, type Family, type Point } from '../families/index.ts';
import { fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf, kept } from './components.ts';
import { exactModel, exactTensor } from './exact.ts';
import type { Manifold } from './manifold.ts';
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
  refuseSymbolicConstants(family);
  const coordinates = family.coordinates.map(({ name }) => name);
  // Expectations of scores take one derivative more.
  const field = withKeptPartials(jets(coordinates.length, derivatives + 1));
  const expected =
    family.statistics === undefined && hasFiniteSampleSpace(family)
      ? summed(field, family, point)
      : expanded(field, family, point);
  const geometry = riemannianGeometry(field, expected(fisherMetric), numericInverse(field, coordinates));
  return { coordinates, field, geometry, expected };
}

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

/** Finite sample spaces are summed in jets, without any closed form. */
function summed(
  field: Jets,
  family: Family & { readonly sampleSpace: { readonly kind: 'finite' } },
  point: Point,
): (definition: Definition) => Components<Jet> {
  const meaning = meaningAt(field, family, point);
  const largest = (values: readonly Jet[]): Jet =>
    field.constant(Math.max(...values.map((value) => field.value(value))));
  const states = finiteLogDensities(field, family as never, meaning, largest);
  const expectation = finiteExpectation(field, states);
  return (definition) => componentsOf({ field, tensors: {}, expectation }, definition);
}

/** Where moments give closed forms at once, those are expanded: sums of many states leave the range of doubles. */
function expanded(field: Jets, family: Family, point: Point): (definition: Definition) => Components<Jet> {
  const model = exactModel(family);
  const expand = evaluator(model.field, field, meaningAt(field, family, point));
  return (definition) => {
    const exact = exactTensor(model, definition);
    return kept(field, exact.rank, definition.symmetries, (indices) => expand(exact.at(indices)));
  };
}

function meaningAt(field: Jets, family: Family, point: Point): (name: string) => Jet {
  const names = family.coordinates.map(({ name }) => name);
  return (name) => {
    const index = names.indexOf(name);
    if (index >= 0) return field.coordinate(index, rationalToNumber(point[name]));
    if (name === 'pi') return field.constant(Math.PI);
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
