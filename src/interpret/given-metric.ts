import { determinant, type Rational, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  closedForms,
  doubtsOfIndependence,
  type Expression,
  equality,
  evaluateExpression,
  isNumberPi,
  type Jet,
  type Jets,
  jets,
  numberPiBeside,
  prepareExpressions,
  rootOrders,
} from '../calculus/index.ts';
import { FisherRaoError, InputError, UnsupportedError } from '../errors.ts';
import { type Components, kept } from './components.ts';
import type { ExactField } from './exact-field.ts';
import type { Manifold } from './manifold.ts';
import { riemannianGeometry } from './riemannian.ts';
import { exactInverse, numericInverse } from './singular-metric.ts';
import { withKeptPartials } from './statistical-model.ts';

/** A Riemannian or pseudo-Riemannian metric as data. */
export interface GivenMetric {
  readonly coordinates: readonly string[];
  /** Names that stay fixed while the coordinates vary; symbolic where they have no value. */
  readonly constants: readonly { readonly name: string; readonly value?: Rational }[];
  /** Expressions in coordinates, constants and pi: a symmetric square. */
  readonly entries: readonly (readonly Expression[])[];
}

const symmetric = [{ places: [0, 1], sign: 1 }] as const;

/**
 * The manifold of a given metric in closed form. Names under a root are taken to be positive. Throws {@link InputError}
 * for a metric that is not symmetric, {@link UnsupportedError} where it cannot be told whether it is, or is singular.
 */
export function givenManifold(given: GivenMetric): Manifold<ClosedForm> & { readonly field: ExactField } {
  const { coordinates, constants, entries } = given;
  const orders = rootOrders(entries.flat());
  const open = constants.filter(({ value }) => value === undefined).map(({ name }) => name);
  const symbols = [...coordinates, ...open].map((name) => ({
    name,
    positive: orders.has(name),
    order: orders.get(name) ?? 1,
    variable: true,
  }));
  const forms = closedForms([...symbols, { name: numberPiBeside(names(given)), positive: true }]);
  const field = withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a: ClosedForm, index: number) => forms.derivative(a, coordinates[index]),
  });
  const meaning = (name: string): ClosedForm => {
    const value = constants.find((constant) => constant.name === name)?.value;
    return value === undefined ? field.symbol(name) : field.fromRational(value);
  };
  prepareExpressions(field, entries.flat(), meaning);
  const matrix = evaluated(entries, (entry) => evaluateExpression(field, entry, meaning));
  matrix.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const { verdict } = equality(field, row[j], matrix[j][i]);
      if (verdict === 'different') throw asymmetric(i, j);
      if (verdict === 'undecided') throw undecided(`metric[${i}][${j}] and metric[${j}][${i}] are equal`);
    }
  });
  refuseHiddenSingularity(field, matrix);
  const metric = kept(field, 2, symmetric, ([i, j]) => matrix[i][j]);
  return { coordinates, field, geometry: riemannianGeometry(field, metric, exactInverse(field, coordinates)) };
}

/**
 * The same at a point, in numbers: the Taylor jets of the metric up to the given number of derivatives. The point may
 * also give values to constants that have none. Throws {@link InputError} for a point that does not give each coordinate
 * a value, or a constant without one.
 */
export function givenManifoldAt(
  given: GivenMetric,
  point: Readonly<Record<string, Rational>>,
  derivatives = 2,
): Manifold<Jet> & { readonly field: Jets } {
  checkNames(given, point);
  return givenManifolds(
    withConstants(given, point),
    derivatives,
  )(given.coordinates.map((name) => rationalToNumber(point[name])));
}

/** The same as a function of the point, given by the values of the coordinates in order. */
export function givenManifolds(
  given: GivenMetric,
  derivatives = 2,
): (values: readonly number[]) => Manifold<Jet> & { readonly field: Jets } {
  const { coordinates, entries } = given;
  refuseOpenConstants(given);
  const jetField = jets(coordinates.length, derivatives);
  return (values) => {
    const field = withKeptPartials(jetField);
    const meaning = (name: string): Jet => {
      const index = coordinates.indexOf(name);
      if (index >= 0) return field.coordinate(index, values[index]);
      const constant = given.constants.find((candidate) => candidate.name === name);
      if (constant?.value !== undefined) return field.fromRational(constant.value);
      if (isNumberPi(name) && constant === undefined) return field.constant(Math.PI);
      throw new InputError(`unknown name "${name}" in the metric: the names here are ${names(given).join(', ')}`);
    };
    const matrix = evaluated(entries, (entry) => evaluateExpression(field, entry, meaning));
    matrix.forEach((row, i) => {
      for (let j = 0; j < i; j++) {
        const [a, b] = [field.value(row[j]), field.value(matrix[j][i])];
        if (Math.abs(a - b) > 1e-9 * (Math.abs(a) + Math.abs(b))) throw asymmetric(i, j);
      }
    });
    const metric: Components<Jet> = kept(field, 2, symmetric, ([i, j]) => matrix[i][j]);
    return { coordinates, field, geometry: riemannianGeometry(field, metric, numericInverse(field, coordinates)) };
  };
}

/** Elimination takes for invertible what is not 0 by construction: where kernels may be related, that must be seen. */
function refuseHiddenSingularity(field: ExactField, matrix: readonly (readonly ClosedForm[])[]): void {
  const entries = matrix.flat();
  const together = field.sum(entries.map((entry, k) => field.multiply(field.fromInteger(k + 1), entry)));
  if (doubtsOfIndependence(field, together).length === 0) return;
  const { verdict } = equality(field, determinant(field, matrix), field.zero);
  if (verdict === 'undecided') throw undecided('the determinant of the metric is zero');
}

function undecided(question: string): UnsupportedError {
  return new UnsupportedError(
    `it is undecided whether ${question}: no point shows a difference, and the functions in it may be related; simplify the metric`,
  );
}

/** The entries, where an error says at which of them it arose. */
function evaluated<E>(entries: GivenMetric['entries'], evaluate: (entry: Expression) => E): E[][] {
  return entries.map((row, i) =>
    row.map((entry, j) => {
      try {
        return evaluate(entry);
      } catch (error) {
        if (error instanceof FisherRaoError) error.message = `metric[${i}][${j}]: ${error.message}`;
        throw error;
      }
    }),
  );
}

function names({ coordinates, constants }: GivenMetric): string[] {
  return [...coordinates, ...constants.map(({ name }) => name)];
}

function checkNames({ coordinates, constants }: GivenMetric, point: Readonly<Record<string, Rational>>): void {
  const missing = coordinates.filter((name) => !Object.hasOwn(point, name));
  const fixed = constants.find(({ name, value }) => value !== undefined && Object.hasOwn(point, name));
  if (fixed !== undefined) throw new InputError(`${fixed.name} already has a value, and the point gives another`);
  const unknown = Object.keys(point).filter(
    (name) => !(coordinates.includes(name) || constants.some((constant) => constant.name === name)),
  );
  if (missing.length > 0 || unknown.length > 0) {
    const problem = missing.length > 0 ? `no value for ${missing.join(', ')}` : `unknown ${unknown.join(', ')}`;
    throw new InputError(`${problem}: the coordinates of the metric are ${coordinates.join(', ')}`);
  }
}

function withConstants(given: GivenMetric, point: Readonly<Record<string, Rational>>): GivenMetric {
  const constants = given.constants.map((constant) =>
    Object.hasOwn(point, constant.name) ? { ...constant, value: point[constant.name] } : constant,
  );
  return { ...given, constants };
}

function refuseOpenConstants({ constants }: GivenMetric): void {
  const open = constants.filter(({ value }) => value === undefined).map(({ name }) => name);
  if (open.length > 0) {
    const list = open.map((name) => `${name}=...`).join(',');
    throw new InputError(`numbers need a value for ${open.join(', ')}: give --parameters ${list}`);
  }
}

function asymmetric(i: number, j: number): InputError {
  return new InputError(`metric[${i}][${j}] and metric[${j}][${i}] differ: a metric is symmetric`);
}
