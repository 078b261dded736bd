import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { lowerToOnnx } from '../../../src/engine/onnx/lowering.ts';
import { digestOf, openLiterals, structureOf, withOpenSizes } from '../../../src/engine/onnx/structure.ts';
import { encodeModel } from '../../../src/onnx-file/index.ts';
import { type Builder, buildProgram, tensorType, type Variable } from '../../../src/program/index.ts';

function graphOf(shape: number[], body: (b: Builder, x: Variable) => Variable, name = 'f') {
  const x = tensorType('float64', shape);
  return lowerToOnnx(buildProgram(name, { x }, (b, inputs) => ({ y: body(b, inputs.x) })));
}

/** Every primitive that says sizes, and a constant: the sum over rows of the flattened, padded 3 x without its first row. */
const flattened =
  (factor: number) =>
  (b: Builder, x: Variable): Variable => {
    const [rows, columns] = x.type.shape as [number, number];
    const rest = b.slice(b.multiply(x, factor), [1, 0], [rows, columns]);
    const padded = b.pad(rest, [0, 0], [rows, 0]);
    return b.broadcast(b.reshape(padded, [(2 * rows - 1) * columns]), [rows, (2 * rows - 1) * columns]);
  };

test('programs that differ in sizes and constants alone have one structure', () => {
  const structure = structureOf(graphOf([2, 3], flattened(3)));
  expect(structureOf(graphOf([5, 4], flattened(3), 'g'))).toBe(structure);
  expect(structureOf(graphOf([2, 3], flattened(7)))).toBe(structure);
});

test('operators, their attributes, axes, ranks and number formats are part of the structure', () => {
  const sum = (axis: number) => (b: Builder, x: Variable) => b.reduceSum(x, [axis]);
  const turned = (permutation: number[]) => (b: Builder, x: Variable) => b.transpose(x, permutation);
  const float32 = buildProgram('f', { x: tensorType('float32', [2, 2, 2]) }, (b, { x }) => ({ y: b.tanh(x) }));
  const graphs = [
    graphOf([2, 2, 2], (b, x) => b.tanh(x)),
    lowerToOnnx(float32),
    graphOf([2, 2], (b, x) => b.tanh(x)),
    graphOf([2, 2, 2], (b, x) => b.sin(x)),
    graphOf([2, 2, 2], sum(0)),
    graphOf([2, 2, 2], sum(1)),
    graphOf([2, 2, 2], turned([1, 2, 0])),
    graphOf([2, 2, 2], turned([0, 2, 1])),
  ];
  expect(new Set(graphs.map(structureOf)).size).toBe(graphs.length);
});

test('the digest of a graph tells sizes and constants apart, but not names', () => {
  const graphs = [graphOf([2, 3], flattened(3)), graphOf([2, 4], flattened(3)), graphOf([2, 3], flattened(7))];
  expect(new Set(graphs.map(digestOf)).size).toBe(3);
  expect(digestOf(graphOf([2, 3], flattened(3), 'g'))).toBe(digestOf(graphs[0]!));
});

test('one session with open sizes computes programs of several sizes, each with its own literals', async () => {
  const session = await InferenceSession.create(encodeModel(withOpenSizes(graphOf([9, 9], flattened(9)))));
  for (const [rows, columns, factor] of [
    [2, 3, 3],
    [1 + 2, 1, -1],
  ] as const) {
    const entries = Array.from({ length: rows * columns }, (_, i) => i + 1);
    const given = { 'in:x': new Tensor('float64', entries, [rows, columns]) };
    const graph = graphOf([rows, columns], flattened(factor));
    const { 'out:y': y } = await session.run({ ...given, ...openLiterals(graph) });
    const row = [...entries.slice(columns).map((entry) => factor * entry), ...new Array(rows * columns).fill(0)];
    expect(y!.dims).toEqual([rows, row.length]);
    expect(Array.from(y!.data as Float64Array)).toEqual(Array.from({ length: rows }, () => row).flat());
  }
  await session.release();
});
