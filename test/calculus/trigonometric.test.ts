import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  evaluateExpression,
  parseExpression,
} from '../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';

const declare = (): ClosedForms => closedForms([{ name: 'x' }, { name: 'y' }, { name: 'pi', positive: true }]);
const forms = declare();
forms.prepareAngles([forms.divide(forms.symbol('x'), forms.fromInteger(2))]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('sine, cosine and tangent', () => {
  it.each([
    ['sin(x)^2 + cos(x)^2', '1'],
    ['sin(2*x)', '2*sin(x)*cos(x)'],
    ['cos(2*x)', '1 - 2*sin(x)^2'],
    ['sin(3*x)', '3*sin(x) - 4*sin(x)^3'],
    ['sin(x + y)', 'sin(x)*cos(y) + cos(x)*sin(y)'],
    ['cos(x - y)', 'cos(x)*cos(y) + sin(x)*sin(y)'],
    ['sin(-x)', '-sin(x)'],
    ['cos(-x)', 'cos(x)'],
    ['sin(x/2)^2', '(1 - cos(x))/2'],
    ['tan(x/2)', 'sin(x)/(1 + cos(x))'],
    ['tan(x + y)', '(tan(x) + tan(y))/(1 - tan(x)*tan(y))'],
    ['sin(x)*sin(y)', '(cos(x - y) - cos(x + y))/2'],
    ['sec(x)^2', '1 + tan(x)^2'],
    ['cot(x)*csc(x)', 'cos(x)/sin(x)^2'],
    ['cosh(x)^2 - sinh(x)^2', '1'],
    ['tanh(2*x)', '2*tanh(x)/(1 + tanh(x)^2)'],
    ['coth(x)*sech(x)', 'csch(x)'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  it.each([
    ['sin(x)', 'sin(y)'],
    ['sin(2*x)', 'sin(x)*cos(x)'],
    ['sin(x + y)', 'sin(x)*cos(y) - cos(x)*sin(y)'],
    ['cos(-x)', '-cos(x)'],
  ])('%s is not %s', (left, right) => {
    expect(value(left)).not.toEqual(value(right));
  });

  it.each([
    ['sin(x)', 'cos(x)'],
    ['cos(x)', '-sin(x)'],
    ['tan(x)', '1 + tan(x)^2'],
    ['sin(x*y)', 'y*cos(x*y)'],
    ['tanh(x)', '1 - tanh(x)^2'],
  ])('the derivative of %s is %s', (text, derivative) => {
    expect(forms.derivative(value(text), 'x')).toEqual(value(derivative));
  });

  it('follow the addition theorem for whole multiples of two angles', () => {
    const multiple = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(multiple, multiple, multiple, multiple, (a, b, c, d) => {
        const [first, second] = [`(${a}*x + ${b}*y)`, `(${c}*x + ${d}*y)`];
        expect(value(`sin(${first} + ${second})`)).toEqual(
          value(`sin${first}*cos${second} + cos${first}*sin${second}`),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['sin(pi)', '0'],
    ['cos(pi)', '-1'],
    ['sin(-pi/2)', '-1'],
    ['cos(7*pi/2)', '0'],
    ['sin(x + pi/2)', 'cos(x)'],
    ['cos(pi - x)', '-cos(x)'],
    ['sin(123456789012345678*pi)', '0'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  it('are refused where they have no closed form', () => {
    expect(() => value('tan(pi/2)')).toThrow(DomainError);
    expect(() => value('sin(pi/7)')).toThrow(UnsupportedError);
    expect(() => value('sin(10^9*x)')).toThrow(/at most 128 times/);
  });

  it('refuse fractions of an angle that its kernel cannot give, and hold those announced together', () => {
    const other = declare();
    const part = (n: number): ClosedForm => other.divide(other.symbol('x'), other.fromInteger(n));
    other.sin(other.symbol('x'));
    expect(() => other.sin(part(2))).toThrow(UnsupportedError);
    const prepared = declare();
    prepared.prepareAngles([part(2), part(3)]);
    const half = prepared.cos(part(2));
    expect(
      prepared.subtract(prepared.multiply(prepared.fromInteger(2), prepared.multiply(half, half)), prepared.one),
    ).toEqual(prepared.cos(prepared.symbol('x')));
    expect(prepared.isZero(prepared.sin(part(3)))).toBe(false);
  });
});
