import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  type ClosedForm,
  certainDifference,
  closedForms,
  equality,
  evaluateExpression,
  parseWithFunctions,
} from '../../src/calculus/index.ts';

Decimal.set({ precision: 50 });
const forms = closedForms([
  { name: 'x' },
  { name: 'y' },
  { name: 's', positive: true },
  { name: 'pi', positive: true },
]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseWithFunctions(text, ['f']), forms.symbol);
const compared = (left: string, right: string) => equality(forms, value(left), value(right));

describe('the equality of closed forms', () => {
  it.each([
    ['(x + y)^2', 'x^2 + 2*x*y + y^2'],
    ['sin(2*x)', '2*sin(x)*cos(x)'],
    ['sqrt(6)*s', 'sqrt(2*s)*sqrt(3*s)'],
    ['digamma(s + 1)', 'digamma(s) + 1/s'],
  ])('%s and %s are equal', (left, right) => {
    expect(compared(left, right)).toEqual({ verdict: 'equal' });
  });

  it.each([
    ['exp(x)', 'x + 1'],
    ['sin(x)', 'x - x^3/6'],
    ['lgamma(s)', 's*log(s) - s'],
    ['f(x)', 'f(y)'],
    ['partial(f(x), 2)*f(x)', 'partial(f(x), 1)^2'],
    ['22/7', 'pi'],
    ['exp(pi*sqrt(163))', '262537412640768744'], // agrees to 30 digits
    ['erf(x)', 'erf(2*x)/2'],
    ['log(2)*pi', 'log(3)*2'],
    ['besseli(1, s)/besseli(0, s)', 's/2'],
  ])('%s and %s differ, and a point shows it', (left, right) => {
    const answer = compared(left, right);
    expect(answer.verdict).toBe('different');
    const { witness } = answer as Extract<typeof answer, { verdict: 'different' }>;
    expect(Number(witness?.difference)).not.toBe(0);
    const difference = new Decimal(witness?.left ?? 0).minus(witness?.right ?? 0).toNumber();
    expect(difference / Number(witness?.difference)).toBeCloseTo(1, 3);
  });

  // All of these are true, by rules that are not built in.
  it.each([
    ['sqrt(3 + 2*sqrt(2))', '1 + sqrt(2)', /roots are nested/],
    ['log(x^2 - 1)', 'log(x - 1) + log(x + 1)', /logarithms/],
    ['lgamma(2*s)', '(2*s - 1/2)*log(2) - log(2*pi)/2 + lgamma(s) + lgamma(s + 1/2)', /gamma functions/],
    ['digamma(1/4) + pi/2 + 3*log(2)', 'digamma(1)', /transcendental/],
  ])('%s and %s are undecided, since no difference shows and the kernels may be related', (left, right, reason) => {
    const answer = compared(left, right);
    expect(answer.verdict).toBe('undecided');
    const { reasons, witness } = answer as Extract<typeof answer, { verdict: 'undecided' }>;
    expect(reasons.join('; ')).toMatch(reason);
    expect(witness?.difference).toBe('0');
  });

  it('is told by the points given, where there are some', () => {
    const [left, right] = [value('log(x^2 - 1)'), value('log(x - 1) + log(x + 1) + (y - 1)/10^6')];
    const at = (y: number) => [{ x: rational(3), y: rational(y) }];
    expect(equality(forms, left, right, at(1)).verdict).toBe('undecided');
    const answer = equality(forms, left, right, at(2));
    expect(answer).toMatchObject({
      verdict: 'different',
      witness: { difference: '-0.000001', point: { x: rational(3) } },
    });
    // No point at all, but independent kernels: different without a witness.
    expect(equality(forms, value('exp(x)'), value('x'), [])).toEqual({ verdict: 'different', witness: null });
    expect(equality(forms, value('1/(x - 3)'), value('2/(x - 3)'), at(0))).toEqual({
      verdict: 'different',
      witness: null,
    });
  });

  it('at a point is denied only where many digits show a difference, which has a sign', () => {
    const at = (left: string, right: string, x: number) =>
      certainDifference(forms, value(left), value(right), { x: rational(x), y: rational(1), s: rational(2) });
    expect(at('x^2', '2', 3)).toBe(7);
    expect(at('2', 'x^2', 3)).toBe(-7);
    expect(at('x', '3', 3)).toBeNull();
    expect(at('10^20*(sqrt(3 - 2*sqrt(2)) - sqrt(2) + 1)', '0', 1)).toBeNull();
    expect(at('1 + 10^(-30)', '1', 1)).toBe(1e-30);
    expect(at('1/x', '1', 0)).toBeNull();
    expect(at('f(x)', 'f(y)', 3)).not.toBeNull();
  });
});
