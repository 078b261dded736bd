import { describe, expect, it } from 'vitest';
import { admitSubject, coordinatesOf, variablesOf } from '../../src/derivation/calculation-subject.ts';
import { binomial, normal } from '../../src/families/index.ts';

describe('the subject of a calculation', () => {
  it('knows its coordinates and everything that varies', () => {
    const subject = admitSubject({ family: binomial(), symbols: { t: 'real' } });
    expect(coordinatesOf(subject)).toEqual(['theta']);
    expect(variablesOf(subject).map(({ name }) => name)).toEqual(['theta', 'n', 't']);
  });

  it('is a private copy', () => {
    const family = normal();
    const subject = admitSubject({ family });
    expect(subject.family).toEqual(family);
    expect(subject.family).not.toBe(family);
  });

  it('declares each name once, in a known domain, and is about a family or a metric', () => {
    expect(() => admitSubject({ family: normal(), symbols: { x: 'real' } })).toThrow('"x" is declared twice');
    expect(() => admitSubject({ symbols: { f: 'real' }, functions: ['f'] })).toThrow('"f" is declared twice');
    expect(() => admitSubject({ symbols: { a: 'complex' as 'real' } })).toThrow('expected one of real');
    const metric = { coordinates: { r: 'positive' }, entries: [['1']] } as const;
    expect(() => admitSubject({ family: normal(), metric })).toThrow('not about both');
    expect(coordinatesOf(admitSubject({ metric }))).toEqual(['r']);
  });
});
