import { describe, expect, it } from 'vitest';
import {
  assume,
  by,
  type Claim,
  declare,
  equation,
  examine,
  induction,
  inequality,
  next,
  start,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import { a, a2, d, u, v } from './measured.ts';
import { attempt, f, family, n, p, q, reasonOf, x, x2, y, α } from './setting.ts';

const { add, divide, fraction, gap, log, multiply, negate, square, subtract, sum, sumUpTo } = term;

function theorem(given: Parameters<typeof attempt>[0], claim: Claim, proof: ReturnType<typeof start>): Theorem {
  const outcome = attempt(given, claim, proof);
  if (outcome.outcome === 'proved') return outcome.theorem;
  throw new Error(outcome.fault.reason);
}

/** p <= 2 p for positive p, and 2 p q <= p² + q². */
const doubled = inequality(p(x), multiply(2, p(x)));
const doubling = theorem([assume.positive(p)], doubled, start(p(x)).atMost(multiply(2, p(x)), by.difference(p(x))));
const means = inequality(multiply(2, p(x), q(y)), add(square(p(x)), square(q(y))));
const arithmetic = theorem(
  [],
  means,
  start(means.left).atMost(means.right, by.difference(square(subtract(p(x), q(y))))),
);

describe('a step with <=', () => {
  it('holds where the difference is a sum of squares, of positive terms, of gaps', () => {
    expect(arithmetic.claim.relation).toBe('atMost');
    const logarithm = inequality(log(p(x)), subtract(p(x), 1));
    const proof = start(logarithm.left).atMost(logarithm.right, by.difference(gap(p(x))));
    expect(attempt([assume.positive(p)], logarithm, proof).outcome).toBe('proved');
    expect(attempt([assume.nonnegative(p)], logarithm, proof).outcome).toBe('failed');
    const sums = inequality(sum(x, multiply(p(x), -1)), sumUpTo(α, n, square(sum(x, p(x)))));
    const difference = add(sum(x, p(x)), sumUpTo(α, n, square(sum(x, p(x)))));
    const steps = start(sums.left).atMost(sums.right, by.difference(difference), by.linearity);
    expect(attempt([assume.nonnegative(p)], sums, steps).outcome).toBe('proved');
    expect(attempt([], sums, steps).outcome).toBe('failed');
  });

  it('is refused the wrong way round, and with a difference that is another or of no known sign', () => {
    const flipped = inequality(multiply(2, p(x)), p(x));
    for (const difference of [p(x), negate(p(x)), multiply(-1, -1, p(x))]) {
      const proof = start(flipped.left).atMost(flipped.right, by.difference(difference));
      expect(attempt([assume.positive(p)], flipped, proof).outcome).toBe('failed');
    }
    const product = inequality(0, multiply(p(x), q(y)));
    expect(reasonOf(attempt([], product, start(0).atMost(product.right)))).toMatch('nonnegative');
    const minus = inequality(0, -1);
    expect(attempt([], minus, start(0).atMost(-1)).outcome).toBe('failed');
    expect(attempt([], minus, start(0).atMost(-1, by.difference(square(1)))).outcome).toBe('failed');
    expect(examine(flipped, [assume.positive(p)]).witness).not.toBeNull();
    expect(examine(doubled, [assume.positive(p)]).witness).toBeNull();
  });

  it('has one difference, which must have a meaning', () => {
    const twice = start(0).atMost(1, by.difference(1), by.difference(1));
    expect(reasonOf(attempt([], inequality(0, 1), twice))).toMatch('one difference');
    const without = start(0).atMost(1, by.difference(divide(p(x), p(x))));
    expect(reasonOf(attempt([], inequality(0, 1), without))).toMatch('not zero');
    const equal = start(1).equals(1, by.difference(0));
    expect(attempt([], equation(1, 1), equal).outcome).toBe('failed');
  });

  it('does not show an equality, and an equality shows <=', () => {
    const both = start(p(x)).atMost(multiply(2, p(x)), by.difference(p(x)));
    expect(reasonOf(attempt([assume.positive(p)], equation(p(x), multiply(2, p(x))), both))).toMatch('equality');
    expect(
      attempt([], inequality(add(p(x), p(x)), multiply(2, p(x))), start(add(p(x), p(x))).equals(multiply(2, p(x))))
        .outcome,
    ).toBe('proved');
  });

  it('is transitive along a chain with equalities', () => {
    const claim = inequality(p(x), multiply(4, p(x)));
    const proof = start(p(x))
      .atMost(multiply(2, p(x)), by.theorem(doubling))
      .equals(add(p(x), p(x)))
      .atMost(multiply(4, p(x)), by.difference(multiply(2, p(x))));
    expect(attempt([assume.positive(p)], claim, proof).outcome).toBe('proved');
  });
});

describe('an earlier inequality', () => {
  it('is applied under sums and positive factors, for all values of its variables', () => {
    const claim = inequality(sum(x, p(x)), sum(x2, multiply(2, p(x2))));
    const difference = sum(x, subtract(multiply(2, p(x)), p(x)));
    const proof = start(claim.left).atMost(claim.right, by.difference(difference), by.theorem(doubling), by.linearity);
    expect(attempt([assume.positive(p)], claim, proof).outcome).toBe('proved');
    expect(attempt([assume.nonnegative(p)], claim, proof).outcome).toBe('failed'); // its hypothesis is missing
  });

  it('is not applied in a context that turns it round', () => {
    const claim = inequality(negate(p(x)), negate(multiply(2, p(x))));
    for (const difference of [
      subtract(negate(multiply(2, p(x))), negate(p(x))),
      subtract(p(x), multiply(2, p(x))),
      multiply(-1, subtract(multiply(2, p(x)), p(x))),
    ]) {
      const proof = start(claim.left).atMost(claim.right, by.difference(difference), by.theorem(doubling));
      expect(attempt([assume.positive(p)], claim, proof).outcome).toBe('failed');
    }
    const factor = inequality(multiply(q(y), p(x)), multiply(q(y), 2, p(x)));
    const times = multiply(q(y), subtract(multiply(2, p(x)), p(x)));
    const scaled = start(factor.left).atMost(factor.right, by.difference(times), by.theorem(doubling));
    expect(attempt([assume.positive(p)], factor, scaled).outcome).toBe('failed');
    expect(attempt([assume.positive(p), assume.nonnegative(q)], factor, scaled).outcome).toBe('proved');
    expect(examine(factor, [assume.positive(p)]).witness).not.toBeNull();
  });

  it('is not used as an equation, whether theorem, assumption or hypothesis', () => {
    const claim = equation(p(x), multiply(2, p(x)));
    expect(
      reasonOf(attempt([assume.positive(p)], claim, start(p(x)).equals(claim.right, by.theorem(doubling)))),
    ).toMatch('inequality');
    const small = assume.inequality('p is small', p(x), 1);
    expect(attempt([small], equation(p(x), 1), start(p(x)).equals(1, by.assumption(small))).outcome).toBe('failed');
    expect(attempt([small], inequality(p(x), 1), start(p(x)).atMost(1, by.assumption(small))).outcome).toBe('proved');
    const is = assume.equation('p is small', p(x), 1);
    expect(attempt([small], inequality(p(x), 1), start(p(x)).equals(1, by.assumption(is))).outcome).toBe('failed');
  });

  it('discharges an inequality that a theorem assumes, never an equality', () => {
    const small = assume.inequality('p is small', p(x), 1);
    const lemma = theorem([small], inequality(p(x), 2), start(p(x)).atMost(1, by.assumption(small)).atMost(2));
    const half = theorem([], inequality(fraction(1, 2), 1), start(fraction(1, 2)).atMost(1));
    const put = { functions: [[p, () => fraction(1, 2)]] as const };
    const claim = inequality(fraction(1, 2), 2);
    const used = start(fraction(1, 2)).atMost(2, by.theorem(lemma, { ...put, discharging: [half] }));
    expect(attempt([], claim, used).outcome).toBe('proved');
    const large = start(3 as number).atMost(
      2,
      by.theorem(lemma, { functions: [[p, () => fraction(3, 1)]], discharging: [half] }),
    );
    expect(attempt([], inequality(3, 2), large).outcome).toBe('failed');
    const exact = assume.equation('p is one', p(x), 1);
    const one = theorem([exact], equation(p(x), 1), start(p(x)).equals(1, by.assumption(exact)));
    const wrong = start(fraction(1, 2)).equals(1, by.theorem(one, { ...put, discharging: [half] }));
    expect(attempt([], equation(fraction(1, 2), 1), wrong).outcome).toBe('failed');
  });

  it('for n in an induction says nothing of a bound variable of that name or of n + 1', () => {
    const z = declare.point('z', family(n));
    const claim = inequality(0, sum(z, f(n, z)));
    const z0 = declare.point('z', family(0));
    const z1 = declare.point('z', family(next(n)));
    const base = start(0).atMost(sum(z0, f(0, z0)), by.inductionHypothesis);
    const step = start(0).atMost(sum(z1, f(next(n), z1)), by.inductionHypothesis);
    expect(attempt([], claim, induction(n, base, step)).outcome).toBe('failed');
    expect(attempt([], claim, induction(n, start(0), step)).outcome).toBe('failed');
  });
});

describe('Cauchy-Schwarz on any measure space', () => {
  const pair = multiply(d(a), d(a2), square(subtract(multiply(u(a), v(a2)), multiply(u(a2), v(a)))));
  const mean = (of: ReturnType<typeof u>) => sum(a, multiply(d(a), of));
  const claim = inequality(square(mean(multiply(u(a), v(a)))), multiply(mean(square(u(a))), mean(square(v(a)))));
  const given = [
    assume.nonnegative(d),
    assume.integrable(multiply(d(a), square(u(a))), a),
    assume.integrable(multiply(d(a), u(a), v(a)), a),
    assume.integrable(multiply(d(a), square(v(a))), a),
  ];
  const proof = start(claim.left).atMost(
    claim.right,
    by.difference(multiply(fraction(1, 2), sum(a, sum(a2, pair)))),
    by.linearity,
  );

  it('is proved with all of its assumptions, and with none of them dropped', () => {
    expect(attempt(given, claim, proof).outcome).toBe('proved');
    for (const dropped of given) {
      expect(
        attempt(
          given.filter((kept) => kept !== dropped),
          claim,
          proof,
        ).outcome,
      ).toBe('failed');
    }
  });

  it('is refuted the other way round', () => {
    expect(examine(inequality(claim.right, claim.left), given).witness).not.toBeNull();
    expect(examine(claim, given).witness).toBeNull();
    expect(examine(claim, given).cases).toBeGreaterThan(100);
  });
});
