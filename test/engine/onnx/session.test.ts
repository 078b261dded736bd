import { InferenceSession } from 'onnxruntime-node';
import { afterEach, expect, test, vi } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { onnxEngine } from '../../../src/engine/onnx/index.ts';
import type { NativeSession } from '../../../src/engine/onnx/reopening.ts';
import { InputError, UnsupportedError } from '../../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';

const type = tensorType('float64', [2]);
const program = buildProgram('f', { x: type, unused: type }, (b, { x }) => ({ x, y: b.sqrt(x) }));
const unused = tensor('float64', [2], [0, 0]);

const { prototype } = InferenceSession as unknown as { prototype: NativeSession };

afterEach(() => vi.restoreAllMocks());

test('outputs stay as they are when the program runs again or the input changes', async () => {
  const executable = await onnxEngine().compile(program);
  const x = tensor('float64', [2], [0, 4]);
  const first = await executable.run({ x, unused });
  const second = await executable.run({ x: tensor('float64', [2], [2, 3]), unused });
  x.data[0] = 9;
  await executable.dispose();
  expect(Array.from(first['y']!.data)).toEqual([0, 2]);
  expect(Array.from(first['x']!.data)).toEqual([0, 4]);
  expect(Array.from(second['x']!.data)).toEqual([2, 3]);
});

test('an array that was changed in place is read anew', async () => {
  const executable = await onnxEngine().compile(program);
  const x = tensor('float64', [2], [0, 0]);
  await executable.run({ x, unused });
  x.data[1] = 4;
  expect(Array.from((await executable.run({ x, unused }))['y']!.data)).toEqual([0, 2]);
  await executable.dispose();
});

test('inputs are checked, also those that the program does not use', async () => {
  const executable = await onnxEngine().compile(program);
  await expect(executable.run({ x: unused })).rejects.toThrow(/"unused" is missing/);
  await expect(executable.run({ x: tensor('float32', [2], [1, 2]), unused })).rejects.toThrow(InputError);
  await executable.dispose();
});

test('after dispose, which may be repeated, a run is an InputError', async () => {
  const executable = await onnxEngine().compile(program);
  await executable.dispose();
  await executable.dispose();
  await expect(executable.run({ x: unused, unused })).rejects.toThrow(/disposed/);
});

test('the number of threads is positive, and does not change results', async () => {
  expect(() => onnxEngine({ threads: 0 })).toThrow(InputError);
  const results = [];
  for (const threads of [1, 2]) {
    const executable = await onnxEngine({ threads }).compile(program);
    results.push((await executable.run({ x: unused, unused }))['y']!.data);
    await executable.dispose();
  }
  expect(results[0]).toEqual(results[1]);
});

test('devices are chosen by name, and each refuses the number formats that it lacks', async () => {
  expect(() => onnxEngine({ device: 'gpu' as never })).toThrow(/one of the devices cpu, webgpu, cuda; gpu came/);
  expect(onnxEngine({ device: 'webgpu' })).toMatchObject({ name: 'onnx/webgpu', dtypes: ['float32'] });
  // onnxruntime would compute float64 on the CPU and say nothing.
  const attempt = onnxEngine({ device: 'webgpu' }).compile(program);
  await expect(attempt).rejects.toThrow(UnsupportedError);
  await expect(attempt).rejects.toThrow(/onnx\/webgpu engine computes in float32 only.*float64/);
});

test('a failure of onnxruntime mid-run is told, frees the session, and the next run works', async () => {
  const executable = await onnxEngine().compile(program);
  const release = vi.spyOn(prototype, 'release');
  vi.spyOn(prototype, 'run').mockRejectedValueOnce(new Error('std::bad_alloc'));
  const attempt = executable.run({ x: unused, unused });
  await expect(attempt).rejects.toThrow(UnsupportedError);
  await expect(attempt).rejects.toThrow(/program f ran out of memory: std::bad_alloc/);
  expect(release).toHaveBeenCalledOnce();
  expect(Array.from((await executable.run({ x: tensor('float64', [2], [9, 16]), unused }))['y']!.data)).toEqual([3, 4]);
  await executable.dispose();
  expect(release).toHaveBeenCalledTimes(2);
});

test('programs of other sizes and constants share a session, which fails and comes back for all of them', async () => {
  const create = vi.spyOn(InferenceSession, 'create');
  const engine = onnxEngine();
  const compiled = (size: number, factor: number) =>
    engine.compile(
      buildProgram(`times${factor}`, { x: tensorType('float64', [size]) }, (b, { x }) => ({
        y: b.multiply(x, factor),
      })),
    );
  const executables = [await compiled(4, 5), await compiled(2, 2), await compiled(3, 3), await compiled(2, 4)];
  const [own, , three, four] = executables;
  expect(create).toHaveBeenCalledTimes(2);
  vi.spyOn(prototype, 'run').mockRejectedValueOnce(new Error('std::bad_alloc'));
  const x = tensor('float64', [3], [1, 2, 3]);
  await expect(three!.run({ x })).rejects.toThrow(/program times3 ran out of memory: std::bad_alloc/);
  expect(Array.from((await four!.run({ x: tensor('float64', [2], [1, 2]) }))['y']!.data)).toEqual([4, 8]);
  expect(Array.from((await three!.run({ x }))['y']!.data)).toEqual([3, 6, 9]);
  expect(Array.from((await own!.run({ x: tensor('float64', [4], [1, 2, 3, 4]) }))['y']!.data)).toEqual([5, 10, 15, 20]);
  expect(create).toHaveBeenCalledTimes(3);
  // What another engine has seen is not its business: it may run on other threads.
  const other = await onnxEngine({ threads: 1 }).compile(three!.program);
  expect(Array.from((await other.run({ x }))['y']!.data)).toEqual([3, 6, 9]);
  for (const executable of [...executables, other]) await executable.dispose();
});

test('real lack of memory is told with the size, and the engine works on', async () => {
  const wide = tensorType('float32', [2 ** 20]);
  const terabytes = buildProgram('huge', { x: wide }, (b, { x }) => ({
    y: b.reduceMax(b.transpose(b.broadcast(b.tanh(x), [2 ** 20, 2 ** 20])), [0]),
    z: b.reduceSum(x),
  }));
  const executable = await onnxEngine().compile(terabytes);
  const x = tensor('float32', wide.shape, new Float32Array(2 ** 20));
  // 2^40 entries of 4 bytes.
  await expect(executable.run({ x })).rejects.toThrow(/program huge ran out of memory: .*4398046511104/);
  await expect(executable.run({ x })).rejects.toThrow(UnsupportedError);
  await executable.dispose();
  const other = await onnxEngine().compile(program);
  expect(Array.from((await other.run({ x: tensor('float64', [2], [4, 1]), unused }))['y']!.data)).toEqual([2, 1]);
  await other.dispose();
});

test('a number beside a batch of products keeps all its digits in float64', async () => {
  const types = { x: tensorType('float64', [2, 3, 4]), y: tensorType('float64', [2, 4, 5]) };
  const entries = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(1 + i));
  const inputs = { x: tensor('float64', [2, 3, 4], entries(24)), y: tensor('float64', [2, 4, 5], entries(40)) };
  const program = buildProgram('scaled', types, (b, { x, y }) => ({
    after: b.divide(b.matmul(x, y), Math.sqrt(3)),
    before: b.matmul(b.multiply(x, 0.1), y),
  }));
  const executable = await onnxEngine().compile(program);
  const results = await executable.run(inputs);
  for (const [name, { data }] of Object.entries(evaluate(program, inputs))) {
    data.forEach((value, i) => {
      expect(Math.abs(results[name]!.data[i]! - value)).toBeLessThan(1e-15);
    });
  }
  await executable.dispose();
});
