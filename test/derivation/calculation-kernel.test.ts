import { describe, expect, it } from 'vitest';
import { isExactTheorem, proveCalculation } from '../../src/derivation/calculation-kernel.ts';
import { admitSubject, type SubjectParts } from '../../src/derivation/calculation-subject.ts';
import { normal } from '../../src/families/index.ts';

const equal = { relation: 'equal', difference: null } as const;
const sides = (...texts: string[]) => texts.map((text) => ({ text, by: [] }));
const subject = admitSubject({ family: normal() });
const outcome = proveCalculation({ subject, ...equal, definitions: [], chain: sides('metric(mu, mu)', 'sigma^(-2)') });

describe('theorems about closed forms', () => {
  it('say what they rest on', () => {
    expect(outcome.outcome === 'proved' && outcome.theorem).toMatchObject({
      claim: 'metric(mu, mu) = sigma^(-2)',
      assumptions: ['mu real, sigma positive', expect.stringContaining('normalised')],
    });
  });

  it('are made by the kernel alone', () => {
    if (outcome.outcome !== 'proved') throw new Error('not proved');
    const { theorem } = outcome;
    expect(isExactTheorem(theorem)).toBe(true);
    expect(isExactTheorem({ ...theorem })).toBe(false);
    expect(isExactTheorem(Object.create(Object.getPrototypeOf(theorem)))).toBe(false);
    const Forge = theorem.constructor as new (...args: unknown[]) => unknown;
    expect(() => new Forge(Symbol('exact theorem'), '1 = 2', [])).toThrow('proveCalculation');
    expect(() => Object.assign(theorem, { claim: '1 = 2' })).toThrow();
  });
});

describe('a wrong calculation', () => {
  it('fails at its first wrong step, with a point', () => {
    const chain = ['scalar', '-2*metric(mu, mu)*sigma^2/2', 'metric(mu, mu)', '-1'];
    expect(proveCalculation({ subject, ...equal, definitions: [], chain: sides(...chain) })).toMatchObject({
      fault: { step: 2, left: chain[1], right: chain[2], witness: { left: -1, right: expect.any(Number) } },
    });
  });

  it('fails where a definition is given twice, refers forward, or is cut short', () => {
    const fails = (definitions: [string, string][], chain: string[]): string => {
      const result = proveCalculation({ subject, ...equal, definitions, chain: sides(...chain) });
      return result.outcome === 'failed' ? result.fault.reason : 'proved';
    };
    expect(
      fails(
        [
          ['a', '1'],
          ['a', '2'],
        ],
        ['a', '1'],
      ),
    ).toMatch('defined twice');
    expect(
      fails(
        [
          ['a', 'b'],
          ['b', '1'],
        ],
        ['a', '1'],
      ),
    ).toMatch('b');
    expect(
      fails(
        [
          ['a', '1'],
          ['b', 'a + 1'],
        ],
        ['b', '2'],
      ),
    ).toBe('proved');
    expect(fails([], ['1'])).toMatch('at least two sides');
  });
});

describe('a bound', () => {
  const bound = (left: string, right: string, difference: string | null) =>
    proveCalculation({
      subject: admitSubject({ symbols: { a: 'real', b: 'real', p: 'unit', q: 'unit' } }),
      definitions: [],
      chain: sides(left, right),
      relation: 'atMost',
      difference,
    });

  it('follows from a difference that is seen to be nonnegative', () => {
    const proved = bound('2*a*b', 'a^2 + b^2', '(a - b)^2');
    expect(proved).toMatchObject({ outcome: 'proved', theorem: { claim: '2*a*b <= a^2 + b^2' } });
    const divergence = 'p*log(p/q) + (1 - p)*log((1 - p)/(1 - q))';
    expect(bound('0', divergence, 'p*gap(q/p) + (1 - p)*gap((1 - q)/(1 - p))').outcome).toBe('proved');
  });

  it('does not follow from another difference, from one that is not seen to be nonnegative, or from none', () => {
    const reason = (...parts: Parameters<typeof bound>) => {
      const outcome = bound(...parts);
      return outcome.outcome === 'failed' ? outcome.fault : { reason: 'proved', witness: null };
    };
    expect(reason('2*a*b', 'a^2 + b^2', '(a + b)^2').reason).toMatch('not what is given as the difference');
    expect(reason('2*a*b', 'a^2 + b^2', 'a^2 - 2*a*b + b^2').reason).toMatch('not seen to be >= 0');
    expect(reason('2*a*b', 'a^2 + b^2', null)).toMatchObject({ reason: expect.stringMatching('needs'), witness: null });
    expect(reason('a^2', 'a', null).witness).toMatchObject({ left: expect.any(Number) });
    expect(bound('a', 'b', 'b - a').outcome).toBe('failed');
  });
});

describe('definitions of a calculation', () => {
  const reason = (name: string, text: string) => {
    const found = proveCalculation({
      subject: admitSubject({ symbols: { a: 'positive', k: 'real' }, functions: ['f'] }),
      definitions: [[name, text]],
      chain: sides(`${name} + sum(${name}, k, 1, 2)`, '-3'),
      ...equal,
    });
    return found.outcome === 'failed' ? found.fault.reason : 'proved';
  };

  it('do not give another meaning to what has one', () => {
    expect(reason('a', '-1')).toMatch('a has a meaning already');
    expect(reason('f', '-1')).toMatch('f has a meaning already');
    expect(reason('metric', '-1')).toMatch('metric has a meaning already');
    expect(reason('pi', '-1')).toMatch('pi has a meaning already');
  });

  it('are not captured by the index of a sum', () => {
    expect(reason('c', 'k')).toMatch('k has a meaning already: choose another name for the index');
  });
});

describe('what a calculation rests on', () => {
  const found = (claim: string, parts: SubjectParts, by: readonly string[] = []) => {
    const [left, right] = claim.split(' = ');
    const chain = [...sides(left), { text: right, by: [...by] }];
    const made = proveCalculation({ subject: admitSubject(parts), definitions: [], chain, ...equal });
    return made.outcome === 'failed' ? made.fault.reason : made.theorem.assumptions;
  };
  const names = { symbols: { x: 'real', y: 'positive', n: 'natural' }, functions: ['f', 'g'] } as const;

  it('are the names that occur, the family where it is asked for, and the metric itself', () => {
    expect(found('x + x = 2*x', names)).toEqual(['x real']);
    expect(found('f(x) - f(x) = 0', names)).toEqual(['x real', 'f is smooth']);
    expect(found('sigma^2/sigma = sigma', { family: normal() })).toEqual(['sigma positive']);
    const metric = {
      coordinates: { r: 'positive', phi: 'real' },
      entries: [
        ['1', '0'],
        ['0', 'r^2'],
      ],
    } as const;
    expect(found('scalar = 0', { metric })).toEqual([
      'r positive',
      'phi real',
      'the metric of r, phi is [[1, 0], [0, (r)^(2)]]',
    ]);
  });

  it('does not contradict the conditions under which the sides have values', () => {
    const assume = { a: 'x = 0', b: 'y = -1', c: 'n = 1/2', d: 'f(x) = 1/x' };
    expect(found('y*x/x = y', { ...names, assume }, ['a'])).toMatch('this needs x ≠ 0');
    expect(found('sqrt(y^2) = -1', { ...names, assume }, ['b'])).toMatch('puts -1 for y, which is positive');
    expect(found('n = 1/2', { ...names, assume }, ['c'])).toMatch('puts 0.5 for n');
    expect(found('x*f(x) = 1', { ...names, assume }, ['d'])).toEqual([
      'x real',
      'f is smooth',
      'd: f(x) = 1/x',
      'x ≠ 0',
    ]);
  });

  it('is a copy of what was given, whatever that may answer later', () => {
    const given = admitSubject({ symbols: { x: 'real' } });
    let asked = 0;
    const forged = {
      ...given,
      get symbols() {
        return [{ name: 'x', domain: asked++ === 0 ? ('real' as const) : ('positive' as const) }];
      },
    };
    const made = proveCalculation({ subject: forged, definitions: [], chain: sides('sqrt(x^2)', 'x'), ...equal });
    expect(made.outcome).toBe('failed');
    const odd = { ...given, symbols: [{ name: 'x', domain: 'odd' as 'real' }] };
    const other = proveCalculation({ subject: odd, definitions: [], chain: sides('x', 'x'), ...equal });
    expect(other).toMatchObject({ fault: { reason: expect.stringMatching('expected one of real') } });
  });

  it('has names that are told apart', () => {
    expect(() => admitSubject({ symbols: { A: 'real', '\u0391': 'real' } })).toThrow('look the same');
    expect(() => admitSubject({ symbols: { 'x positive, y': 'real' } })).toThrow('expected a name');
    expect(() => admitSubject({ metric: { coordinates: {}, entries: [] } })).toThrow('at least one');
  });
});
