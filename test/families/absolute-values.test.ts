import { expect, it } from 'vitest';
import {
  type Expression,
  evaluateExpression,
  parseWithAbsoluteValues,
  printExpression,
  realNumbers,
} from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { withoutAbsoluteValues } from '../../src/families/absolute-values.ts';
import { readDeclarations } from '../../src/families/index.ts';

function rewritten(text: string, variables = 'x real', constants = 'p positive, q = -2') {
  return withoutAbsoluteValues(parseWithAbsoluteValues(text), {
    variables: readDeclarations(variables),
    parameters: readDeclarations('m real, t positive, n -inf..-1'),
    constants: readDeclarations(constants, true),
  });
}

/** The value with the sign that x - at has. */
function valueAt({ expression, cut }: ReturnType<typeof rewritten>, values: Record<string, number>): number {
  const at = (e: Expression, extra: Record<string, number>): number =>
    evaluateExpression(realNumbers, e, (name) => ({ ...values, ...extra })[name] ?? Number.NaN);
  return at(expression, cut === undefined ? {} : { [cut.sign]: Math.sign(values['x'] - at(cut.at, {})) });
}

it.each<[string, string, (x: number, m: number, t: number, p: number) => number]>([
  ['abs(x - m)', 'm', (x, m) => Math.abs(x - m)],
  ['abs(m - x)', 'm', (x, m) => Math.abs(m - x)],
  ['abs(x)', '0', (x) => Math.abs(x)],
  ['abs((x - m)/t)^3', 'm', (x, m, t) => Math.abs((x - m) / t) ** 3],
  ['abs(n*x/t + 2)', '-2 * t / n', (x, _, t) => Math.abs((-3 * x) / t + 2)],
  ['abs(q*(x - m))*sign(m - x)', 'm', (x, m) => 2 * (m - x)],
  ['sqrt(abs(x - m)) + (abs(x - m)/t)^p', 'm', (x, m, t, p) => Math.abs(x - m) ** 0.5 + (Math.abs(x - m) / t) ** p],
])('%s has its kink at %s and the right value on both sides', (text, kink, value) => {
  const result = rewritten(text);
  expect(printExpression(result.cut?.at as Expression)).toBe(kink);
  for (const x of [-2, -0.3, 0.4, 5]) {
    const [m, t, p] = [0.7, 1.5, 2.2];
    expect(valueAt(result, { x, m, t, p, n: -3, q: -2 })).toBeCloseTo(value(x, m, t, p), 12);
  }
});

it.each([
  ['abs(t*p)', 't*p'],
  ['abs(n/t)', '-n/t'],
  ['abs(n^3*exp(m))', '-n^3*exp(m)'],
  ['sign(n)*abs(q)', '-(-q)'],
  ['abs(t + p)*abs(n - t)', '(t + p)*(t - n)'],
])('%s is %s, by the domains of its names', (text, same) => {
  const { expression, cut } = rewritten(text);
  expect(cut).toBeUndefined();
  expect(printExpression(expression)).toBe(printExpression(parseWithAbsoluteValues(same)));
});

it('the sign has a name that is not taken', () => {
  expect(rewritten('abs(x)').cut?.sign).toBe('sign');
  expect(rewritten('abs(x)', 'x real', 'sign real').cut?.sign).toBe('side');
});

it.each([
  ['abs(x) + abs(x - m)', /kinks at 0 and at m/],
  ['abs(x^2 - m)', /not of first order in x/],
  ['abs(m)', /its sign is not known/],
  ['abs(m*x)', /the sign of m is not known/],
  ['abs(abs(x) - 1)', /another absolute value/],
])('%s is refused', (text, message) => {
  expect(() => rewritten(text)).toThrow(UnsupportedError);
  expect(() => rewritten(text)).toThrow(message);
});

it.each(['x integer', 'x -1..1', 'x real, y real'])('so is abs(x - m) for %s', (variables) => {
  expect(() => rewritten('abs(x - m)', variables)).toThrow(/one variable that is declared real/);
});
