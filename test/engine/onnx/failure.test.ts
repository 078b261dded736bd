import { InferenceSession } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { devices } from '../../../src/engine/onnx/device.ts';
import { explainFailure, explainRefusal } from '../../../src/engine/onnx/failure.ts';
import { GraphWriter } from '../../../src/engine/onnx/graph.ts';
import { UnsupportedError } from '../../../src/errors.ts';
import { encodeModel } from '../../../src/onnx-file/index.ts';
import { tensor, tensorType } from '../../../src/program/index.ts';

const type = tensorType('float64', [2]);

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
  const explained = explainRefusal('wave', devices.cpu, error) as Error;
  expect(explained).toBeInstanceOf(UnsupportedError);
  expect(explained.message).toMatch(/program wave .*tan %1.*reference engine/s);
  const bug = new Error('something else');
  expect(explainRefusal('wave', devices.cpu, bug)).toBe(bug);
});

// Messages that onnxruntime 1.30 was seen to give.
const noAdapter =
  '/onnxruntime_src/onnxruntime/core/providers/webgpu/webgpu_context.cc:136 adapter_result.status was false. Failed to get a WebGPU adapter: No supported adapters\n';
const noLibrary = 'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library';
const onlyOnCpu =
  'This session contains graph nodes that are assigned to the default CPU EP, but fallback to CPU EP has been explicitly disabled by the user.';

test.each([
  [
    'webgpu',
    noAdapter,
    /onnx\/webgpu: the device does not start: Failed to get a WebGPU adapter: No supported adapters\. To get it: .*Vulkan/,
  ],
  ['cuda', noLibrary, /onnx\/cuda: the device does not start: .*shared library\. To get it: .*cuda12/],
  ['webgpu', 'no available backend found. ERR: [webgpu] backend not found.', /does not start/],
  ['webgpu', onlyOnCpu, /program wave needs a kernel that onnxruntime has on the CPU only/],
] as const)('a refusal by %s is told with its reason and what to try: %s', (name, message, expected) => {
  const explained = explainRefusal('wave', devices[name], new Error(message)) as Error;
  expect(explained).toBeInstanceOf(UnsupportedError);
  expect(explained.message).toMatch(expected);
  expect(explained.message).not.toContain('onnxruntime_src');
});

test.each([
  [
    'bfc_arena.cc:360 Failed to allocate memory for requested buffer of size 4398046511104\n',
    /ran out of memory: .*4398046511104\./,
  ],
  [
    'Buffer size (4294967296) exceeds the max buffer size limit (1073741824).\n - While calling',
    /ran out of memory: Buffer/,
  ],
  ['Status Message: narrowing_error', /ran out of memory/],
  ['WebGPU device lost: reason unknown', /the device was lost while it ran program wave: .*next run starts it anew/],
])('a failure mid-run is told with its reason and what to try: %s', (message, expected) => {
  const explained = explainFailure('wave', devices.webgpu, new Error(message)) as Error;
  expect(explained).toBeInstanceOf(UnsupportedError);
  expect(explained.message).toMatch(expected);
});

test('a failure that is neither of memory nor of the device stays what it is', () => {
  const bug = new Error('invalid dimension');
  expect(explainFailure('wave', devices.cpu, bug)).toBe(bug);
});
