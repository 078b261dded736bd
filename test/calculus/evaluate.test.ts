import fc from 'fast-check';
import { expressions } from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  closedForms,
  evaluateExpression,
  evaluator,
  jets,
  parseExpression,
  rationalNumbers,
  realNumbers,
} from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';

const forms = closedForms([{ name: 'x', positive: true, order: 2 }, { name: 'y' }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('evaluation of closed forms', () => {
  it('is exact in the rational numbers', () => {
    const at = evaluator(forms, rationalNumbers, (name) => (name === 'y' ? rational(1, 3) : rational(2)));
    expect(at(value('(y^2 - 1)/(y + 2)'))).toEqual(rational(-8, 21));
  });

  it('respects sums and products', () => {
    const two = closedForms([{ name: 'x' }, { name: 'y' }]);
    fc.assert(
      fc.property(expressions(['x', 'y'], []), expressions(['x', 'y'], []), (e, f) => {
        const at = evaluator(two, rationalNumbers, (name) => (name === 'x' ? rational(2, 3) : rational(5)));
        const [a, b] = [e, f].map((part) => evaluateExpression(two, part, two.symbol));
        expect(at(two.add(a, b))).toEqual(rationalNumbers.add(at(a), at(b)));
        expect(at(two.multiply(a, b))).toEqual(rationalNumbers.multiply(at(a), at(b)));
      }),
      { numRuns: 40 },
    );
  });

  it('takes roots, exponentials and logarithms', () => {
    const at = evaluator(forms, realNumbers, (name) => (name === 'x' ? 2 : 3));
    expect(at(value('sqrt(x) + exp(-y) + log(1 + y^2)'))).toBeCloseTo(Math.SQRT2 + Math.exp(-3) + Math.log(10), 14);
  });

  it('of sines and cosines is exact to rounding where the tangent of half the angle has its pole', () => {
    const at = evaluator(forms, realNumbers, () => Math.PI);
    expect(at(value('cos(y)'))).toBe(-1);
    expect(Math.abs(at(value('sin(y)')))).toBeLessThan(1e-15);
    const field = jets(1, 3);
    const jet = evaluator(forms, field, () => field.coordinate(0, 3.13))(value('(1 - cos(y))^2*sin(y)/(2 - cos(y))'));
    const direct = evaluateExpression(field, parseExpression('(1 - cos(y))^2*sin(y)/(2 - cos(y))'), () =>
      field.coordinate(0, 3.13),
    );
    jet.coefficients.forEach((c, k) => {
      expect(c).toBeCloseTo(direct.coefficients[k], 13);
    });
  });

  it('can change symbols: the target may be another field of closed forms', () => {
    const target = closedForms([{ name: 't', positive: true, order: 2 }]);
    const change = evaluator(forms, target, () => target.symbol('t'));
    expect(change(value('x*y + exp(y)'))).toEqual(
      evaluateExpression(target, parseExpression('t^2 + exp(t)'), target.symbol),
    );
  });

  it('refuses a pole', () => {
    expect(() => evaluator(forms, realNumbers, () => 0)(value('1/y'))).toThrow(DomainError);
  });
});

describe('trigonometric closed forms in another field of closed forms', () => {
  it('move over where the other field has the same tangents, and take values where these have poles', () => {
    const [from, to] = [closedForms([{ name: 't' }]), closedForms([{ name: 't' }, { name: 'pi', positive: true }])];
    const sine = from.sin(from.symbol('t'));
    const inOther = to.sin(to.symbol('t')); // so that the finest fraction of t is one half here too
    expect(to.equals(evaluator(from, to, to.symbol)(sine), inOther)).toBe(true);
    const at = (value: ReturnType<typeof to.symbol>) => evaluator(from, to, () => value)(sine);
    const pi = to.symbol('pi');
    expect(to.isZero(at(pi))).toBe(true);
    expect(to.equals(at(to.divide(pi, to.fromInteger(2))), to.one)).toBe(true);
  });
});
