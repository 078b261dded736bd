import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Builder, buildProgram, type Dtype, tensor, tensorType, type Variable } from '../../src/program/index.ts';
import { simplify } from '../../src/transform/index.ts';

const matrix = tensorType('float64', [2, 3]);

function folded(body: (b: Builder) => Variable): { primitives: string[]; entries: number[] } {
  const program = buildProgram('f', {}, (b) => ({ z: body(b) }));
  const simplified = simplify(program);
  const [before, after] = [program, simplified].map((subject) => evaluate(subject, {})['z']!);
  expect(after!.shape).toEqual(before!.shape);
  // Sums of equal entries are products: a few roundings apart.
  after!.data.forEach((entry, i) => {
    expect(entry).toBeCloseTo(before!.data[i]!, 12);
  });
  return { primitives: simplified.equations.map((e) => e.primitive), entries: Array.from(after!.data) };
}

const repeated = (b: Builder, value: number) => b.full(matrix, value);

test.each<[string, (b: Builder) => Variable, number]>([
  ['elementwise', (b) => b.add(b.exp(repeated(b, 0)), b.multiply(repeated(b, 2), 3)), 7],
  ['moving entries', (b) => b.slice(b.reshape(b.transpose(repeated(b, 5)), [6]), [1], [4]), 5],
  ['concatenating equal entries', (b) => b.concatenate([repeated(b, 2), repeated(b, 2)], 0), 2],
  ['padding zeros', (b) => b.pad(repeated(b, 0), [1, 1], [0, 2]), 0],
  ['a sum over an axis', (b) => b.reduceSum(repeated(b, 0.5), [1]), 1.5],
  ['a maximum', (b) => b.reduceMax(repeated(b, 0.5), [0]), 0.5],
  ['a product', (b) => b.matmul(repeated(b, 2), repeated(b, 3), { transposeLeft: true }), 12],
  ['a constant with equal entries', (b) => b.negate(b.constant(tensor('float64', [2, 3], [1, 1, 1, 1, 1, 1]))), -1],
])('%s of equal entries is a repeated number', (_, body, value) => {
  const { primitives, entries } = folded(body);
  expect(primitives).toEqual(['constant', 'broadcast']);
  expect(new Set(entries)).toEqual(new Set([value]));
});

test('short constants are computed with entry by entry, long ones are left to the engine', () => {
  const counting = (b: Builder, count: number) =>
    b.constant(
      tensor(
        'float64',
        [count],
        Float64Array.from({ length: count }, (_, i) => i),
      ),
    );
  expect(folded((b) => b.subtract(b.sqrt(counting(b, 16)), 1)).primitives).toEqual(['constant']);
  expect(folded((b) => b.sqrt(counting(b, 17))).primitives).toEqual(['constant', 'sqrt']);
});

test('what depends on an input stays, and unequal parts and nonzero paddings are not taken for equal', () => {
  const program = buildProgram('f', { x: matrix }, (b, { x }) => ({
    y: b.multiply(x, repeated(b, 2)),
    z: b.concatenate([repeated(b, 1), repeated(b, 2)], 0),
    w: b.pad(repeated(b, 1), [1, 0], [0, 0]),
  }));
  expect(simplify(program).equations.map((e) => e.primitive)).toEqual(
    expect.arrayContaining(['multiply', 'concatenate', 'pad']),
  );
});

test('equal constants that are folded stay one', () => {
  const program = buildProgram('f', { x: tensorType('float64', []) }, (b, { x }) => ({
    y: b.add(b.multiply(x, b.exp(b.full(x.type, 1))), b.exp(b.full(x.type, 1))),
  }));
  expect(simplify(program).equations.map((e) => e.primitive)).toEqual(['constant', 'multiply', 'add']);
});

test('numbers are rounded to the format of the program', () => {
  const third = (dtype: Dtype) =>
    simplify(
      buildProgram('f', { x: tensorType(dtype) }, (b, { x }) => ({ y: b.add(x, b.divide(b.full(x.type, 1), 3)) })),
    ).equations[0]!;
  expect(third('float32').attributes).toEqual({ value: tensor('float32', [], [1 / 3]) });
  expect(third('float64').attributes).toEqual({ value: tensor('float64', [], [1 / 3]) });
});
