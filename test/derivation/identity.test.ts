import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameClaim,
  isSameTerm,
  keyOf,
  keyOfDefinition,
  keyOfFunction,
  keyOfNatural,
  keyOfSpace,
} from '../../src/derivation/identity.ts';
import { declare, equation, next, term } from '../../src/derivation/index.ts';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { mutantTerms } from './mutant-terms.ts';
import { family, i, j, joint, n, p, score, X, x, x2, Y, y } from './setting.ts';

const { multiply, sum } = term;

describe('identity up to the names of bound variables', () => {
  const r = declare.function('r', { kind: 'pairs', left: X, right: X });
  const both = (a: typeof x, b: typeof x) => r({ kind: 'pair', left: a, right: b });

  it('ignores the names of bound variables', () => {
    expect(isSameTerm(sum(x, p(x)), sum(x2, p(x2)))).toBe(true);
    expect(isSameClaim(equation(sum(x, p(x)), 1), equation(sum(x2, p(x2)), 1))).toBe(true);
  });

  it('distinguishes which variable is bound where', () => {
    expect(isSameTerm(sum(x, sum(x2, both(x, x2))), sum(x, sum(x2, both(x2, x))))).toBe(false);
    expect(isSameTerm(sum(x, sum(x2, both(x, x2))), sum(x, sum(x2, both(x, x))))).toBe(false);
    expect(isSameTerm(sum(x, sum(x2, both(x, x2))), sum(x2, sum(x, both(x2, x))))).toBe(true);
    expect(isSameTerm(sum(x, p(x)), sum(x, p(x2)))).toBe(false);
    expect(isSameTerm(p(x), p(x2))).toBe(false);
  });

  it('distinguishes a term from every mutant of it', () => {
    fc.assert(
      fc.property(arbitraryTerm(3), (written) => {
        for (const { change, term: changed } of mutantTerms(written)) {
          const mutant = changed();
          if (change.endsWith(' bound') || JSON.stringify(mutant) === JSON.stringify(written)) continue;
          expect(keyOf(mutant), change).not.toBe(keyOf(written));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('distinguishes functions by name and signature, definitions by what they say', () => {
    expect(keyOfFunction(p.symbol)).not.toBe(keyOfFunction(declare.function('p', Y).symbol));
    expect(keyOfFunction(p.symbol)).not.toBe(keyOfFunction(declare.function('r', X).symbol));
    const first = declare.definition('s', [i, x], score(i, p(x)));
    const renamed = declare.definition('s', [j, x2], score(j, p(x2)));
    const other = declare.definition('s', [i, x], multiply(2, score(i, p(x))));
    expect(keyOfDefinition(first.definition)).toBe(keyOfDefinition(renamed.definition));
    expect(keyOfDefinition(first.definition)).not.toBe(keyOfDefinition(other.definition));
    expect(keyOfDefinition(joint.definition)).not.toBe(keyOfDefinition(first.definition));
  });

  it('cannot be confused by names that look like keys', () => {
    const named = (name: string) => declare.space(name);
    const pair = (left: typeof X, right: typeof X) => ({ kind: 'pairs', left, right }) as const;
    const spaces = [
      named('F_1'),
      family(1),
      named('unit'),
      family.first(0),
      pair(named('A'), named('BxC')),
      pair(named('AxB'), named('C')),
      named('natural'),
    ];
    expect(new Set(spaces.map((space) => keyOfSpace(space))).size).toBe(spaces.length);
    const ofPoint = { name: 'g', parameters: [{ sort: 'point', name: 'x', space: named('natural') }] } as const;
    const ofNumber = { name: 'g', parameters: [{ sort: 'natural', name: 'x' }] } as const;
    expect(keyOfFunction(ofPoint)).not.toBe(keyOfFunction(ofNumber));
  });

  it('takes X^(n+1) and X^n × X_(n+1) for one space, and n + 1 for another number than n', () => {
    const split = { kind: 'pairs', left: family.first(n), right: family(next(n)) } as const;
    expect(keyOfSpace(family.first(next(n)))).toBe(keyOfSpace(split));
    expect(keyOfNatural(n)).not.toBe(keyOfNatural(next(n)));
    expect(keyOfNatural(n, ['n'])).not.toBe(keyOfNatural(n));
    expect(isSameTerm(sum(x, 1), sum(y, 1))).toBe(false);
  });
});
