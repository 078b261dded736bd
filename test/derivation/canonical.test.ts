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
import { arbitraryTerm, g } from './arbitrary-terms.ts';
import { f, h, i, j, joint, loss, p, q, regular, score, sigma, W, x, x2, y, θ0 } from './setting.ts';

const { add, at, delta, derivative, divide, log, multiply, subtract, sum } = term;

const given = [p, q, f, g, W, sigma, loss].flatMap((symbol) => [
  assume.positive(symbol),
  assume.differentiable(symbol, 3),
]);

function meansOf(...chosen: Law[]): Means {
  return {
    laws: new Set(chosen),
    unfolding: new Set([joint, h].map(({ definition }) => keyOfDefinition(definition))),
    rewritings: [],
  };
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
        const shape = { sizes: { X: 2, Y: 3, F: 2, N: 2 }, naturals: { n: seed % 3 }, coordinates: 2 };
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
      ['chainRule', derivative(i, sigma(p(x))), multiply(sigma.prime(p(x)), derivative(i, p(x)))],
      ['evaluation', at(log(multiply(p(x), q(y))), θ0), log(multiply(at(p(x), θ0), at(q(y), θ0)))],
      ['delta', sum(x, multiply(delta(x, x2), p(x))), p(x2)],
      [
        'rearrangement',
        sum(x, multiply(p(x), sum(y, multiply(q(y), log(add(p(x), q(y))))))),
        sum(y, multiply(q(y), sum(x, multiply(p(x), log(add(p(x), q(y))))))),
      ],
      ['interchange', sum(x, sum(y, divide(1, add(p(x), q(y))))), sum(y, sum(x, divide(1, add(p(x), q(y)))))],
    ];
    for (const [law, left, right] of cases) {
      expect(areEqual(left, right, law)).toBe(true);
      // Rearrangement contains the two others.
      const without = laws.filter((other) => other !== law && other !== 'rearrangement');
      expect(areEqual(left, right, ...without)).toBe(false);
      expect(examine({ left, right }, given).witness).toBeNull();
    }
  });

  it('rearranges products of sums by which index stands where, and no further', () => {
    const r = (a: typeof x, b: typeof x): Term => log(add(p(a), multiply(2, p(b))));
    const u = { ...x, name: 'u' };
    const chain = (first: typeof x, second: typeof x, third: typeof x): Term =>
      sum(first, multiply(p(first), sum(second, multiply(r(first, second), sum(third, r(second, third))))));
    const flat = sum(u, sum(x, sum(x2, multiply(r(x2, x), r(x, u), p(x2)))));
    expect(areEqual(chain(x, x2, u), flat, 'rearrangement')).toBe(true);
    const turned = sum(u, sum(x, sum(x2, multiply(r(x, x2), r(x, u), p(x2)))));
    expect(areEqual(chain(x, x2, u), turned, 'rearrangement')).toBe(false);
    const square = multiply(sum(x, p(x)), sum(x, p(x)));
    expect(areEqual(square, sum(x, sum(x2, multiply(p(x), p(x2)))), 'rearrangement')).toBe(true);
    expect(areEqual(square, sum(x, sum(x2, multiply(p(x), p(x)))), 'rearrangement')).toBe(false);
    expect(areEqual(sum(x, multiply(p(x), square)), multiply(square, sum(x2, p(x2))), 'rearrangement')).toBe(true);
    expect(areEqual(sum(x, sum(y, p(x))), multiply(sum(y, 1), sum(x, p(x))), 'rearrangement')).toBe(true);
    // A square of a sum inside a sum that its terms depend on: two inner indices.
    const squared = sum(x, multiply(sum(x2, r(x, x2)), sum(x2, r(x, x2))));
    expect(areEqual(squared, sum(x, sum(x2, sum(u, multiply(r(x, u), r(x, x2))))), 'rearrangement')).toBe(true);
    expect(areEqual(squared, sum(x, sum(x2, multiply(r(x, x2), r(x, x2)))), 'rearrangement')).toBe(false);
  });

  it('interchanges sums over one space, too', () => {
    const h = (a: typeof x, b: typeof x): Term => divide(p(a), add(p(a), multiply(2, p(b))));
    expect(areEqual(sum(x, sum(x2, h(x, x2))), sum(x2, sum(x, h(x, x2))), 'interchange')).toBe(true);
    expect(areEqual(sum(x, sum(x2, h(x, x2))), sum(x, sum(x2, h(x, x))), 'interchange')).toBe(false);
  });
});
