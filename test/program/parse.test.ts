import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { InputError, ShapeError } from '../../src/errors.ts';
import { buildProgram, parseProgram, printProgram, tensor, tensorType } from '../../src/program/index.ts';
import { jvp, vjp, withDtype } from '../../src/transform/index.ts';
import { layer } from '../transform/sample-programs.ts';

test('parsing what was printed gives the same program, for generated programs in both number formats', () => {
  fc.assert(
    fc.property(generatedCase(), fc.constantFrom('float64' as const, 'float32' as const), ({ program }, dtype) => {
      const subject = withDtype(program, dtype);
      expect(parseProgram(printProgram(subject))).toEqual(subject);
    }),
    { numRuns: 150 },
  );
});

test('derived programs round-trip', () => {
  const derived = vjp(jvp(layer, { wrt: ['w'] }), { wrt: ['w', 'd_w'], of: ['d_probabilities'] });
  expect(parseProgram(printProgram(derived))).toEqual(derived);
});

test('every double round-trips, with the sign of zero, infinities and NaN, and so does every name', () => {
  const special = [-0, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 1 / 3, -1e300];
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 20 }), fc.string(), (entries, name) => {
      const value = tensor('float64', [special.length + entries.length], [...special, ...entries]);
      const program = buildProgram(name, {}, (b) => ({ c: b.constant(value) }));
      expect(parseProgram(printProgram(program))).toEqual(program);
    }),
  );
});

test('long constants are not cut short', () => {
  const value = tensor('float32', [100], Float32Array.from({ length: 100 }, Math.sin));
  const program = buildProgram('c', { θ: tensorType('float32', []) }, (b, { θ }) => ({ θ, c: b.constant(value) }));
  expect(parseProgram(printProgram(program))).toEqual(program);
});

test('blanks and line breaks may stand anywhere between parts, and a program may have no output', () => {
  const text = 'program f ( x %0 : float64 [ 2 , 1 ] )\n\n %1:float64[2]=reshape { shape = [2] } ( %0 ) return';
  expect(printProgram(parseProgram(text))).toBe(
    'program f(x %0: float64[2,1])\n  %1: float64[2] = reshape{shape=[2]}(%0)\nreturn \n',
  );
});

const lines = ['program f(x %0: float64[3])', '  %1: float64[3] = exp(%0)', 'return y %1', ''];
const replaced = (line: number, text: string) => lines.map((old, i) => (i === line - 1 ? text : old)).join('\n');

test.each<[string, string, string]>([
  ['no program', 'function f()', 'line 1, column 1: expected "program"; found "function f()"'],
  ['a type without shape', replaced(1, 'program f(x %0: float64)'), 'line 1, column 24: expected "["; found ")"'],
  ['an unknown number format', replaced(1, 'program f(x %0: int8[3])'), 'line 1, column 17: expected a number format'],
  ['a size of zero', replaced(1, 'program f(x %0: float64[0])'), 'line 1, column 24: expected positive sizes'],
  ['a name given twice', replaced(1, 'program f(x %0: float64[], x %1: float64[])'), 'line 1, column 28: the name "x"'],
  ['an input numbered wrongly', replaced(1, 'program f(x %1: float64[3])'), 'line 1, column 13: expected %0'],
  ['an unknown primitive', replaced(2, '  %1: float64[3] = expo(%0)'), 'line 2, column 20: expected one of add, '],
  ['an assignment out of order', replaced(2, '  %2: float64[3] = exp(%0)'), 'line 2, column 3: expected %1'],
  ['a use before assignment', replaced(2, '  %1: float64[3] = exp(%1)'), 'line 2, column 24: %1 is used before'],
  ['a missing attribute', replaced(2, '  %1: float64[3] = reshape(%0)'), 'line 2, column 27: expected "{"'],
  ['a wrong attribute', replaced(2, '  %1: float64[3] = reshape{axes=[3]}(%0)'), 'column 28: expected "shape"'],
  [
    'too few entries',
    replaced(2, '  %1: float64[3] = constant{value=float64[3]{1, 2}}()'),
    'column 45: expected the 3',
  ],
  ['an unknown output', replaced(3, 'return y %4'), 'line 3, column 10: %4 is used before it is assigned'],
  ['more after the outputs', replaced(4, '%2: float64[3] = exp(%0)'), 'line 4, column 1: expected ","'],
  ['an end too early', lines.slice(0, 2).join('\n'), 'line 2, column 27: expected "return"; found the end'],
])('%s is an InputError with line and column', (_, text, message) => {
  expect(() => parseProgram(text)).toThrow(InputError);
  expect(() => parseProgram(text)).toThrow(message);
});

test('an ill-typed equation is a ShapeError with line, column, operand types and the rule', () => {
  const sum = replaced(2, '  %1: float64[3] = add(%0, %0, %0)');
  expect(() => parseProgram(sum)).toThrow(ShapeError);
  expect(() => parseProgram(sum)).toThrow(/line 2, column 20: add\(float64\[3\], .*Rule of add: two operands/);
  const declared = replaced(2, '  %1: float64[4] = exp(%0)');
  expect(() => parseProgram(declared)).toThrow(/line 2, column 3: exp gives float64\[3\]; declared float64\[4\]/);
});
