import fc from 'fast-check';
import { allRounded, generatedCase, machineEpsilon, worstDifference } from 'fisher-rao/testing';
import { InferenceSession } from 'onnxruntime-node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { networkLines } from '../../bench/network-lines.ts';
import { evaluate } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { type Tensor, tensor } from '../../src/program/index.ts';
import { vmap, withDtype } from '../../src/transform/index.ts';

// Programs of one structure at several sizes, as onnxruntime runs them: the second and the third on one session.

afterEach(() => vi.restoreAllMocks());

const { prototype: sessionPrototype } = InferenceSession as unknown as { prototype: InferenceSession };

/** One entry for each of `size` copies: the tensor with its entries turned round by as many places. */
function batch({ dtype, shape, data }: Tensor, size: number): Tensor {
  const copies = Array.from({ length: size }, (_, i) => Array.from(data, (_, j) => data[(i + j) % data.length]!));
  return tensor(dtype, [size, ...shape], copies.flat());
}

describe.each(['float64', 'float32'] as const)('in %s', (dtype) => {
  test('generated programs, batched, have the reference values at every size, whole and bound', async () => {
    const create = vi.spyOn(InferenceSession, 'create');
    await fc.assert(
      fc.asyncProperty(generatedCase(), async ({ program, inputs, errors }) => {
        const engine = onnxEngine();
        const opened: number[] = [];
        const executables = [];
        // Primes beyond the sizes in a generated program: equations that come to be equal are one.
        for (const size of [211, 223, 1, 227]) {
          const batched = vmap(withDtype(program, dtype), { over: ['x', 'y'], size });
          const given = allRounded(inputs, dtype);
          const [x, y] = [batch(given['x']!, size), batch(given['y']!, size)];
          const expected = evaluate(withDtype(batched, 'float64'), allRounded({ x, y }, 'float64'));
          create.mockClear();
          const executable = await engine.compile(batched);
          executables.push(executable);
          const bound = await executable.bind({ x });
          opened.push(create.mock.calls.length);
          for (const results of [await executable.run({ x, y }), await bound.run({ y })]) {
            for (const [name, error] of Object.entries(errors)) {
              expect(results[name]!.shape).toEqual(expected[name]!.shape);
              const difference = worstDifference(results[name]!.data, expected[name]!.data);
              expect(difference).toBeLessThanOrEqual(error * machineEpsilon[dtype]);
            }
          }
        }
        for (const executable of executables) await executable.dispose();
        expect(opened[3]).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});

describe.each(['forward', 'vjp', 'gradient', 'fvp', 'jet', 'ntk'] as const)('the network program %s', (name) => {
  test('has the reference values at every size, and opens no session for the third', async () => {
    const create = vi.spyOn(InferenceSession, 'create');
    const release = vi.spyOn(sessionPrototype, 'release');
    const engine = onnxEngine();
    const opened: number[] = [];
    const executables = [];
    for (const samples of [5, 37, 1, 64]) {
      const { program, fixed, varying } = networkLines([6, 4, 3], samples, 'float64')[name]();
      const expected = evaluate(program, { ...fixed, ...varying });
      create.mockClear();
      const executable = await engine.compile(program);
      executables.push(executable);
      const bound = await executable.bind(fixed);
      opened.push(create.mock.calls.length);
      for (const results of [await executable.run({ ...fixed, ...varying }), await bound.run(varying)]) {
        expect(Object.keys(results)).toEqual(Object.keys(expected));
        for (const [output, { data }] of Object.entries(expected)) {
          const size = Math.max(...data.map(Math.abs));
          expect(worstDifference(results[output]!.data, data)).toBeLessThanOrEqual(1e-13 * size);
        }
      }
    }
    expect(opened[0]).toBeGreaterThan(0);
    expect(opened[3]).toBe(0);
    for (const executable of executables) await executable.dispose();
    expect(release).toHaveBeenCalledTimes(opened.reduce((sum, count) => sum + count));
  });
});
