import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { strided, viewsAlong, windowOf } from '../../src/network/graph-window.ts';
import type { NodeAttribute } from '../../src/onnx-file/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const at = (attributes: Record<string, NodeAttribute>) => ({
  node: { name: 'here', operator: 'Conv', inputs: [], outputs: [], attributes },
});

test('the sizes of a result, by the rules of ONNX for padding, strides and dilations', () => {
  const sizes = (spatial: number, kernel: number, attributes: Record<string, NodeAttribute>) =>
    windowOf(at(attributes), [spatial], [kernel]).sizes;
  expect(sizes(28, 5, {})).toEqual([24]);
  expect(sizes(28, 5, { pads: { numbers: [2, 2] } })).toEqual([28]);
  expect(sizes(28, 5, { strides: { numbers: [2] } })).toEqual([12]);
  expect(sizes(28, 5, { dilations: { numbers: [3] } })).toEqual([16]);
  expect(sizes(28, 5, { auto_pad: { text: 'SAME_UPPER' }, strides: { numbers: [3] } })).toEqual([10]);
  expect(() => sizes(3, 5, {})).toThrow(UnsupportedError);
  expect(() => sizes(28, 5, { strides: { numbers: [2] }, ceil_mode: { number: 1 } })).toThrow(
    /Conv of node "here": ceil/,
  );
});

test('entries apart along an axis, to the last one and past it', () => {
  const program = buildProgram('parts', { x: tensorType('float64', [2, 7]) }, (b, { x }) => ({
    third: strided(b, x, 1, { start: 1, count: 2, step: 3 }),
    last: strided(b, x, 1, { start: 0, count: 4, step: 2 }),
    rows: strided(b, x, 0, { start: 1, count: 1, step: 5 }),
  }));
  const x = tensor(
    'float64',
    [2, 7],
    Array.from({ length: 14 }, (_, i) => i),
  );
  const { third, last, rows } = evaluate(program, { x });
  expect([...third!.data]).toEqual([1, 4, 8, 11]);
  expect([...last!.data]).toEqual([0, 2, 4, 6, 7, 9, 11, 13]);
  expect([...rows!.data]).toEqual([7, 8, 9, 10, 11, 12, 13]);
});

test('the views of a window along an axis are what its entries see', () => {
  const window = windowOf(at({ strides: { numbers: [2] } }), [6], [2]);
  const program = buildProgram('views', { x: tensorType('float64', [1, 1, 6]) }, (b, { x }) =>
    Object.fromEntries(viewsAlong(b, x, 0, window).map((view, k) => [`view${k}`, view])),
  );
  const { view0, view1 } = evaluate(program, { x: tensor('float64', [1, 1, 6], [0, 1, 2, 3, 4, 5]) });
  expect([[...view0!.data], [...view1!.data]]).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});
