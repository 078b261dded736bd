import fc from 'fast-check';
import { expressions } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { evaluateExpression, parseExpression, realNumbers, substitute } from '../../src/calculus/index.ts';

it('substitution means evaluation with the values of the replacements', () => {
  const replacements = new Map([
    ['x', parseExpression('y^2')],
    ['y', parseExpression('x + 1')],
  ]);
  fc.assert(
    fc.property(expressions(['x', 'y', 'z'], ['log']), (e) => {
      const values: Record<string, number> = { x: 0.5, y: 0.7, z: 0.3 };
      const after: Record<string, number> = { x: 0.7 ** 2, y: 1.5, z: 0.3 };
      const [left, right] = [substitute(e, replacements), e];
      const actual = evaluateExpression(realNumbers, left, (name) => values[name]);
      expect(actual).toBeCloseTo(
        evaluateExpression(realNumbers, right, (name) => after[name]),
        8,
      );
    }),
  );
});

it('substitution replaces at once, not one after another', () => {
  const swap = new Map([
    ['x', parseExpression('y')],
    ['y', parseExpression('x')],
  ]);
  expect(substitute(parseExpression('exp(x)/y^x'), swap)).toEqual(parseExpression('exp(y)/x^y'));
});
