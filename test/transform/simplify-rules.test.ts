import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Builder, buildProgram, tensorType, type Variable } from '../../src/program/index.ts';
import { simplify } from '../../src/transform/index.ts';
import { wave } from './sample-programs.ts';

const matrix = tensorType('float64', [2, 3]);

function left(body: (b: Builder, x: Variable, y: Variable) => Variable): string[] {
  const program = buildProgram('f', { x: matrix, y: matrix }, (b, { x, y }) => ({ z: body(b, x, y) }));
  const simplified = simplify(program);
  const inputs = { x: wave([2, 3], 0.3), y: wave([2, 3], 1.1) };
  expect(evaluate(simplified, inputs)['z']!.data, 'the value stays').toEqual(evaluate(program, inputs)['z']!.data);
  return simplified.equations.map((e) => e.primitive);
}

test.each<[string, (b: Builder, x: Variable, y: Variable) => Variable, string[]]>([
  ['x + 0 is x', (b, x) => b.add(x, b.full(matrix, 0)), []],
  ['0 - x is -x', (b, x) => b.subtract(0, x), ['negate']],
  ['x * 1 and x / 1 are x', (b, x) => b.divide(b.multiply(1, x), 1), []],
  ['x + -y is x - y', (b, x, y) => b.add(x, b.negate(y)), ['subtract']],
  ['x - -y is x + y', (b, x, y) => b.subtract(x, b.negate(y)), ['add']],
  ['-x + y is y - x', (b, x, y) => b.add(b.negate(x), y), ['subtract']],
  ['-(x - y) is y - x', (b, x, y) => b.negate(b.subtract(x, y)), ['subtract']],
  ['x * -1 is -x', (b, x) => b.multiply(x, -1), ['negate']],
  ['signs of both factors cancel', (b, x, y) => b.multiply(b.negate(x), b.negate(y)), ['multiply']],
  ['signs of both sides of a quotient cancel', (b, x, y) => b.divide(b.negate(x), b.negate(y)), ['divide']],
  ['-(-x) is x', (b, x) => b.negate(b.negate(x)), []],
  ['a transpose of a transpose is x', (b, x) => b.transpose(b.transpose(x)), []],
  ['a reshape back is x', (b, x) => b.reshape(b.reshape(x, [6]), [2, 3]), []],
  ['a broadcast of a broadcast is one', (b, x) => b.broadcast(b.broadcast(x, [4, 2, 3]), [5, 4, 2, 3]), ['broadcast']],
  [
    'a slice of all, a pad by nothing, a sum over no axes are x',
    (b, x) => b.reduceSum(b.pad(b.slice(x, [0, 0], [2, 3]), [0, 0], [0, 0]), []),
    [],
  ],
  ['a slice of a slice is one', (b, x) => b.slice(b.slice(x, [0, 1], [2, 3]), [1, 0], [2, 1]), ['slice']],
  ['a part that was concatenated is had back', (b, x, y) => b.slice(b.concatenate([x, y], 1), [0, 3], [2, 6]), []],
  [
    'a slice across parts stays',
    (b, x, y) => b.slice(b.concatenate([x, y], 0), [1, 0], [3, 3]),
    ['concatenate', 'slice'],
  ],
  ['one part concatenated is itself', (b, x) => b.concatenate([x], 1), []],
  ['a transposed operand becomes a flag', (b, x, y) => b.matmul(x, b.transpose(y)), ['matmul']],
  [
    'a transposed product swaps its operands',
    (b, x, y) => b.transpose(b.matmul(x, y, { transposeRight: true })),
    ['matmul'],
  ],
  [
    'neighbouring parts of zeros are one',
    (b, x, y) => b.add(b.add(b.pad(x, [4, 0], [0, 0]), b.pad(y, [2, 0], [2, 0])), b.pad(x, [0, 0], [4, 0])),
    ['concatenate'],
  ],
  [
    'parts of zeros with a gap, or an overlap, stay',
    (b, x, y) => b.add(b.pad(x, [3, 0], [0, 0]), b.pad(y, [0, 0], [3, 0])),
    ['pad', 'pad', 'add'],
  ],
  ['x * 0 stays: it is NaN where x is infinite', (b, x) => b.multiply(x, 0), ['constant', 'broadcast', 'multiply']],
  ['the sign of a sign is the sign', (b, x) => b.sign(b.sign(x)), ['sign']],
  ['stopGradient stays once', (b, x) => b.stopGradient(b.stopGradient(x)), ['stopGradient']],
])('%s', (_, body, expected) => {
  expect(left(body)).toEqual(expected);
});

test('permutations compose in the right order, also where they do not commute', () => {
  const program = buildProgram('f', { x: tensorType('float64', [2, 3, 4]) }, (b, { x }) => ({
    y: b.transpose(b.transpose(x, [1, 2, 0]), [1, 0, 2]),
  }));
  const [composed, ...others] = simplify(program).equations;
  expect(others).toEqual([]);
  expect(composed!.attributes).toEqual({ permutation: [2, 1, 0] }); // axes 0 1 2 -> 1 2 0 -> 2 1 0
});
