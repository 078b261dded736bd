import { describe, expect, test } from 'vitest';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { batched } from '../../src/methods/batched-program.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const type = tensorType('float64', [2]);
const product = buildProgram('product', { a: type, x: type, y: type }, (b, { a, x, y }) => ({
  out: b.multiply(a, b.multiply(x, y)),
}));
const known = { a: tensor('float64', [2], [10, 1]) };

/** The reference engine, noting the size of the batch of each program that it compiles. */
function watched(): { engine: Engine; sizes: number[] } {
  const sizes: number[] = [];
  const engine: Engine = {
    ...referenceEngine,
    compile: async (program) => {
      const { shape } = program.outputs[0]!.variable.type;
      sizes.push(shape.length === 1 ? 1 : shape[0]!);
      return referenceEngine.compile(program);
    },
  };
  return { engine, sizes };
}

describe('a batched program', () => {
  test.each([1, 2, 3, 5, 9])('on %d vectors gives each its own result, in order', async (count) => {
    const { engine, sizes } = watched();
    const { run } = batched({ engine, known, most: 4 }, product, ['x', 'y'], 'out');
    const x = Array.from({ length: count }, (_, k) => [k, 1]);
    const y = Array.from({ length: count }, (_, k) => [2, k]);
    expect((await run(x, y)).map((v) => [...v])).toEqual(x.map((_, k) => [20 * k, k]));
    // Powers of two, at most `most`, each compiled once.
    expect(sizes).toEqual({ 1: [1], 2: [2], 3: [4], 5: [4, 1], 9: [4, 1] }[count]);
  });

  test('of no vectors runs nothing', async () => {
    const { engine, sizes } = watched();
    expect(await batched({ engine, known, most: 4 }, product, ['x', 'y'], 'out').run([], [])).toEqual([]);
    expect(sizes).toEqual([]);
  });
});
