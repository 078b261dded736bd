import { InferenceSession } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { GraphWriter } from '../../../src/engine/onnx/graph.ts';
import { onnxEngine } from '../../../src/engine/onnx/index.ts';
import { encodeModel } from '../../../src/engine/onnx/model.ts';
import { explainRefusal } from '../../../src/engine/onnx/session.ts';
import { InputError, UnsupportedError } from '../../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';

const type = tensorType('float64', [2]);
const program = buildProgram('f', { x: type, unused: type }, (b, { x }) => ({ x, y: b.sqrt(x) }));
const unused = tensor('float64', [2], [0, 0]);

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

test('a missing kernel is an UnsupportedError with the primitive and the engine that has it; other errors pass', async () => {
  // onnxruntime has no float64 Tan; no primitive needs it.
  const graph = new GraphWriter();
  const x = { id: 0, type };
  graph.place(x, 'tan %1', () => graph.node('Tan', [graph.constant(tensor('float64', [2], [0, 1])).name], [2]));
  const model = encodeModel(graph.finish('g', [], [{ name: 'y', variable: x }]));
  const error = await InferenceSession.create(model, { logSeverityLevel: 4, graphOptimizationLevel: 'disabled' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const explained = explainRefusal('wave', error) as Error;
  expect(explained).toBeInstanceOf(UnsupportedError);
  expect(explained.message).toMatch(/program wave .*tan %1.*reference engine/s);
  const bug = new Error('something else');
  expect(explainRefusal('wave', bug)).toBe(bug);
});
