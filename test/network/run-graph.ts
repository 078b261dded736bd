import { evaluate } from '../../src/engine/index.ts';
import { importOnnx, networkProgram } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { type WrittenModel, writeOnnx } from './onnx-writer.ts';

/** The outputs of a model in float64 on one sample. */
export function runGraph(model: WrittenModel, x: readonly number[]): number[] {
  const { network, theta } = importOnnx(writeOnnx({ ...model, float64: true }), 'model.onnx');
  const { h } = evaluate(networkProgram(network, 1, 'float64'), {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [1, x.length], x),
  });
  return [...h!.data];
}

/** The outputs of nodes that take `a`, which is x times w = 1, and give `y`. */
export function runNodes(
  input: readonly number[],
  nodes: WrittenModel['nodes'],
  x: readonly number[],
  more: Pick<Partial<WrittenModel>, 'floats' | 'integers'> = {},
): number[] {
  const floats = { w: { shape: [1], data: [1] }, ...more.floats };
  return runGraph({ input, output: 'y', ...more, floats, nodes: [['Mul', ['x', 'w'], 'a'], ...nodes] }, x);
}
