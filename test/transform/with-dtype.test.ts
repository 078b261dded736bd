import { expect, test } from 'vitest';
import { buildProgram, dtypeOf, tensorType } from '../../src/program/index.ts';
import { withDtype } from '../../src/transform/index.ts';
import { layer } from './sample-programs.ts';

test('all variables change their format, and constants are rounded to it', () => {
  expect(dtypeOf(withDtype(layer, 'float32'))).toBe('float32');
  const tenth = buildProgram('f', { x: tensorType('float64', []) }, (b, { x }) => ({ y: b.add(x, 0.1) }));
  const [literal] = withDtype(tenth, 'float32').equations;
  expect(literal!.primitive === 'constant' && literal.attributes.value.data).toEqual(Float32Array.of(0.1));
});

test('in the format it has, a program stays the same', () => {
  expect(withDtype(layer, 'float64')).toEqual(layer);
});
