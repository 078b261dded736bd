import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateExpression, parseExpression, printExpression, realNumbers } from '../../../src/calculus/index.ts';
import { nearEnd } from '../../../src/interpret/numeric/near-end.ts';

const texts = ['(b - 1)*log(1 - x) + a*log(x)', 'exp(-(1 - x)^2) - x*(2 - (1 - x))', 'sqrt(1 - (x - 1))/lgamma(3 - x)'];

it.each(texts)('means the same at the same point: %s', (text) => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (x) => {
      const value = (e: ReturnType<typeof parseExpression>, at: number): number =>
        evaluateExpression(realNumbers, e, (name) => ({ a: 1.5, b: 2.5, x: at })[name] as number);
      const e = parseExpression(text);
      for (const [end, sign, gap] of [
        ['1', -1, 1 - x],
        ['1/4', 1, x - 1 / 4],
      ] as const)
        expect(value(nearEnd(e, 'x', parseExpression(end), sign), gap)).toBeCloseTo(value(e, x), 11);
    }),
  );
});

it('loses no digits at the end: 1 - x is the distance itself', () => {
  const near = nearEnd(parseExpression('log(1 - x)'), 'x', parseExpression('1'), -1);
  expect(printExpression(near)).toBe('log(x)');
  expect(evaluateExpression(realNumbers, near, () => 1e-200)).toBeCloseTo(Math.log(1e-200), 12);
});
