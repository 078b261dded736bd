import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { parseExpression, parseWithAbsoluteValues, partsOf, symbolsOf } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';

const x = { kind: 'symbol', name: 'x' };

describe('an expression', () => {
  it('is read with the usual precedence', () => {
    expect(parseExpression('-x^2')).toEqual({
      kind: 'negate',
      of: { kind: 'power', base: x, exponent: { kind: 'number', value: rational(2) } },
    });
    expect(parseExpression('2 x')).toEqual(parseExpression('2*x'));
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ kind: 'symbol', name }));
    expect(parseExpression('a - b + c')).toEqual({ kind: 'add', terms: [a, { kind: 'negate', of: b }, c] });
    expect(parseExpression('a*b*c')).toEqual({ kind: 'multiply', factors: [a, b, c] });
    expect(parseExpression('a - (b - c)')).toEqual({
      kind: 'add',
      terms: [a, { kind: 'negate', of: { kind: 'add', terms: [b, { kind: 'negate', of: c }] } }],
    });
    expect(parseExpression('a^b^c')).toEqual(parseExpression('a^(b^c)'));
    expect(parseExpression('+x')).toEqual(x);
  });

  it('may be a long sum or product', () => {
    expect(parseExpression(Array(20_000).fill('x').join(' + '))).toEqual({ kind: 'add', terms: Array(20_000).fill(x) });
    expect(parseExpression(Array(20_000).fill('x').join('*'))).toEqual({
      kind: 'multiply',
      factors: Array(20_000).fill(x),
    });
  });

  it('keeps decimals exact', () => {
    expect(parseExpression('0.1')).toEqual({ kind: 'number', value: rational(1, 10) });
    expect(parseExpression('1e-3')).toEqual({ kind: 'number', value: rational(1, 1000) });
    const long = `0.${'3'.repeat(60)}`;
    expect(parseExpression(long)).toEqual({ kind: 'number', value: rational(BigInt('3'.repeat(60)), 10n ** 60n) });
  });

  it('shows the place of a syntax error', () => {
    expect(() => parseExpression('1 + * x')).toThrow(InputError);
    expect(() => parseExpression('1 + * x')).toThrow(/cannot read the expression: .*\n {2}1 \+ \* x\n {2} {4}\^/);
  });

  it.each([
    '[1, 2]',
    'x = 3',
    'zeta(x)',
    'exp(x, y)',
    'x mod y',
    '2 cm > 1',
    "'text'",
    'f(x) = x',
    'x.y',
    'true ? 1 : 2',
  ])('is refused with what is understood instead for %s', (text) => {
    expect(() => parseExpression(text)).toThrow(InputError);
    expect(() => parseExpression(text)).toThrow(
      /expected numbers, names, \+ - \* \/ \^ and the functions exp\(x\), log\(x\), log\(x, base\), sqrt\(x\)/,
    );
  });

  it.each([
    ['', /expected an expression, got nothing/],
    ['   ', /expected an expression, got nothing/],
    ['1'.repeat(100_001), /100001 characters exceeds the limit of 100000/],
    [`${'('.repeat(40_000)}x${')'.repeat(40_000)}`, /nested too deeply/],
    [`${'x/'.repeat(5_000)}x`, /nested more than 400 deep/],
  ])('is refused where it is empty, too long or too deep (case %#)', (text, message) => {
    expect(() => parseExpression(text)).toThrow(InputError);
    expect(() => parseExpression(text)).toThrow(message);
  });
});

describe('abs and sign', () => {
  it('are read where the caller replaces them', () => {
    expect(parseWithAbsoluteValues('abs(x)')).toEqual({ kind: 'unknown', name: 'abs', orders: [0], arguments: [x] });
    const sum = parseWithAbsoluteValues('sign(x) + 2');
    expect(partsOf(sum)[0]).toMatchObject({ kind: 'unknown', name: 'sign' });
    expect(symbolsOf(sum)).toEqual(['x']);
    expect(() => parseWithAbsoluteValues('abs(x, y)')).toThrow(/the functions .*abs\(x\), sign\(x\)/);
  });

  it('are refused elsewhere, with what to write', () => {
    expect(() => parseExpression('1/abs(x)')).toThrow(InputError);
    expect(() => parseExpression('1/abs(x)')).toThrow(
      /"abs\(x\)" in "1\/abs\(x\)" .* densities only; .* write u or -u/,
    );
  });
});
