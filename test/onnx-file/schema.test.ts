import { expect, test } from 'vitest';
import { modelProto } from '../../src/onnx-file/schema.ts';

// By hand from onnx.proto: a key is 8 field number + wire type, here varint (0) or length-delimited (2).
const bytes = (...parts: readonly (number | readonly number[])[]) => Uint8Array.from(parts.flat());
const version = [8 * 1, 8];
const graph = [8 * 7 + 2, 3, 8 * 2 + 2, 1, 'g'.charCodeAt(0)];
const opset = [8 * 8 + 2, 2, 8 * 2, 18];

test('a model has the field numbers of onnx.proto', () => {
  const model = { irVersion: 8, graph: { name: 'g' }, opsetImport: [{ version: 18 }] };
  expect([...modelProto.encode(model).finish()]).toEqual([...bytes(version, graph, opset)]);
});

test('fields that nobody asks for are passed over', () => {
  const [domain, text] = [8 * 4 + 2, [2, 'a'.charCodeAt(0), 'b'.charCodeAt(0)]];
  const model = modelProto.toObject(modelProto.decode(bytes(domain, text, version, graph)), { longs: Number });
  expect(model).toEqual({ irVersion: 8, graph: { name: 'g' } });
});
