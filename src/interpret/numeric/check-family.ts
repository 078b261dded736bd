import { rationalToNumber } from '../../algebra/index.ts';
import { type ClosedForm, evaluator, isNumberPi, realNumbers } from '../../calculus/index.ts';
import type { Engine } from '../../engine/index.ts';
import type { Family, Point } from '../../families/index.ts';
import type { Dtype } from '../../program/index.ts';
import { geometryAt } from '../at-point.ts';
import { exactGeometry, exactModel } from '../exact.ts';
import type { ExactModel } from '../exact-field.ts';
import { nested, type RiemannianGeometry } from '../riemannian.ts';
import { entriesOf, type Quantity, quantities, sensitivity, worstDifference } from './conditioning.ts';
import { metricDerivatives } from './metric-derivatives.ts';
import { metricProgram } from './metric-program.ts';

/** How far the numeric value of a quantity is from the closed form at a point. */
export interface QuantityCheck {
  readonly quantity: Quantity;
  /** The largest absolute difference of components. */
  readonly error: number;
  /** What rounding and quadrature explain: see {@link checkFamily}. */
  readonly tolerance: number;
}

/** A family's numbers held against its closed forms at one point. */
export interface FamilyCheck {
  readonly family: string;
  readonly point: Readonly<Record<string, number>>;
  readonly engine: string;
  readonly dtype: Dtype;
  readonly quantities: readonly QuantityCheck[];
  /** All errors are within their tolerances. */
  readonly agrees: boolean;
}

/** What to check, where, and how. */
export interface FamilyQuestion {
  readonly family: Family;
  readonly point: Point;
  readonly engine: Engine;
  /** float64 unless told. */
  readonly dtype?: Dtype;
  /** The closed forms, where they have been derived already. */
  readonly exact?: { readonly model: ExactModel; readonly geometry: RiemannianGeometry<ClosedForm> };
}

/**
 * Compares two routes to metric, connection and curvature at a point. Closed forms: expectations and derivatives carried
 * out symbolically, then evaluated. Numbers: expectations by summation or quadrature in a tensor program, which is
 * differentiated by `transform` and run on the engine. They share the definitions of geometry/ and the log-density.
 *
 * Tolerances: what rounding errors of the dtype in the metric and its derivatives do to the quantity at this point
 * ({@link sensitivity}), and what doubling the step of the quadrature changes.
 */
export async function checkFamily({
  family,
  point,
  engine,
  dtype = 'float64',
  exact,
}: FamilyQuestion): Promise<FamilyCheck> {
  const numbers = Object.fromEntries(Object.entries(point).map(([name, value]) => [name, rationalToNumber(value)]));
  const { program, coarse, amplification } = metricProgram(family, point, dtype);
  const derivatives = await metricDerivatives(program, numbers, engine);
  const expected = exact ?? derived(family);
  const evaluate = evaluator(
    expected.model.field,
    realNumbers,
    (name) => numbers[name] ?? (isNumberPi(name) ? Math.PI : Number.NaN),
  );
  const measured = geometryAt(derivatives);
  const rough = coarse && geometryAt(await metricDerivatives(coarse, numbers, engine));
  const epsilon = roundings * amplification * (dtype === 'float64' ? 2 ** -52 : 2 ** -23);
  const doubt = sensitivity(derivatives);
  const checks = quantities.map((quantity): QuantityCheck => {
    const closed = nested(family.coordinates.length, expected.geometry[quantity], evaluate);
    const size = Math.max(...entriesOf(closed).map(Math.abs));
    const quadrature = rough ? worstDifference(measured[quantity], rough[quantity]) : 0;
    const tolerance = epsilon * (doubt[quantity] + size) + quadrature;
    return { quantity, error: worstDifference(closed, measured[quantity]), tolerance };
  });
  const agrees = checks.every(({ error, tolerance }) => error <= tolerance);
  return { family: family.name, point: numbers, engine: engine.name, dtype, quantities: checks, agrees };
}

/** Units of rounding that a sum over the sample space and the evaluation of a closed form may gather. */
const roundings = 64;

function derived(family: Family): { model: ExactModel; geometry: RiemannianGeometry<ClosedForm> } {
  const model = exactModel(family);
  return { model, geometry: exactGeometry(model) };
}
