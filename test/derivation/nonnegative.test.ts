import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, evaluateExpression, parseWithFunctions, realNumbers } from '../../src/calculus/index.ts';
import {
  isManifestlyNonnegative,
  isManifestlyNonzero,
  isManifestlyPositive,
} from '../../src/derivation/nonnegative.ts';
import { DomainError } from '../../src/errors.ts';
import type { Domain } from '../../src/families/index.ts';

const domains: Readonly<Record<string, Domain>> = { a: 'real', r: 'positive', u: 'unit', n: 'natural' };
const parse = (text: string) => parseWithFunctions(text, ['gap', 'E', 'f']);
const seen = (text: string) => isManifestlyNonnegative(parse(text), (name) => domains[name]);

describe('an expression that is seen to be nonnegative', () => {
  it.each([
    '0',
    '3/2',
    'r',
    'u*n',
    'a^2',
    '(a - r)^2/u',
    '1 - u',
    'exp(a)',
    'sqrt(r)',
    'gap(r/u)',
    'E((a - 1)^2)',
    'r^a',
    'a^(-2)',
    'pi',
  ])('%s', (text) => {
    expect(seen(text)).toBe(true);
  });

  it.each([
    '-1',
    'a',
    'a^3',
    'r - u',
    '1 - r',
    '2 - u',
    'log(r)',
    'sin(a)',
    'f(r)',
    'gap(a)',
    'E(a)',
    '-r',
    'a*a',
    'x',
    'a^9007199254740993', // odd, though the nearest double is even
  ])('not %s', (text) => {
    expect(seen(text)).toBe(false);
  });

  it.each(['2', 'r', 'r*u/n', '1 - u', '-u + 1', 'r + a^2', 'exp(a)', 'sqrt(r)', 'r^a', '(-r)^2', 'E(exp(a))', 'pi'])(
    'is positive where it is %s',
    (text) => {
      expect(isManifestlyPositive(parse(text), (name) => domains[name])).toBe(true);
    },
  );

  it.each(['0', 'a^2', 'sqrt(a)', '(1 - r)^2', 'r - u', 'gap(r)', 'a', 'log(r)', 'E(a^2)', 'r + a', 'x'])(
    'need not be positive where it is %s',
    (text) => {
      expect(isManifestlyPositive(parse(text), (name) => domains[name])).toBe(false);
    },
  );

  it('is not zero where it or its opposite is positive, or a product of such', () => {
    const nonzero = (text: string) => isManifestlyNonzero(parse(text), (name) => domains[name]);
    for (const text of ['-r', '-r - 1', '(-r)^3', '1/(-u)', '-2*r*u', 'u - 1'])
      expect([text, nonzero(text)]).toEqual([text, true]);
    for (const text of ['0', 'a', 'r - 1', '-r + u', 'a^2', '(r - u)^(-1)', '0*r', 'sin(r)']) {
      expect([text, nonzero(text)]).toEqual([text, false]);
    }
  });

  it('has no negative value: random expressions at random points', () => {
    const leaf = fc.constantFrom('a', 'r', 'u', 'n', '1', '2', '-1', '(1 - u)');
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('text'), fc.constantFrom('+', '-', '*', '/'), tie('text'))
          .map(([x, sign, y]) => `(${x} ${sign} ${y})`),
        fc.tuple(tie('text'), fc.constantFrom(2, 3, -2, '(1/2)')).map(([x, n]) => `(${x})^${n}`),
        fc.tuple(fc.constantFrom('exp', 'sqrt', 'gap'), tie('text')).map(([f, x]) => `${f}(${x})`),
      ),
    }));
    const point = fc.record({
      a: fc.double({ min: -2, max: 2, noNaN: true }),
      r: fc.double({ min: 0.01, max: 3, noNaN: true }),
      u: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      n: fc.constantFrom(1, 2, 3),
    });
    let tried = 0;
    fc.assert(
      fc.property(text, point, (written, at) => {
        const e = parse(written);
        if (!isManifestlyNonnegative(e, (name) => domains[name])) return;
        const value = valueAt(e, at);
        if (Number.isNaN(value)) return;
        tried++;
        expect(value).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 3000 },
    );
    expect(tried).toBeGreaterThan(300);
  });
});

/** NaN where the expression has no value. */
function valueAt(e: Expression, at: Readonly<Record<string, number>>): number {
  try {
    return evaluateExpression(
      realNumbers,
      e,
      (name) => at[name],
      (_name, _orders, [x]) => (x > 0 ? x - 1 - Math.log(x) : Number.NaN),
    );
  } catch (error) {
    if (error instanceof DomainError) return Number.NaN;
    throw error;
  }
}
