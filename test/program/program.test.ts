import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { buildProgram, defineProgram, type Program, tensorType } from '../../src/program/index.ts';

const vector = tensorType('float64', [3]);
const good: Program = buildProgram('good', { x: vector }, (b, { x }) => ({ y: b.exp(b.negate(x)) }));

test('a verified program is accepted again, unchanged', () => {
  expect(defineProgram(good)).toEqual(good);
});

test('a use before its assignment is refused', () => {
  const [first, second] = good.equations;
  expect(() => defineProgram({ ...good, equations: [second!, first!] })).toThrow(ShapeError);
  const dangling = { id: 7, type: vector };
  expect(() => defineProgram({ ...good, outputs: [{ name: 'y', variable: dangling }] })).toThrow(/output "y" uses %7/);
});

test('a declared type other than the rule gives is refused', () => {
  const [first] = good.equations;
  const result = { id: 1, type: tensorType('float64', [4]) };
  expect(() => defineProgram({ ...good, equations: [{ ...first!, result }], outputs: [] })).toThrow(
    /gives float64\[3\]; declared float64\[4\]/,
  );
});

test('names of inputs and outputs are distinct identifiers', () => {
  const [y] = good.outputs;
  expect(() => defineProgram({ ...good, outputs: [y!, y!] })).toThrow(/"y" occurs twice/);
  expect(() => buildProgram('bad', { '2x': vector }, () => ({}))).toThrow(/"2x"/);
  expect(buildProgram('greek', { θ: vector }, (_, { θ }) => ({ θ })).outputs[0]!.name).toBe('θ');
});
