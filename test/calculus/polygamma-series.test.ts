import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rationalToNumber } from '../../src/algebra/index.ts';
import { jets, polygammaBySeries, realNumbers } from '../../src/calculus/index.ts';
import { evenBernoulliNumbers } from '../../src/calculus/polygamma-series.ts';

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const order = fc.integer({ min: -1, max: 4 });
const f = realNumbers.polygamma;

/** Values by mpmath 1.3 with 40 digits. */
const values: readonly (readonly [order: number, x: number, value: number])[] = [
  [-1, 0.001, 6.907178885383853],
  [-1, 0.5, 0.5723649429247001],
  [-1, 25, 54.78472939811232],
  [-1, 1000, 5905.220423209181],
  [0, 1, -0.5772156649015329],
  [0, 0.3, -3.502524222200133],
  [0, 1e8, 18.420680738952367],
  [1, 0.5, 4.934802200544679],
  [1, 7.7, 0.13866710857111123],
  [2, 1, -2.4041138063191885],
  [3, 0.3, 743.1417646550498],
  [4, 3, -0.13626612344087824],
];

describe('log Gamma and its derivatives', () => {
  test.each(values)('of order %i at %d have the known value', (n, x, value) => {
    expect(Math.abs(f(n, x) - value)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(value)));
  });

  test('gain (-1)^n n! x^(-n-1), and log x for n = -1, from x to x + 1', () => {
    fc.assert(
      fc.property(order, positive, (n, x) => {
        const factorial = [1, 1, 2, 6, 24][Math.max(n, 0)];
        const gain = n < 0 ? Math.log(x) : (n % 2 === 0 ? 1 : -1) * factorial * x ** (-n - 1);
        const error = Math.abs(f(n, x + 1) - f(n, x) - gain);
        expect(error).toBeLessThanOrEqual(2e-14 * (1 + Math.abs(f(n, x)) + Math.abs(gain)));
      }),
    );
  });

  test('satisfy the duplication formula: psi_n(2x) = [n = 0] log 2 + 2^(-n-1) (psi_n(x) + psi_n(x + 1/2))', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), positive, (n, x) => {
        const right = (n === 0 ? Math.log(2) : 0) + 2 ** (-n - 1) * (f(n, x) + f(n, x + 0.5));
        expect(Math.abs(f(n, 2 * x) - right)).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(f(n, x))));
      }),
    );
  });

  test('are refused at arguments that are not positive', () => {
    expect(() => f(0, -0.5)).toThrow(/positive arguments only, got -0.5/);
    expect(() => f(-1, 0)).toThrow(/positive arguments only/);
  });

  test('have the next order as derivative: the series over jets knows nothing of orders but its own', () => {
    fc.assert(
      fc.property(order, fc.double({ min: 0.1, max: 50, noNaN: true }), (n, x) => {
        const field = jets(1, 2);
        const direct = field.polygamma(n, field.coordinate(0, x));
        const bySeries = polygammaBySeries(field, n, field.coordinate(0, x));
        direct.coefficients.forEach((c, place) => {
          expect(Math.abs(bySeries.coefficients[place] - c)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(c)));
        });
      }),
    );
  });
});

test('Bernoulli numbers sum to nothing: sum of binomial(m + 1, k) B_k over k <= m is 0', () => {
  const bernoulli = (k: number): number =>
    k === 0 ? 1 : k === 1 ? -0.5 : k % 2 === 1 ? 0 : rationalToNumber(evenBernoulliNumbers[k / 2 - 1]);
  for (let m = 2; m <= 20; m++) {
    let [binomial, total] = [1, 0];
    for (let k = 0; k <= m; k++) {
      total += binomial * bernoulli(k);
      binomial *= (m + 1 - k) / (k + 1);
    }
    expect(Math.abs(total)).toBeLessThan(1e-8); // alternating terms of up to 1e8
  }
});
