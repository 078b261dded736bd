import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignments,
  choice,
  choices,
  expressions,
  positiveNumber,
  seconds,
  text,
  wholeNumber,
} from '../../src/cli/options.ts';
import { InputError } from '../../src/errors.ts';
import { runCaptured } from './run-captured.ts';

describe('option values', () => {
  it('reads back every whole number that is not below the least', () => {
    const option = wholeNumber('', -5, 0);
    fc.assert(fc.property(fc.integer({ min: -5 }), (n) => option.parse(String(n)) === n));
    fc.assert(
      fc.property(fc.integer({ max: -6 }), (n) => {
        expect(() => option.parse(String(n))).toThrow(InputError);
      }),
    );
  });

  it.each(['', ' ', '1.5', '1e3', 'x', '0x10', 'Infinity', '99999999999999999999'])(
    'refuses %j as a whole number',
    (s) => expect(() => wholeNumber('', 0, 0).parse(s)).toThrow(/expected a whole number, at least 0; got/),
  );

  it('reads back every positive finite number and no other', () => {
    const option = positiveNumber('', 1);
    fc.assert(
      fc.property(
        fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
        (x) => option.parse(String(x)) === x,
      ),
    );
    for (const bad of ['0', '-1', 'NaN', 'Infinity', '', ' ', 'ten'])
      expect(() => option.parse(bad)).toThrow(InputError);
  });

  it('takes one of the listed values and names the nearest to any other', () => {
    const option = choice(['chain', 'ring'], '', 'ring');
    expect(option.parse('chain')).toBe('chain');
    expect(() => option.parse('rign')).toThrow("expected one of chain, ring. Did you mean 'ring'?");
  });

  it('takes several of the listed values once each', () => {
    const option = choices(['metric', 'scalar', 'ricci'], '', ['metric']);
    expect(option.parse('scalar, metric,scalar')).toEqual(['scalar', 'metric']);
    expect(() => option.parse('scalar,,metric')).toThrow(InputError);
  });

  it('splits expressions at commas outside of brackets', () => {
    expect(expressions('').parse('mu^2, polygamma(1, k) ,x')).toEqual(['mu^2', 'polygamma(1, k)', 'x']);
    for (const given of ['', 'x,', ',x']) expect(() => expressions('').parse(given)).toThrow(InputError);
    expect(expressions('').join?.(['x'], ['y', 'x'])).toEqual(['x', 'y']);
  });

  it('reads a number of seconds, which may be 0', () => {
    expect(['0', '2.5', '1e3'].map(seconds('').parse)).toEqual([0, 2.5, 1000]);
    for (const text of ['', '-1', 'x', 'Infinity']) expect(() => seconds('').parse(text)).toThrow(InputError);
  });

  it('reads assignments, keeping the values as text', () => {
    expect(assignments('').parse('mu=-1/2, sigma = 1e3')).toEqual({ mu: '-1/2', sigma: '1e3' });
    expect(text('FILE', '', 'out').parse('a b')).toBe('a b');
    expect([text('FILE', '').fallback, text('FILE', '', 'out').fallback]).toEqual([undefined, 'out']);
  });

  it('a list or assignments given again go on; a name is not given twice', () => {
    expect(choices(['a', 'b', 'c'], '', []).join?.(['b', 'a'], ['a', 'c'])).toEqual(['b', 'a', 'c']);
    expect(assignments('').join?.({ mu: '1' }, { sigma: '2' })).toEqual({ mu: '1', sigma: '2' });
    expect(() => assignments('').join?.({ mu: '1' }, { mu: '2' })).toThrow("'mu' is given twice");
  });

  it.each(['', 'mu', 'mu=', '=1', 'mu=1=2', 'mu=1,', 'mu=1,mu=2'])('refuses %j as assignments', (s) =>
    expect(() => assignments('').parse(s)).toThrow(InputError),
  );
});

describe('the values of a choice', () => {
  it('stand in the column of names while they are short, else in the description, once', () => {
    expect(choice(['yes', 'no'], 'whether', 'no').placeholder).toBe('yes|no');
    const long = ['the first of them', 'the second of them'] as const;
    expect(choice(long, 'which', long[0])).toMatchObject({
      placeholder: 'NAME',
      summary: 'which: the first of them, the second of them',
    });
    const described = 'the first of them is right, the second of them is left';
    expect(choice(long, described, long[0]).summary).toBe(described);
  });

  it('leave no help line wider than 80 columns', async () => {
    for (const command of ['network curvature', 'derive', 'verify']) {
      const { stdout } = await runCaptured([...command.split(' '), '--help']);
      const options = stdout.slice(stdout.indexOf('Options:'), stdout.indexOf('Examples:')).split('\n');
      expect(Math.max(...options.map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
