import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { onnxEngine } from '../../../src/engine/onnx/index.ts';
import { lowerToOnnx } from '../../../src/engine/onnx/lowering.ts';
import { webgpuLowerings } from '../../../src/engine/onnx/webgpu-lowering.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';

const points = Float64Array.from({ length: 801 }, (_, i) => (i - 400) / 50);
const program = buildProgram('f', { x: tensorType('float64', [801]) }, (b, { x }) => ({ y: b.erf(x) }));

test('in float64, where onnxruntime has no kernel, erf is composed to full precision', async () => {
  const executable = await onnxEngine({ threads: 1 }).compile(program);
  const x = tensor('float64', [801], points);
  const { y } = await executable.run({ x });
  const expected = evaluate(program, { x })['y']!;
  y!.data.forEach((value, i) => {
    expect(Math.abs(value - expected.data[i]!)).toBeLessThan(1e-15);
  });
  await executable.dispose();
});

test('in float32 it is one operator on the CPU, and composed on WebGPU', () => {
  const single = buildProgram('f', { x: tensorType('float32', [3]) }, (b, { x }) => ({ y: b.erf(x) }));
  const operators = (overrides = {}) => lowerToOnnx(single, overrides).node.map(({ opType }) => opType);
  expect(operators()).toContain('Erf');
  expect(operators(webgpuLowerings)).not.toContain('Erf');
});
