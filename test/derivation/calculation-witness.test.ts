import { describe, expect, it } from 'vitest';
import { calculationMeaning, parseCalculation } from '../../src/derivation/calculation-language.ts';
import { admitSubject, type SubjectParts } from '../../src/derivation/calculation-subject.ts';
import { differenceWitness } from '../../src/derivation/calculation-witness.ts';
import { categorical } from '../../src/families/index.ts';

function witness(left: string, right: string, parts: SubjectParts) {
  const subject = admitSubject(parts);
  const expressions = [left, right].map((text) => parseCalculation(subject, text));
  const meaning = calculationMeaning(subject, expressions);
  return differenceWitness(subject, meaning, meaning.value(expressions[0]), meaning.value(expressions[1]));
}

describe('a point at which two closed forms differ', () => {
  it('is simple, and inside the domain', () => {
    expect(witness('a', 'a^2', { symbols: { a: 'positive' } })).toEqual({
      inputs: { a: '1/2' },
      left: 0.5,
      right: 0.25,
    });
    const found = witness('p1', 'p2', { family: categorical(4) })!;
    const values = Object.values(found.inputs as Record<string, string>).map((text) => {
      const [n, d = 1] = text.split('/').map(Number);
      return n / d;
    });
    expect(values.reduce((sum, value) => sum + value, 0)).toBeLessThan(1);
  });

  it('tells functions apart by their arguments, names and derivatives', () => {
    const parts = { symbols: { s: 'real', t: 'real' }, functions: ['f', 'g'] } as const;
    expect(witness('f(s)', 'f(t)', parts)).not.toBeNull();
    expect(witness('f(s)', 'g(s)', parts)).not.toBeNull();
    expect(witness('D(f(s), s)', 'f(s)', parts)).not.toBeNull();
    expect(witness('f(s)*D(D(f(s), s), s)', 'D(f(s), s)^2', parts)).not.toBeNull();
  });

  it('is not found for equal forms, nor where a side has no value', () => {
    expect(witness('(s + 1)^2', 's^2 + 2*s + 1', { symbols: { s: 'real' } })).toBeNull();
    expect(witness('1/(s - s + 0*s + 1)', '1', { symbols: { s: 'real' } })).toBeNull();
  });

  it('is not rounding: what is equal, but not known to be, is not told apart however it is magnified', () => {
    const nested = 'sqrt(3 - 2*sqrt(2)) - sqrt(2) + 1'; // zero
    for (const factor of ['10^12', '10^20', 'exp(100*s)']) {
      expect(witness(`${factor}*(${nested})`, '0', { symbols: { s: 'positive' } })).toBeNull();
      expect(witness(`${factor}*(${nested})`, `${factor}/10^6`, { symbols: { s: 'positive' } })).not.toBeNull();
    }
    // The duplication formula of Gamma, which forms do not know.
    const duplication = 'gamma(2*s) - 2^(2*s - 1)*gamma(s)*gamma(s + 1/2)/sqrt(pi)';
    expect(witness(`10^13*(${duplication})`, '0', { symbols: { s: 'positive' } })).toBeNull();
  });
});
