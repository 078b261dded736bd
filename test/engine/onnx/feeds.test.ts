import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { feedsOf, partOf } from '../../../src/engine/onnx/feeds.ts';
import { onnxEngine } from '../../../src/engine/onnx/index.ts';
import {
  type Builder,
  buildProgram,
  type Program,
  tensor,
  tensorType,
  type Variable,
} from '../../../src/program/index.ts';

const types = { theta: tensorType('float64', [12]), grid: tensorType('float64', [4, 3]) };
type Inputs = Record<keyof typeof types, Variable>;

function programOf(body: (b: Builder, v: Inputs) => Record<string, Variable>): Program {
  return buildProgram('f', types, body);
}

function feeds(body: (b: Builder, v: Inputs) => Record<string, Variable>): string[] {
  return feedsOf(programOf(body)).map(({ input, start, variable }) => `${input}+${start}:[${variable.type.shape}]`);
}

test('an input that is used as it is, is fed whole; one that is not used, not at all', () => {
  expect(feeds((b, { theta }) => ({ y: b.exp(theta) }))).toEqual(['theta+0:[12]']);
  expect(feeds((_, { grid }) => ({ grid }))).toEqual(['grid+0:[4,3]']);
});

test('an input that is only sliced is fed in the slices, in the shape they are given next', () => {
  expect(
    feeds((b, { theta }) => {
      const weights = b.reshape(b.slice(theta, [0], [6]), [2, 3]);
      const bias = b.slice(theta, [6], [9]);
      return { y: b.add(weights, bias), z: b.exp(bias) };
    }),
  ).toEqual(['theta+0:[2,3]', 'theta+6:[3]']);
});

test('rows are neighbours, columns are not; one more use as a whole, or as an output, and it is fed whole', () => {
  expect(feeds((b, { grid }) => ({ y: b.exp(b.slice(grid, [1, 0], [3, 3])) }))).toEqual(['grid+3:[2,3]']);
  expect(feeds((b, { grid }) => ({ y: b.exp(b.slice(grid, [2, 1], [3, 3])) }))).toEqual(['grid+7:[1,2]']);
  expect(feeds((b, { grid }) => ({ y: b.exp(b.slice(grid, [0, 1], [4, 2])) }))).toEqual(['grid+0:[4,3]']);
  expect(feeds((b, { theta }) => ({ y: b.exp(theta), z: b.slice(theta, [0], [1]) }))).toEqual(['theta+0:[12]']);
  expect(feeds((b, { theta }) => ({ theta, z: b.slice(theta, [0], [1]) }))).toEqual(['theta+0:[12]']);
});

test('a slice that is an output, and one that is reshaped twice, keep their shape', () => {
  expect(
    feeds((b, { theta }) => {
      const part = b.slice(theta, [3], [6]);
      return { part, y: b.exp(b.reshape(part, [3, 1])) };
    }),
  ).toEqual(['theta+3:[3]']);
  expect(
    feeds((b, { theta }) => {
      const part = b.slice(theta, [3], [6]);
      return { y: b.exp(b.reshape(part, [3, 1])), z: b.exp(b.reshape(part, [1, 3])) };
    }),
  ).toEqual(['theta+3:[3]']);
});

test('a part is a view of the array, and programs that are fed in parts compute what they should', async () => {
  const data = Float64Array.from({ length: 12 }, (_, i) => i);
  const program = programOf((b, { theta, grid }) => ({
    y: b.add(
      b.matmul(b.slice(grid, [1, 0], [4, 3]), b.reshape(b.slice(theta, [2], [11]), [3, 3])),
      b.slice(theta, [0], [3]),
    ),
    z: b.reshape(b.slice(theta, [11], [12]), [1, 1]),
  }));
  const part = partOf(data, feedsOf(program)[0]!);
  expect(part.buffer).toBe(data.buffer);
  expect(Array.from(part)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const inputs = { theta: tensor('float64', [12], data), grid: tensor('float64', [4, 3], data.slice().reverse()) };
  const executable = await onnxEngine().compile(program);
  expect(await executable.run(inputs)).toEqual(evaluate(program, inputs));
  await executable.dispose();
});
