import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { lowerToOnnx } from '../../../src/engine/onnx/lowering.ts';
import { webgpuLowerings } from '../../../src/engine/onnx/webgpu-lowering.ts';
import { encodeModel } from '../../../src/onnx-file/index.ts';
import { buildProgram, tensorType } from '../../../src/program/index.ts';

// The operators are standard ONNX, so what they compute is seen on the CPU; `npm run test:webgpu` runs them on WebGPU.

const x = Float32Array.of(-2, -(2 ** -149), 0, 2 ** -149, 3, Number.POSITIVE_INFINITY, Number.NaN);

test.each([
  ['sign', [-1, -1, 0, 1, 1, 1, Number.NaN]],
  ['log', [-2, -(2 ** -149), 0, 2 ** -149, 3, Number.POSITIVE_INFINITY, Number.NaN].map(Math.log)],
] as const)('%s is composed to the same values, without the operator that fails', async (primitive, expected) => {
  const program = buildProgram('f', { x: tensorType('float32', [7]) }, (b, v) => ({ y: b[primitive](v.x) }));
  const graph = lowerToOnnx(program, webgpuLowerings);
  expect(graph.node.map((node) => node.opType)).not.toContain('Sign');
  const session = await InferenceSession.create(encodeModel(graph));
  const result = (await session.run({ 'in:x': new Tensor('float32', x, [7]) }))['out:y']!.data as Float32Array;
  await session.release();
  result.forEach((value, i) => {
    if (Number.isFinite(expected[i]!)) expect(value).toBeCloseTo(expected[i]!, 5);
    else expect(value).toBe(expected[i]);
  });
});

test.each(['sin', 'cos'] as const)(
  '%s is composed to a few units in the last place of 1, up to 10000',
  async (primitive) => {
    const count = 20001;
    const points = Float32Array.from({ length: count }, (_, i) => (i - 10000) * (i % 3 === 0 ? 1 : 1e-3));
    const program = buildProgram('f', { x: tensorType('float32', [count]) }, (b, v) => ({ y: b[primitive](v.x) }));
    const graph = lowerToOnnx(program, webgpuLowerings);
    expect(graph.node.map((node) => node.opType)).not.toContain(primitive === 'sin' ? 'Sin' : 'Cos');
    const session = await InferenceSession.create(encodeModel(graph));
    const result = (await session.run({ 'in:x': new Tensor('float32', points, [count]) }))['out:y']!
      .data as Float32Array;
    await session.release();
    const worst = points.reduce((sum, point, i) => Math.max(sum, Math.abs(result[i]! - Math[primitive](point))), 0);
    expect(worst).toBeLessThan(2 * 2 ** -23);
  },
);
