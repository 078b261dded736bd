import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { type Expression, evaluateExpression, parseExpression, realNumbers } from '../../src/calculus/index.ts';
import { logarithmOf } from '../../src/families/logarithm-of.ts';

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom('x', 'y').map((name): Expression => ({ kind: 'symbol', name })),
  fc.integer({ min: 1, max: 9 }).map((n): Expression => ({ kind: 'number', value: rational(n, 4) })),
);

const { density } = fc.letrec<{ density: Expression }>((tie) => ({
  density: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.tuple(tie('density'), tie('density')).map(([a, b]): Expression => ({ kind: 'multiply', factors: [a, b] })),
    fc
      .tuple(tie('density'), tie('density'))
      .map(([a, b]): Expression => ({ kind: 'divide', numerator: a, denominator: b })),
    fc.tuple(tie('density'), leaf).map(([base, exponent]): Expression => ({ kind: 'power', base, exponent })),
    fc.tuple(tie('density'), leaf).map(([a, b]): Expression => ({ kind: 'add', terms: [a, b] })),
    leaf.map((argument): Expression => ({ kind: 'call', name: 'exp', argument })),
    tie('density').map((argument): Expression => ({ kind: 'call', name: 'sqrt', argument })),
  ),
}));

it('is the logarithm', () => {
  fc.assert(
    fc.property(density, fc.double({ min: 0.25, max: 2, noNaN: true }), (e, x) => {
      const meaning = (name: string): number => (name === 'x' ? x : 1.5 - x / 4);
      const value = evaluateExpression(realNumbers, e, meaning);
      fc.pre(value > 1e-200 && value < 1e200);
      const log = evaluateExpression(realNumbers, logarithmOf(e), meaning);
      // A few roundings of terms that may be some hundred times the result.
      expect(Math.abs(log - Math.log(value))).toBeLessThan(1e-9 * (1 + Math.abs(log)));
    }),
  );
});

it('takes exponentials, products and powers apart, so that a Gaussian has none of them left', () => {
  const density = parseExpression('exp(-(x-mu)^2/(2*sigma^2))/(sqrt(2*pi)*sigma)');
  const functions = JSON.stringify(logarithmOf(density), (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  expect(functions).not.toContain('"exp"');
  expect(functions).not.toContain('"sqrt"');
});
