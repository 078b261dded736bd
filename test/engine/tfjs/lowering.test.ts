import { allRounded, machineEpsilon, worstDifference } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { tfjsEngine } from '../../../src/engine/tfjs/index.ts';
import { lowerToTfjs } from '../../../src/engine/tfjs/lowering.ts';
import { UnsupportedError } from '../../../src/errors.ts';
import {
  type Builder,
  buildProgram,
  entryCount,
  type Program,
  type Shape,
  tensor,
  tensorType,
  type Variable,
} from '../../../src/program/index.ts';
import { withDtype } from '../../../src/transform/index.ts';

// That small programs have the reference values is tested in test/conformance; here, what small programs do not reach.

const wasm = await tfjsEngine({ backend: 'wasm' });

/** Multiples of 1/64 in [-1, 1], exact in both number formats, without a pattern that a wrong order would keep. */
function sample(shape: Shape) {
  return tensor(
    'float64',
    shape,
    Array.from({ length: entryCount(shape) }, (_, i) => (((i * 37 + 11) % 129) - 64) / 64),
  );
}

function programOf(shapes: readonly Shape[], body: (b: Builder, operands: Variable[]) => Variable): Program {
  const types = Object.fromEntries(shapes.map((shape, i) => [`x${i}`, tensorType('float64', shape)]));
  return buildProgram('f', types, (b, variables) => ({ y: body(b, Object.values(variables)) }));
}

/** The largest error against the reference, in units of float32's epsilon. */
async function worstError(shapes: readonly Shape[], body: (b: Builder, operands: Variable[]) => Variable) {
  const program = programOf(shapes, body);
  const inputs = Object.fromEntries(shapes.map((shape, i) => [`x${i}`, sample(shape)]));
  const executable = await wasm.compile(withDtype(program, 'float32'));
  const { y } = await executable.run(allRounded(inputs, 'float32'));
  const expected = evaluate(program, inputs)['y']!;
  expect(y!.shape).toEqual(expected.shape);
  return worstDifference(y!.data, expected.data) / machineEpsilon.float32;
}

test.each([
  [false, false],
  [false, true],
  [true, false],
  [true, true],
])('batches of large products, transposes %s and %s, are done one by one', async (transposeLeft, transposeRight) => {
  const [m, k, n] = [45, 50, 48];
  const shapes = [
    [3, ...(transposeLeft ? [k, m] : [m, k])],
    [3, ...(transposeRight ? [n, k] : [k, n])],
  ];
  // Sums of k products of at most 1: each addition rounds by at most half an epsilon of k.
  expect(await worstError(shapes, (b, [x, y]) => b.matmul(x!, y!, { transposeLeft, transposeRight }))).toBeLessThan(
    k * k,
  );
});

test('a sum over leading axes is a product with ones', async () => {
  expect(await worstError([[40, 5, 30]], (b, [x]) => b.reduceSum(x!, [0, 1]))).toBeLessThan(200 * 200);
  expect(await worstError([[7, 1, 1]], (b, [x]) => b.reduceSum(x!, [0]))).toBeLessThan(49);
});

const many: Shape = [2, 1, 3, 2, 1, 2, 2, 2];

test.each<[string, (b: Builder, operands: Variable[]) => Variable]>([
  ['add', (b, [x, y]) => b.add(x!, y!)],
  ['broadcast', (b, [x]) => b.exp(b.broadcast(b.reduceSum(x!, [1, 3, 4]), many, [0, 2, 5, 6, 7]))],
  ['broadcast output', (b, [x]) => b.broadcast(b.reduceMax(x!, [0, 1, 2]), many)],
  ['transpose', (b, [x]) => b.transpose(x!, [7, 2, 5, 0, 1, 3, 6, 4])],
  ['slice', (b, [x]) => b.slice(x!, [1, 0, 1, 0, 0, 0, 1, 0], [2, 1, 3, 2, 1, 1, 2, 2])],
  ['pad', (b, [x]) => b.pad(x!, [1, 0, 0, 0, 2, 0, 0, 1], [0, 0, 1, 0, 0, 0, 0, 1])],
  ['concatenate', (b, [x, y]) => b.concatenate([x!, y!], 5)],
  ['reduceSum', (b, [x]) => b.reduceSum(x!, [0, 3, 6])],
  ['reduceMax', (b, [x]) => b.reduceMax(x!, [0, 3, 6])],
  ['matmul', (b, [x, y]) => b.matmul(x!, y!, { transposeRight: true })],
  ['tanh', (b, [x]) => b.tanh(x!)],
])('%s works on eight axes', async (_, body) => {
  expect(await worstError([many, many], body)).toBeLessThan(256);
});

test('a broadcast along axes that alternate too often is refused, with the engines that can', async () => {
  const shape = Array.from({ length: 14 }, () => 2);
  const even = shape.flatMap((_, axis) => (axis % 2 === 0 ? [axis] : []));
  const program = programOf([even.map(() => 2), shape], (b, [x, y]) => b.add(b.broadcast(x!, shape, even), y!));
  const attempt = wasm.compile(withDtype(program, 'float32'));
  await expect(attempt).rejects.toThrow(UnsupportedError);
  await expect(attempt).rejects.toThrow(/alternate more than 6 times.*reference and onnx/s);
});

test('the sign of the smallest numbers and of NaN is right, as it is not in the operation of that name', async () => {
  const x = Float32Array.of(2 ** -149, -(2 ** -149), 1e-7, 0, Number.NaN, Number.NEGATIVE_INFINITY, 3e38);
  const program = withDtype(
    programOf([[7]], (b, [operand]) => b.sign(operand!)),
    'float32',
  );
  const { y } = await (await wasm.compile(program)).run({ x0: tensor('float32', [7], x) });
  expect(Array.from(y!.data)).toEqual([1, -1, 1, 0, Number.NaN, -1, 1]);
});

test('what is repeated is held once, and only what needs all entries repeats it', () => {
  const program = programOf([[3]], (b, [x]) => b.transpose(b.exp(b.broadcast(x!, [2, 3]))));
  const [broadcast, exp, transpose] = program.equations;
  const traits = { plainProductsOnly: true, coarseSign: true };
  const first = lowerToTfjs(broadcast!, [[3]], traits);
  expect(first.held).toEqual([3]);
  expect(lowerToTfjs(exp!, [first.held], traits)).toMatchObject({ held: [3], scratch: 0 });
  // The ones and their product with the operand, 6 entries each.
  expect(lowerToTfjs(transpose!, [[3]], traits)).toMatchObject({ held: [3, 2], scratch: 12 });
});
