import type fc from 'fast-check';
import { manifoldsAtPoint, indexTuples as tuples, withoutSymmetries } from 'fisher-rao/testing';
import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type DifferentialField,
  evaluateExpression,
  type Jet,
  type Jets,
  parseExpression,
} from '../../src/calculus/index.ts';
import { type Components, kept, type RiemannianGeometry, riemannianGeometry } from '../../src/interpret/index.ts';

export { tuples, withoutSymmetries };

/** The closed forms over coordinates and further symbols, derived along the coordinates; all are positive. */
export function formsOver(
  coordinates: readonly string[],
  constants: readonly string[] = [],
): ClosedForms & DifferentialField<ClosedForm> {
  const forms = closedForms([...coordinates, ...constants].map((name) => ({ name, positive: true })));
  return {
    ...forms,
    dimension: coordinates.length,
    partial: (a, index) => forms.derivative(a, coordinates[index]),
  };
}

/** A closed form from its text. */
export function form(field: ClosedForms, text: string): ClosedForm {
  return evaluateExpression(field, parseExpression(text), (name) => field.symbol(name));
}

/** Components given as rows of any field. */
export function rows<E>(field: DifferentialField<E>, matrix: readonly (readonly E[])[]): Components<E> {
  return kept(field, 2, [], ([i, j]) => matrix[i][j]);
}

/** A manifold with a metric written as rows of texts. */
export function manifold(
  coordinates: readonly string[],
  metric: readonly (readonly string[])[],
  constants: readonly string[] = [],
) {
  const field = formsOver(coordinates, constants);
  const matrix = metric.map((row) => row.map((entry) => form(field, entry)));
  return { field, form: (text: string) => form(field, text), ...riemannianGeometry(field, rows(field, matrix)) };
}

/** The round sphere of radius r in stereographic coordinates: g = 4 r^2 / (1 + |x|^2)^2 times the identity. */
export function sphere(dimension: number) {
  const names = ['x', 'y', 'z'].slice(0, dimension);
  const factor = `4*r^2/(1 + ${names.map((name) => `${name}^2`).join(' + ')})^2`;
  return manifold(
    names,
    names.map((_, i) => names.map((_, j) => (i === j ? factor : '0'))),
    ['r'],
  );
}

/** Riemannian geometry of a metric at a point where nothing is special about it. */
export interface JetGeometry extends RiemannianGeometry<Jet> {
  readonly field: Jets;
}

/** Metrics by their Taylor coefficients at a point up to third order. */
export function jetGeometries(dimension: number): fc.Arbitrary<JetGeometry> {
  return manifoldsAtPoint(dimension).map(({ field, geometry }) => ({ field, ...geometry }));
}

/** The numbers of a tensor of jets at the point, in the order of {@link tuples}. */
export function numbers(field: Jets, tensor: Components<Jet>): number[] {
  return tuples(field.dimension, tensor.rank).map((indices) => field.value(tensor.at(indices)));
}

/** The largest absolute value of a tensor at the point. */
export function size(field: Jets, tensor: Components<Jet>): number {
  return Math.max(...numbers(field, tensor).map(Math.abs));
}
