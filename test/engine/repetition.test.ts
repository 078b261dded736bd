import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broadcastShape, evaluate, mergeAxes, repeatedShape } from '../../src/engine/index.ts';
import { buildProgram, entryCount, type Shape, tensor, tensorType } from '../../src/program/index.ts';

/** Two shapes that broadcast together; the first may lack leading axes. */
const shapes = fc
  .array(fc.tuple(fc.constantFrom(1, 2, 3), fc.boolean(), fc.boolean()), { maxLength: 7 })
  .chain((axes) =>
    fc
      .nat({ max: axes.length })
      .map((missing): readonly [Shape, Shape] => [
        axes.slice(missing).map(([size, one]) => (one ? 1 : size)),
        axes.map(([size, , one]) => (one ? 1 : size)),
      ]),
  );

function counted(shape: Shape, step: number) {
  return tensor(
    'float64',
    shape,
    Array.from({ length: entryCount(shape) }, (_, i) => step * i),
  );
}

/** The entries of x + y as the builder broadcasts them, NumPy's way. */
function sum([left, right]: readonly [Shape, Shape]): number[] {
  const types = { x: tensorType('float64', left), y: tensorType('float64', right) };
  const program = buildProgram('sum', types, (b, { x, y }) => ({ z: b.add(x, y) }));
  // Steps 1 and 1000 show which entries met.
  return Array.from(evaluate(program, { x: counted(left, 1), y: counted(right, 1000) })['z']!.data);
}

test("two shapes broadcast to the shape of a sum in NumPy's way", () => {
  expect(broadcastShape([2, 1, 3], [4, 1])).toEqual([2, 4, 3]);
  expect(broadcastShape([], [5])).toEqual([5]);
});

test('merging axes changes neither which entries meet nor their order', () => {
  fc.assert(
    fc.property(shapes, (pair) => {
      expect(sum(mergeAxes(...pair))).toEqual(sum(pair));
    }),
  );
});

test('equal shapes merge to one axis, and only a change of pattern separates axes', () => {
  expect(mergeAxes([2, 3, 4], [2, 3, 4])).toEqual([[24], [24]]);
  expect(mergeAxes([2, 1, 3, 4], [2, 5, 1, 1])).toEqual([
    [2, 1, 12],
    [2, 5, 1],
  ]);
  expect(mergeAxes([1, 1], [1])).toEqual([[], []]);
});

test('a broadcast is held without its repetitions', () => {
  expect(repeatedShape([3], { shape: [2, 3, 4], axes: [1] })).toEqual([3, 1]);
  expect(repeatedShape([3], { shape: [2, 3], axes: [1] })).toEqual([3]);
  expect(repeatedShape([], { shape: [2, 3], axes: [] })).toEqual([]);
  // The operand [5, 3] is itself held as [3].
  expect(repeatedShape([3], { shape: [5, 2, 3], axes: [0, 2] })).toEqual([3]);
});
