import { describe, expect, it } from 'vitest';
import { evaluateExpression, jets, parseExpression, realNumbers } from '../../../src/calculus/index.ts';
import { compiledExpression } from '../../../src/interpret/numeric/compiled-expression.ts';

const texts = [
  '-(x - m)^2/(2*s^2) - log(s) - log(2*pi)/2',
  'lgamma(x + s) - lgamma(s) + x*log(m) + s^x',
  'log(m*exp(-x^2) + s*exp(-(x - m)^2)) + polygamma(1, s + x)',
  'sqrt(x)*cos(x - m) + erf(x/s) - tan(s)',
  'm*s + 1',
];

describe.each(texts)('%s compiled', (text) => {
  const e = parseExpression(text);
  const values: Record<string, number> = { m: 0.5, s: 1.25, pi: Math.PI };

  it('has the value that it has when evaluated', () => {
    const compiled = compiledExpression(realNumbers, e, ['x'], (name) => values[name]!);
    for (const x of [0.25, 1, 3.5]) {
      const direct = evaluateExpression(realNumbers, e, (name) => (name === 'x' ? x : values[name]!));
      expect(compiled([x])).toBeCloseTo(direct, 13);
    }
  });

  it('and so in jets', () => {
    const field = jets(2, 3);
    const coordinate = (name: string) =>
      name === 'pi' ? field.constant(Math.PI) : field.coordinate(name === 'm' ? 0 : 1, values[name]!);
    const compiled = compiledExpression(field, e, ['x'], coordinate);
    const x = field.constant(0.75);
    const direct = evaluateExpression(field, e, (name) => (name === 'x' ? x : coordinate(name)));
    expect(Array.from(compiled([x]).coefficients)).toEqual(Array.from(direct.coefficients));
  });
});

it('what is free of the sample is evaluated once', () => {
  let count = 0;
  const compiled = compiledExpression(realNumbers, parseExpression('x + exp(m)*m'), ['x'], () => {
    count++;
    return 1;
  });
  for (const x of [1, 2, 3]) compiled([x]);
  expect(count).toBe(2);
});
