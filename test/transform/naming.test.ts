import { expect, test } from 'vitest';
import { InputError, ShapeError } from '../../src/errors.ts';
import { buildProgram, tensorType } from '../../src/program/index.ts';
import { freshPrefix, portNames, portsNamed } from '../../src/transform/naming.ts';

const type = tensorType('float64', []);
const program = buildProgram('f', { x: type, d_x: type }, (b, { x, d_x }) => ({ y: b.add(x, d_x) }));

test('the prefix is d_, or the next one that gives only new names', () => {
  expect(freshPrefix(program, 'd', ['y'])).toBe('d_');
  expect(freshPrefix(program, 'd', ['x', 'y'])).toBe('d2_');
});

test('a wanted prefix that collides is refused', () => {
  expect(freshPrefix(program, 'd', ['x'], 'v_')).toBe('v_');
  expect(() => freshPrefix(program, 'd', ['x'], 'd_')).toThrow(ShapeError);
});

test('unknown and repeated names are refused with the list of valid ones', () => {
  expect([...portNames(program)]).toEqual(['x', 'd_x', 'y']);
  expect(portsNamed(program, 'inputs', ['d_x', 'x']).map((port) => port.variable.id)).toEqual([1, 0]);
  expect(() => portsNamed(program, 'inputs', ['y'])).toThrow(/inputs x, d_x; "y" is none of them/);
  expect(() => portsNamed(program, 'outputs', ['y', 'y'])).toThrow(InputError);
});
