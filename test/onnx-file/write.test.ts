import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { attributeTypes, elementTypes, encodeModel, type GraphProto } from '../../src/onnx-file/index.ts';

const dimension = (dimValue: number) => ({ dimValue });
const info = (name: string, shape: number[]) => ({
  name,
  type: { tensorType: { elemType: elementTypes.float64, shape: { dim: shape.map(dimension) } } },
});

test('onnxruntime reads the encoded file: names, shapes, literals, attributes of both kinds', async () => {
  const literal = new Uint8Array(Float64Array.of(10, 20).buffer);
  const graph: GraphProto = {
    name: 'g',
    node: [
      {
        name: 'n0',
        opType: 'Transpose',
        input: ['x'],
        output: ['t'],
        attribute: [{ name: 'perm', type: attributeTypes.integers, ints: [1, 0] }],
      },
      {
        name: 'n1',
        opType: 'Gemm',
        input: ['t', 'c'],
        output: ['y'],
        attribute: [{ name: 'transB', type: attributeTypes.int, i: 1 }],
      },
    ],
    initializer: [{ name: 'c', dims: [1, 2], dataType: elementTypes.float64, rawData: literal }],
    input: [info('x', [2, 1])],
    output: [info('y', [1, 1])],
  };
  const session = await InferenceSession.create(encodeModel(graph));
  expect(session.inputNames).toEqual(['x']);
  expect(session.outputNames).toEqual(['y']);
  const { y } = await session.run({ x: new Tensor('float64', Float64Array.of(1, 2), [2, 1]) });
  expect(y!.data).toEqual(Float64Array.of(50)); // 1 * 10 + 2 * 20
  await session.release();
});
