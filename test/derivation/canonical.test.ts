import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalFunctions } from '../../src/algebra/index.ts';
import { Atoms } from '../../src/derivation/atoms.ts';
import { Canonicaliser, type Means } from '../../src/derivation/canonical.ts';
import { evaluate } from '../../src/derivation/evaluate.ts';
import { keyOfDefinition } from '../../src/derivation/identity.ts';
import { assume, type Claim, examine, type Law, type Term, term } from '../../src/derivation/index.ts';
import { inventModel } from '../../src/derivation/invention.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import { laws } from '../../src/derivation/law.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { toNumber } from '../../src/derivation/scalar.ts';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { f, i, j, joint, p, q, regular, score, x, x2, y } from './setting.ts';

const { add, derivative, divide, multiply, subtract, sum } = term;

const given = [p, q, f].flatMap((symbol) => [assume.positive(symbol), assume.differentiable(symbol, 3)]);

function meansOf(...chosen: Law[]): Means {
  return { laws: new Set(chosen), unfolding: new Set([keyOfDefinition(joint.definition)]), rewritings: [] };
}

function canonicalTerm(written: Term, means: Means): Term {
  const atoms = new Atoms();
  return atoms.toTerm(new Canonicaliser(means, regularityUnder(given), atoms).value(written));
}

function areEqual(left: Term, right: Term, ...chosen: Law[]): boolean {
  const atoms = new Atoms();
  const canonicaliser = new Canonicaliser(meansOf(...chosen), regularityUnder([...given, ...regular]), atoms);
  return rationalFunctions.equals(canonicaliser.value(left), canonicaliser.value(right));
}

describe('the canonical form', () => {
  it('has the value of the term in every model, whichever laws it may use', () => {
    const seeds = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(arbitraryTerm(), fc.subarray([...laws]), seeds, (written, chosen, seed) => {
        const claim: Claim = { left: written, right: canonicalTerm(written, meansOf(...chosen)) };
        const inventory = inventoryOf(claim, given);
        const shape = { sizes: { X: 2, Y: 3, F: 2 }, naturals: { n: seed % 3 }, coordinates: 2 };
        const model = inventModel(inventory, given, shape, seed);
        const [left, right] = [toNumber(evaluate(claim.left, model)), toNumber(evaluate(claim.right, model))];
        // Sums of up to some thousand doubles, logarithms in them; exact fractions otherwise.
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(left), Math.abs(right)));
      }),
      { numRuns: 400 },
    );
  });

  it('is reached in one go: the canonical form of a canonical form is itself', () => {
    fc.assert(
      fc.property(arbitraryTerm(3), (written) => {
        const means = meansOf('linearity', 'differentiation');
        const once = canonicalTerm(written, means);
        const atoms = new Atoms();
        const canonicaliser = new Canonicaliser(means, regularityUnder(given), atoms);
        expect(rationalFunctions.equals(canonicaliser.value(once), canonicaliser.value(written))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for terms that differ in the names of bound variables or in the order of factors', () => {
    expect(areEqual(sum(x, multiply(p(x), score(i, p(x)))), sum(x2, multiply(score(i, p(x2)), p(x2))))).toBe(true);
    expect(areEqual(divide(multiply(p(x), q(y)), p(x)), q(y))).toBe(true);
    expect(areEqual(subtract(p(x), p(x2)), subtract(p(x2), p(x)))).toBe(false);
  });

  it('uses a law only if it may', () => {
    const cases: readonly [Law, Term, Term][] = [
      [
        'differentiation',
        derivative(i, multiply(p(x), q(y))),
        add(multiply(q(y), derivative(i, p(x))), multiply(p(x), derivative(i, q(y)))),
      ],
      ['logarithmicDerivative', score(j, p(x)), divide(derivative(j, p(x)), p(x))],
      ['derivativeOfSum', derivative(i, sum(x, p(x))), sum(x, derivative(i, p(x)))],
      ['linearity', sum(x, multiply(q(y), p(x))), multiply(q(y), sum(x, p(x)))],
      ['interchange', sum(x, sum(y, divide(1, add(p(x), q(y))))), sum(y, sum(x, divide(1, add(p(x), q(y)))))],
    ];
    for (const [law, left, right] of cases) {
      expect(areEqual(left, right, law)).toBe(true);
      expect(areEqual(left, right, ...laws.filter((other) => other !== law))).toBe(false);
      expect(examine({ left, right }, given).witness).toBeNull();
    }
  });

  it('interchanges sums over one space, too', () => {
    const h = (a: typeof x, b: typeof x): Term => divide(p(a), add(p(a), multiply(2, p(b))));
    expect(areEqual(sum(x, sum(x2, h(x, x2))), sum(x2, sum(x, h(x, x2))), 'interchange')).toBe(true);
    expect(areEqual(sum(x, sum(x2, h(x, x2))), sum(x, sum(x2, h(x, x))), 'interchange')).toBe(false);
  });
});
