import { expect, test } from 'vitest';
import { closedForms, type DifferentialField, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { curvatureOperator } from '../../src/geometry/index.ts';
import {
  componentsOf,
  kept,
  type RiemannianGeometry,
  riemannianGeometry,
  withKeptPartials,
} from '../../src/interpret/index.ts';

type Form = ReturnType<ReturnType<typeof closedForms>['symbol']>;

/** The geometry of a diagonal metric, and a function that reads expressions in its coordinates. */
function diagonalMetric(
  coordinates: readonly string[],
  parameters: readonly string[],
  diagonal: readonly string[],
): { geometry: RiemannianGeometry<Form>; read: (text: string) => Form; field: DifferentialField<Form> } {
  const forms = closedForms([...coordinates, ...parameters].map((name) => ({ name })));
  const field = withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a: Form, index: number) => forms.derivative(a, coordinates[index]!),
  });
  const read = (text: string): Form => evaluateExpression(field, parseExpression(text), (name) => field.symbol(name));
  const metric = kept(field, 2, [], ([i, j]) => (i === j ? read(diagonal[i!]!) : field.zero));
  return { geometry: riemannianGeometry(field, metric), read, field };
}

const schwarzschild = diagonalMetric(
  ['t', 'r', 'u', 'p'],
  ['M'],
  ['2 M / r - 1', '1 / (1 - 2 M / r)', 'r^2 / (1 - u^2)', 'r^2 (1 - u^2)'],
);

test('the Kretschmann invariant of the Schwarzschild metric is 48 M^2 / r^6, though its scalar curvature vanishes', () => {
  // [Misner, Thorne, Wheeler 1973, Gravitation] (31.7)
  const { geometry, read } = schwarzschild;
  expect(geometry.kretschmann.at([])).toEqual(read('48 M^2 / r^6'));
  expect(geometry.scalar.at([])).toEqual(read('0'));
});

test('the Kretschmann invariant of an n-sphere of radius c is 2 n (n - 1) / c^4, as for any space of constant curvature', () => {
  const sphere = diagonalMetric(['x', 'y', 'z'], ['c'], Array(3).fill('4 c^2 / (1 + x^2 + y^2 + z^2)^2'));
  expect(sphere.geometry.kretschmann.at([])).toEqual(sphere.read('12 / c^4'));
});

test('the trace of the curvature operator over bivectors, R^ab_ab, is the scalar curvature', () => {
  const { geometry, read } = diagonalMetric(['x', 'y'], [], ['1 + x^2 y^2', '1 / (x + y^2)']);
  const operator = geometry.curvatureOperator;
  // R = R^01_01 + R^10_10 with the sign by which spheres are positive.
  const double = closedForms([]).fromInteger(2);
  expect(closedForms([]).multiply(double, operator.at([0, 1, 0, 1]))).toEqual(geometry.scalar.at([]));
  expect(read('0')).toEqual(operator.at([0, 0, 0, 1]));
});

test('the declared antisymmetries of the curvature operator hold for its formula without them', () => {
  const { geometry, field } = diagonalMetric(['x', 'y', 'z'], [], ['1 + x^2 y^2', '1 / (x + y^2)', 'y z + x']);
  const world = { field, tensors: { inverseMetric: geometry.inverseMetric, riemann: geometry.riemann } };
  const plain = componentsOf(world, { ...curvatureOperator, symmetries: [] });
  const declared = geometry.curvatureOperator;
  const range = [0, 1, 2];
  for (const k of range)
    for (const l of range)
      for (const i of range) for (const j of range) expect(plain.at([k, l, i, j])).toEqual(declared.at([k, l, i, j]));
  expect(field.isZero(plain.at([0, 1, 0, 1]))).toBe(false);
});
