import { describe, expect, it } from 'vitest';
import { isExactTheorem, proveCalculation } from '../../src/derivation/calculation-kernel.ts';
import { admitSubject } from '../../src/derivation/calculation-subject.ts';
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
