import type { FisherPoint } from '../../src/methods/index.ts';
import { categoricalHead, importOnnx } from '../../src/network/index.ts';
import { writeOnnx } from '../network/onnx-writer.ts';
import { wave } from '../network/sample-onnx.ts';

/** A small convolutional network with three classes on images of 2 x 6 x 5, at its parameters. */
export function sampleGraph(samples: number): FisherPoint {
  const bytes = writeOnnx({
    input: [2, 6, 5],
    output: 'y',
    floats: { w: wave([3, 2, 3, 2], 1, 0.4), b: wave([3], 2), end: wave([24, 3], 3, 0.4) },
    nodes: [
      ['Conv', ['x', 'w', 'b'], 'a'],
      ['Tanh', ['a'], 't'],
      ['AveragePool', ['t'], 'p', { kernel_shape: [1, 2], strides: [1, 2] }],
      ['Flatten', ['p'], 'f'],
      ['MatMul', ['f', 'end'], 'y'],
    ],
  });
  const { network, theta } = importOnnx(bytes, 'sample.onnx');
  const inputs = Float64Array.from(wave([samples, 60], 5).data);
  return { model: { network, head: categoricalHead() }, theta, inputs, samples, damping: 0.1, dtype: 'float64' };
}
