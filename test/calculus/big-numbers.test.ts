import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  type BigNumber,
  bigNumbers,
  evaluateExpression,
  parseExpression,
  realNumbers,
} from '../../src/calculus/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';

const field = bigNumbers(60);
const value = (text: string, x = '0.7'): BigNumber =>
  evaluateExpression(field, parseExpression(text), (name) =>
    name === 'pi' ? field.pi : field.fromRational(rational(Number(x) * 10, 10)),
  );

describe('decimal numbers of 60 digits', () => {
  it('agree with double precision', () => {
    const functions = [
      'exp(x)',
      'log(x)',
      'sqrt(x)',
      'x^(2/3)',
      'sin(x)',
      'cos(x)',
      'tan(x)',
      'erf(x)',
      'besseli(1, x)',
    ];
    const gammas = ['lgamma(x)', 'digamma(x)', 'polygamma(3, x)', 'besseli(0, x)'];
    fc.assert(
      fc.property(fc.constantFrom(...functions, ...gammas), fc.integer({ min: 1, max: 300 }), (text, n) => {
        const big = evaluateExpression(field, parseExpression(text), () => field.fromRational(rational(n, 10)));
        const double = evaluateExpression(realNumbers, parseExpression(text), () => n / 10);
        expect(Math.abs(big.toNumber() - double)).toBeLessThan(1e-12 * (1 + Math.abs(double)));
      }),
      { numRuns: 80 },
    );
  });

  // Identities that no rule here uses, to 55 digits: A&S 6.1.17, 6.1.18, 6.3.7, 6.4.7, 7.2.1 with 7.1.5, 9.6.15.
  it.each([
    ['lgamma(1/3) + lgamma(2/3)', 'log(2*pi/sqrt(3))'],
    ['lgamma(2*x)', '(2*x - 1/2)*log(2) - log(2*pi)/2 + lgamma(x) + lgamma(x + 1/2)'],
    ['digamma(1 - 1/4) - digamma(1/4)', 'pi'],
    ['polygamma(1, 1/4) + polygamma(1, 3/4)', '2*pi^2'],
    ['polygamma(3, 1)', 'pi^4/15'],
    ['sin(x)^2 + cos(x)^2', '1'],
    ['tan(pi/8)', 'sqrt(2) - 1'],
    ['exp(log(x))', 'x'],
  ])('%s is %s', (left, right) => {
    expect(value(left).minus(value(right)).abs().lt('1e-55')).toBe(true);
  });

  it('have the constants of the tables', () => {
    // Euler's constant and Apery's constant [OEIS A001620, A002117]
    expect(value('-digamma(1)').toFixed(50)).toBe('0.57721566490153286060651209008240243104215933593992');
    expect(value('-polygamma(2, 1)/2').toFixed(50)).toBe('1.20205690315959428539973816151144999076498629234050');
  });

  it.each(['erf(x)', 'besseli(0, x)', 'besseli(1, x)/besseli(0, x)'])(
    'of %s agree across the change from series to asymptotic series, and with more digits',
    (text) => {
      for (const x of [0.3, 11, 12, 13, 100, 111, 113, 500]) {
        const [few, many] = [40, 140].map((digits) => {
          const numbers = bigNumbers(digits);
          return evaluateExpression(numbers, parseExpression(text), () => numbers.fromRational(rational(x * 10, 10)));
        });
        expect(few.minus(many).abs().lt(many.abs().times('1e-36'))).toBe(true);
      }
    },
  );

  it('refuse what is undefined', () => {
    expect(() => value('1/(x - x)')).toThrow(DomainError);
    expect(() => value('log(x - x)')).toThrow(DomainError);
    expect(() => value('sqrt(-x)')).toThrow(DomainError);
    expect(() => value('(x - x)^(-1/2)')).toThrow(DomainError);
    expect(() => value('lgamma(-x)')).toThrow(/positive arguments only/);
    expect(() => value('exp(exp(10^9))')).toThrow(/leaves the range/);
    expect(() => bigNumbers(0)).toThrow(InputError);
    expect(() => bigNumbers(1001)).toThrow(/from 1 to 1000/);
  });
});
