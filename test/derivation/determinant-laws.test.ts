import { describe, expect, it } from 'vitest';
import { determinantLaws } from '../../src/derivation/determinant-laws.ts';
import { type Claim, declare, equation, examine, isTheorem, term } from '../../src/derivation/index.ts';
import { determinantTheorems } from '../../src/derivation/kernel.ts';
import { NotationError } from '../../src/errors.ts';
import { mutantTerms } from './mutant-terms.ts';

const { add, delta, determinant, multiply } = term;
const I = declare.space('I');
const [a, b, i] = ['a', 'b', 'i'].map((name) => declare.point(name, I));
const [A, B] = [declare.function('A', [a, b]), declare.function('B', [a, b])];
const isTrue = (claim: Claim): boolean => examine(claim, [], { models: 200 }).witness === null;

describe('the laws of determinants', () => {
  it.each(Object.entries(determinantLaws))('%s holds in every model, of one to three rows', (_, { claim, given }) => {
    const { witness, cases } = examine(claim, given, { models: 120 });
    expect(witness).toBeNull();
    expect(cases).toBeGreaterThan(100);
  });

  it.each([
    // The transpose has the same determinant.
    ['product', ['argument', 'argument', 'rows for columns', 'rows for columns']],
    // u(i, i) with its arguments exchanged.
    ['row', ['argument']],
    ['transposition', ['argument', 'rows for columns']],
    // The transpose; and a determinant stays the same where the row i is added to the others.
    ['linearity', ['delta dropped', 'factor dropped', 'rows for columns']],
    ['derivative', ['rows for columns']],
  ] as const)('%s says nothing that would hold with a change in it, but for what is true', (name, known) => {
    const { claim, given } = determinantLaws[name];
    const kept = mutantTerms(claim.right).filter(({ term: changed }) => {
      try {
        return examine({ left: claim.left, right: changed() }, given, { models: 60 }).witness === null;
      } catch (error) {
        if (error instanceof NotationError) return false; // a name is free that was bound
        throw error;
      }
    });
    expect(kept.map(({ change }) => change).sort()).toEqual(known);
  });

  it('are the theorems that the kernel makes of them, with what they assume', () => {
    for (const [name, { claim, given }] of Object.entries(determinantLaws)) {
      const theorem = determinantTheorems[name as keyof typeof determinantLaws];
      expect(isTheorem(theorem)).toBe(true);
      expect(theorem.claim).toEqual(claim);
      expect(theorem.assumptions).toEqual(given);
      expect(Object.isFrozen(theorem.claim)).toBe(true);
    }
  });

  it('are not those that one might take for laws', () => {
    const det = (of: typeof A) => determinant(a, b, of(a, b));
    const sum = determinant(a, b, add(A(a, b), B(a, b)));
    expect(isTrue(equation(sum, add(det(A), det(B))))).toBe(false);
    expect(isTrue(equation(determinant(a, b, multiply(2, A(a, b))), multiply(2, det(A))))).toBe(false);
    expect(isTrue(equation(determinant(a, b, multiply(A(a, b), B(a, b))), multiply(det(A), det(B))))).toBe(false);
    expect(isTrue(equation(determinant(a, b, multiply(delta(a, b), A(a, a))), A(i, i)))).toBe(false);
  });
});
