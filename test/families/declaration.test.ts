import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRational, rationalToNumber } from '../../src/algebra/index.ts';
import { printExpression } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { type DeclaredDomain, describeDomain, domainContains, readDeclarations } from '../../src/families/index.ts';

function domainOf(text: string): DeclaredDomain {
  return readDeclarations(`x ${text}`)[0].domain;
}

describe('a declaration gives a name its domain:', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['real', [-1e9, 0, 2.5], [Number.NaN]],
    ['positive', [1e-9, 3], [0, -1]],
    ['unit', [0.001, 0.999], [0, 1, -2]],
    ['circle', [-4, 0, 7], [Number.POSITIVE_INFINITY]],
    ['integer', [-3, 0, 12], [0.5]],
    ['natural', [0, 1, 5], [-1, 0.5]],
    ['2..5', [2.1, 3, 4.9], [2, 5, 6]],
    ['-1/2..inf', [0, 100], [-0.5, -1]],
    ['-inf..0', [-3], [0, 1]],
    ['0..2*pi', [6.28, 1], [6.3, 0]],
    ['real 0..1', [0.5], [0, 1]],
    ['integer 2..4', [2, 3, 4], [1, 5, 2.5]],
    ['integer 1..inf', [1, 99], [0]],
    ['{1, 2, 5}', [1, 2, 5], [0, 3]],
  ])('%s contains %j and not %j', (text, members, others) => {
    for (const value of members) expect(domainContains(domainOf(text), value), `${value}`).toBe(true);
    for (const value of others) expect(domainContains(domainOf(text), value), `${value}`).toBe(false);
  });

  it('several are separated by commas, also beside braces', () => {
    const declarations = readDeclarations('mu real, k {1,2,5} ,s2_x positive');
    expect(declarations.map(({ name }) => name)).toEqual(['mu', 'k', 's2_x']);
    expect(declarations[1].domain).toEqual({ kind: 'set', values: ['1', '2', '5'].map(parseRational) });
  });

  it('an interval is open and holds its bounds as they were written, whatever they are', () => {
    const bound = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(bound, bound, (a, b) => {
        fc.pre(a < b);
        const domain = domainOf(`${a}/8..${b}/8`);
        expect([a, b].map((end) => domainContains(domain, end / 8))).toEqual([false, false]);
        expect(domainContains(domain, (a + b) / 16)).toBe(true);
        if (domain.kind !== 'interval') throw new Error('no interval');
        const texts = [domain.low, domain.high].map((end) => end && printExpression(end));
        expect(texts.map((text) => rationalToNumber(parseRational(String(text).replaceAll(' ', ''))))).toEqual([
          a / 8,
          b / 8,
        ]);
      }),
    );
  });

  it('values stand where constants are declared, and there alone', () => {
    expect(readDeclarations('nu = 3, n natural = 5, c positive', true).map(({ value }) => value)).toEqual([
      parseRational('3'),
      parseRational('5'),
      undefined,
    ]);
    expect(() => readDeclarations('nu = 3')).toThrow('a domain is declared here, not a value');
    expect(() => readDeclarations('n natural = -1', true)).toThrow('n must be one of 0, 1, 2, ..., got -1');
  });

  it('is said in words', () => {
    const texts = ['real', 'positive', 'unit', 'integer 0..3', 'natural', '2..inf'];
    expect(texts.map((text) => describeDomain(domainOf(text)))).toEqual([
      'a real number',
      'positive',
      'strictly between 0 and 1',
      'a whole number from 0 to 3',
      'one of 0, 1, 2, ...',
      'greater than 2',
    ]);
  });
});

describe('what cannot be read is refused at its place:', () => {
  it.each([
    ['mu rael', "unknown domain 'rael'", 3, "Did you mean 'real'"],
    ['mu real, sigma', 'expected a domain after "sigma"', 14, 'a domain is real, positive'],
    ['x 5..2', 'the interval 5..2 is empty', 2, ''],
    ['x a..b', '"a" is no bound', 2, 'an expression in pi'],
    ['x integer 5..2', 'there are no integers in 5..2', 2, ''],
    ['x integer 0..2.5', '"2.5" is no bound of integers', 2, ''],
    ['x {1, 2', 'the brace { is not closed', 2, ''],
    ['x {1, b}', '"b" is no number', 2, ''],
    ['x {1, 1}', 'names a value twice', 2, ''],
    ['2x real', 'expected a name and its domain', 0, ''],
    ['mu real, , x real', 'expected a name and its domain', 8, ''],
  ])('%s', (text, message, place, hint) => {
    const read = (): unknown => readDeclarations(text);
    expect(read).toThrow(InputError);
    for (const part of [message, hint || message, `\n  ${text}\n  ${' '.repeat(place)}^`]) expect(read).toThrow(part);
  });

  it('a name that is declared twice', () => {
    expect(() => readDeclarations('x real, x positive')).toThrow('the name "x" is declared twice');
  });
});
