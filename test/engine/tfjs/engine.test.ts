import { afterEach, expect, test, vi } from 'vitest';
import { loadBackend } from '../../../src/engine/tfjs/backend.ts';
import { engineOn } from '../../../src/engine/tfjs/engine.ts';
import { tfjsEngine } from '../../../src/engine/tfjs/index.ts';
import { InputError, UnsupportedError } from '../../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';
import { vjp } from '../../../src/transform/index.ts';

const type = tensorType('float32', [2]);
const program = buildProgram('f', { x: type, unused: type }, (b, { x }) => ({ x, y: b.tanh(b.exp(x)) }));
const x = tensor('float32', [2], [0, 1]);
const inputs = { x, unused: x };
const backends = [await loadBackend('wasm'), await loadBackend('cpu')];

afterEach(() => vi.restoreAllMocks());

test('unless told, the engine takes the first backend that works', async () => {
  // The native bindings cannot be installed with the package, so here it is WebAssembly.
  expect((await tfjsEngine()).name).toBe('tfjs/wasm');
  expect((await tfjsEngine({ backend: 'cpu' })).name).toBe('tfjs/cpu');
  await expect(tfjsEngine({ backend: 'tfjs-node-gpu' })).rejects.toThrow(/npm install @tensorflow\/tfjs-node-gpu/);
});

test('float64 is refused, with the engines that have it', async () => {
  const double = buildProgram('g', { x: tensorType('float64', [2]) }, (b, v) => ({ y: b.tanh(v.x) }));
  const attempt = engineOn(backends[0]!).compile(double);
  await expect(attempt).rejects.toThrow(UnsupportedError);
  await expect(attempt).rejects.toThrow(/float32 only; program g has float64.*reference.*onnx/s);
});

test.each(backends)('memory is flat over 1000 runs of a gradient on $name', async (backend) => {
  const wide = tensorType('float32', [16]);
  const loss = buildProgram('loss', { w: tensorType('float32', [16, 8]), v: wide }, (b, { w, v }) => {
    const hidden = b.tanh(b.matmul(w, b.reshape(v, [16, 1]), { transposeLeft: true }));
    return { loss: b.log(b.add(b.reduceSum(b.multiply(hidden, b.absolute(hidden))), 100)) };
  });
  const gradient = await engineOn(backend).compile(vjp(loss, { wrt: ['w', 'v'] }));
  const given = {
    w: tensor(
      'float32',
      [16, 8],
      Float32Array.from({ length: 128 }, (_, i) => Math.sin(i)),
    ),
    v: tensor(
      'float32',
      [16],
      Float32Array.from({ length: 16 }, (_, i) => Math.cos(i)),
    ),
    ct_loss: tensor('float32', [], [1]),
  };
  await gradient.run(given);
  const before = { ...backend.tf.memory() };
  for (let i = 0; i < 1000; i++) await gradient.run(given);
  expect(backend.tf.memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
  await gradient.dispose();
  expect(before.numTensors).toBe(0);
});

test.each(backends)('on $name outputs are the caller’s to keep, and inputs are read anew', async (backend) => {
  const executable = await engineOn(backend).compile(program);
  const given = tensor('float32', [2], [0, 1]);
  const first = await executable.run({ x: given, unused: given });
  given.data[0] = 5;
  first['y']!.data[1] = 7;
  const second = await executable.run({ x: given, unused: given });
  expect(Array.from(first['x']!.data)).toEqual([0, 1]);
  expect(Array.from(second['x']!.data)).toEqual([5, 1]);
  expect(second['y']!.data[1]).toBeCloseTo(Math.tanh(Math.E), 6);
});

test('inputs are checked, also those that the program does not use, and after dispose a run is an InputError', async () => {
  const executable = await engineOn(backends[0]!).compile(program);
  await expect(executable.run({ x })).rejects.toThrow(/"unused" is missing/);
  await executable.dispose();
  await executable.dispose();
  await expect(executable.run(inputs)).rejects.toThrow(InputError);
});

test('a program that needs more than the heap has is refused before it runs, with the sizes', async () => {
  const terabytes = buildProgram('huge', { x: tensorType('float32', [2 ** 20]) }, (b, v) => ({
    y: b.broadcast(v.x, [2 ** 20, 2 ** 20]),
  }));
  const attempt = engineOn(backends[0]!).compile(terabytes);
  await expect(attempt).rejects.toThrow(UnsupportedError);
  // Ones, their product with x, and x: 2 * 2^40 + 2^20 entries of 4 bytes.
  await expect(attempt).rejects.toThrow(/program huge needs 8388612 MiB at once.*holds 1536 MiB.*fewer samples/s);
});

test.each(backends)(
  'real lack of memory on $name is told, frees everything, and the next run works',
  async (backend) => {
    const boundless = engineOn({ ...backend, capacity: Number.POSITIVE_INFINITY });
    const terabytes = buildProgram('huge', { x: tensorType('float32', [1]) }, (b, v) => ({
      y: b.reduceMax(b.broadcast(b.tanh(v.x), [2 ** 42, 1])),
    }));
    const huge = await boundless.compile(terabytes);
    const attempt = huge.run({ x: tensor('float32', [1], [1]) });
    await expect(attempt).rejects.toThrow(UnsupportedError);
    await expect(attempt).rejects.toThrow(/program huge ran out of memory .* at reduceMax %\d/);
    expect(backend.tf.memory().numTensors).toBe(0);
    const { y } = await (await boundless.compile(program)).run(inputs);
    expect(y!.data[0]).toBeCloseTo(Math.tanh(1), 6);
  },
);

test.each([
  ['a trap of WebAssembly', () => Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' })],
  ['the out-of-memory error of TensorFlow', () => new Error('OOM when allocating tensor with shape[2]')],
])('%s mid-run is told with the place, frees everything, and the next run works', async (_, failure) => {
  const [wasm] = backends;
  const executable = await engineOn(wasm!).compile(program);
  vi.spyOn(wasm!.tf, 'tanh').mockImplementationOnce(() => {
    throw failure();
  });
  await expect(executable.run(inputs)).rejects.toThrow(/tfjs\/wasm: program f .* at tanh %3/);
  expect(wasm!.tf.memory().numTensors).toBe(0);
  expect((await executable.run(inputs))['y']!.data[0]).toBeCloseTo(Math.tanh(1), 6);
});

test('a result at address 0, by which the heap says that it is full, is an error and no result', async () => {
  const [wasm] = backends;
  const executable = await engineOn(wasm!).compile(program);
  const heap = wasm!.tf.findBackend('wasm') as unknown as { getMemoryOffset: (dataId: object) => number };
  vi.spyOn(heap, 'getMemoryOffset').mockReturnValueOnce(0);
  await expect(executable.run(inputs)).rejects.toThrow(/at its inputs: no room for 8 bytes/);
  expect((await executable.run(inputs))['y']!.data[0]).toBeCloseTo(Math.tanh(1), 6);
});

test('what is no lack of memory passes as it is', async () => {
  const [wasm] = backends;
  const executable = await engineOn(wasm!).compile(program);
  const bug = new TypeError('something else');
  vi.spyOn(wasm!.tf, 'tanh').mockImplementationOnce(() => {
    throw bug;
  });
  await expect(executable.run(inputs)).rejects.toBe(bug);
});
