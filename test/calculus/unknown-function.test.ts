import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  type ClosedForm,
  closedForms,
  closedFormToTex,
  evaluateExpression,
  evaluator,
  type Jet,
  jets,
  parseWithFunctions,
  printClosedForm,
  realNumbers,
} from '../../src/calculus/index.ts';
import { checkOrders } from '../../src/calculus/unknown-function.ts';
import { InputError, UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([{ name: 'x' }, { name: 'y' }]);
const value = (text: string): ClosedForm =>
  evaluateExpression(forms, parseWithFunctions(text, ['f', 'g']), forms.symbol);
const derivative = (text: string, ...names: string[]): ClosedForm =>
  names.reduce((form, name) => forms.derivative(form, name), value(text));

describe('an undetermined function', () => {
  it('follows the chain rule', () => {
    expect(derivative('f(x^2, y)', 'x')).toEqual(value('2*x*partial(f(x^2, y), 1, 0)'));
    expect(derivative('f(x*y, x)', 'x')).toEqual(value('y*partial(f(x*y, x), 1, 0) + partial(f(x*y, x), 0, 1)'));
    expect(derivative('f(g(x))', 'x')).toEqual(value('partial(f(g(x)), 1)*partial(g(x), 1)'));
    expect(derivative('f(y)', 'x')).toEqual(forms.zero);
  });

  it('has partial derivatives that commute, but differ from each other', () => {
    expect(derivative('f(x, x*y)', 'x', 'y')).toEqual(derivative('f(x, x*y)', 'y', 'x'));
    expect(value('partial(f(x, y), 1, 0)')).not.toEqual(value('partial(f(x, y), 0, 1)'));
    expect(value('f(x, y)')).not.toEqual(value('f(y, x)'));
    expect(value('partial(partial(f(x, y), 1, 0), 0, 2)')).toEqual(value('partial(f(x, y), 1, 2)'));
  });

  it('depends on the symbols of its arguments', () => {
    expect(forms.symbolsOf(value('f(x^2, 1)'))).toEqual(['x']);
  });

  it.each(['f(x, y)^2/(1 + g(x))', 'partial(f(x - y, 2), 0, 3) - partial(g(x), 4)'])(
    '%s prints as it is read',
    (text) => {
      expect(value(printClosedForm(forms, value(text)))).toEqual(value(text));
    },
  );

  it.each([
    ['f(x, y)', 'f\\left(x, y\\right)'],
    ['partial(f(x, y), 1, 2)', '\\partial_{x} \\partial_{y}^{2} f\\left(x, y\\right)'],
    ['partial(f(x*y, y), 1, 2)', 'f^{(1,2)}\\left(x \\, y, y\\right)'],
    ['partial(g(x), 2)', "g''\\left(x\\right)"],
    ['partial(g(x), 4)', 'g^{(4)}\\left(x\\right)'],
  ])('%s in TeX is %s', (text, tex) => {
    expect(closedFormToTex(forms, value(text))).toBe(tex);
  });

  it.each(['partial(f(x, y), 1, 2)^2', 'partial(g(x), 1)^3', 'g(x)^2/f(x, y)'])(
    '%s in TeX is what KaTeX accepts',
    (text) => {
      katex.renderToString(closedFormToTex(forms, value(text)), { throwOnError: true, strict: 'error' });
    },
  );

  it('has the value that its meaning gives, over numbers', () => {
    const product = (_: string, [m, n]: readonly number[], [u, v]: readonly number[]): number =>
      [[u * v, u, 0][n], [v, 1, 0][n]][m] ?? 0; // f(u, v) = u v
    const at = evaluator(forms, realNumbers, (name) => (name === 'x' ? 3 : 5), product as never);
    expect(at(value('f(x, y) + partial(f(x, y), 1, 0)'))).toBe(20);
    expect(at(derivative('f(x^2, y)', 'x'))).toBe(30);
  });

  it('has the derivatives of its meaning over jets: f(u, v) = exp(u v) at u = x^2, v = y', () => {
    const field = jets(2, 3);
    const [x, y] = [0.4, 0.7];
    const composed = field.compose(
      [field.power(field.coordinate(0, x), { numerator: 2, denominator: 1 }), field.coordinate(1, y)],
      ([m, n]) => mixedDerivativeOfExp(m, n, x * x, y),
    );
    const direct = field.exp(
      field.multiply(field.multiply(field.coordinate(0, x), field.coordinate(0, x)), field.coordinate(1, y)),
    );
    composed.coefficients.forEach((c, k) => {
      expect(c).toBeCloseTo(direct.coefficients[k], 13);
    });
    const lower: Jet = field.partial(field.coordinate(0, x), 1);
    expect(field.compose([lower], () => 1).order).toBe(2);
  });

  it('stays undetermined in closed forms, and is refused in numbers without a meaning', () => {
    const other = closedForms([{ name: 't' }]);
    const change = evaluator(forms, other, () => other.symbol('t'));
    expect(change(value('f(x, y)'))).toEqual(other.unknown('f', [other.symbol('t'), other.symbol('t')]));
    expect(() => evaluator(forms, realNumbers, () => 1)(value('f(x, y)'))).toThrow(UnsupportedError);
    expect(() => evaluator(forms, realNumbers, () => 1)(value('f(x, y)'))).toThrow(/the function f is undetermined/);
  });

  it.each([[[1]], [[1, -1]], [[0.5, 0]], [[]]])('needs one whole order for each argument, not %j', (orders) => {
    expect(() => forms.unknown('f', [forms.symbol('x'), forms.symbol('y')], orders)).toThrow(InputError);
    expect(() => checkOrders('f', 2, orders)).toThrow(/needs one order 0, 1, 2, ... for each of its 2 arguments/);
  });

  it.each(['f()', 'partial(x, 1)', 'partial(f(x), y)', 'partial(f(x, y), 1)', 'h(x)'])(
    'cannot be written %s',
    (text) => {
      expect(() => value(text)).toThrow(InputError);
    },
  );
});

/** d^m/du^m d^n/dv^n exp(u v) = d^m/du^m (u^n exp(u v)). */
function mixedDerivativeOfExp(m: number, n: number, u: number, v: number): number {
  let total = 0;
  let [binomial, falling] = [1, 1];
  for (let k = 0; k <= Math.min(m, n); k++) {
    total += binomial * falling * u ** (n - k) * v ** (m - k);
    binomial *= (m - k) / (k + 1);
    falling *= n - k;
  }
  return total * Math.exp(u * v);
}
