import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName, unknownName } from '../src/suggestion.ts';

const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });

describe('the edit distance', () => {
  it('is zero exactly between equal words, and symmetric', () => {
    fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b) === 0) === (a === b)));
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a)));
  });

  it('changes by at most one with one letter', () => {
    fc.assert(fc.property(word, word, (a, b) => Math.abs(editDistance(`${a}c`, b) - editDistance(a, b)) <= 1));
  });

  it('counts two neighbours swapped as one mistake, where Levenshtein counts two', () => {
    expect(editDistance('nromal', 'normal')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});

describe('the name that was meant', () => {
  it('is offered if near and not if far', () => {
    expect(nearestName('Nromal', ['binomial', 'normal'])).toBe('normal');
    expect(nearestName('gamma', ['binomial', 'normal'])).toBeUndefined();
  });

  it('is said after the list of what is valid', () => {
    expect(unknownName('family', 'nromal', ['binomial', 'normal']).message).toBe(
      "unknown family 'nromal'; expected one of binomial, normal. Did you mean 'normal'?",
    );
    expect(unknownName('family', 'gamma', []).message).toBe("unknown family 'gamma'; there are none.");
  });
});
