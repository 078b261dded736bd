import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/derivation/evaluate.ts';
import {
  assume,
  type Direction,
  declare,
  equation,
  next,
  type PointVariable,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { inventModel } from '../../src/derivation/invention.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { toNumber } from '../../src/derivation/scalar.ts';
import { arbitraryTerm, g } from './arbitrary-terms.ts';
import { attempt, f, family, i, j, joint, l, loss, n, p, q, reasonOf, sigma, W, X, x, y, α } from './setting.ts';

const { add, derivative, divide, fraction, log, multiply, negate, sum, sumUpTo, productUpTo } = term;

const given = [p, q, f, g, W, sigma, loss].flatMap((symbol) => [
  assume.positive(symbol),
  assume.differentiable(symbol, 3),
]);
const regularity = regularityUnder(given);
const bare = regularityUnder([]);
const w = declare.point('w', family.first(n));

describe('regularity', () => {
  it('calls nothing positive or nonzero that is not so in a model', () => {
    fc.assert(
      fc.property(arbitraryTerm(3, 1), fc.integer({ min: 0, max: 99 }), (written, seed) => {
        const inventory = inventoryOf(equation(written, 0), given);
        const model = inventModel(
          inventory,
          given,
          { sizes: { X: 2, Y: 2, F: 2, N: 2 }, naturals: { n: 1 }, coordinates: 2 },
          seed,
        );
        if (regularity.positive(written) !== null) expect(toNumber(evaluate(written, model))).toBeGreaterThan(0);
        if (regularity.nonzero(written) !== null) expect(toNumber(evaluate(written, model))).not.toBe(0);
      }),
    );
  });

  it('gives a meaning to the terms that are written with care, and names what it used', () => {
    fc.assert(
      fc.property(arbitraryTerm(), (written) => {
        expect(regularity.meaning(written)).toHaveProperty('uses');
      }),
    );
    expect(regularity.meaning(log(p(x)))).toEqual({ uses: [assume.positive(p)] });
  });

  it('finds what is missing', () => {
    const missing: readonly [Term, RegExp][] = [
      [divide(1, p(x)), /p\(x\) is not zero/],
      [log(p(x)), /p\(x\) is positive/],
      [derivative(i, p(x)), /can be differentiated/],
      [sum(x, add(1, divide(1, add(p(x), -1)))), /is not zero/],
      [log(joint(n, w)), /positive/],
    ];
    for (const [written, reason] of missing) {
      const meaning = bare.meaning(written);
      expect('objection' in meaning && meaning.objection).toMatch(reason);
    }
  });

  it('does not take for positive: a difference, a derivative, a logarithm, an empty sum or a sum of nothing', () => {
    const z = declare.point('z', family(α));
    const dubious = [
      negate(p(x)),
      derivative(i, p(x)),
      log(p(x)),
      sumUpTo(α, n, sum(z, f(α, z))),
      term.add(),
      fraction(0, 1),
    ];
    for (const written of dubious) expect(regularity.positive(written)).toBeNull();
    for (const sure of [productUpTo(α, n, sum(z, f(α, z))), joint(n, w), sum(x, divide(p(x), q(y))), term.multiply()]) {
      expect(regularity.positive(sure)).not.toBeNull();
    }
  });

  it('counts how often a term can be differentiated', () => {
    expect(regularity.smoothness(multiply(p(x), q(y))).order).toBe(3);
    expect(regularity.smoothness(derivative(i, derivative(j, p(x)))).order).toBe(1);
    expect(regularity.smoothness(joint(n, w)).order).toBe(3);
    expect(regularity.smoothness(fraction(1, 2)).order).toBe(Number.POSITIVE_INFINITY);
    expect(bare.smoothness(p(x)).order).toBe(0);
  });

  it('does not take the hypothesis of one induction for that of another', () => {
    // 0 occurs: -1, 0, 1, ... is nonzero by its clauses only if "positive" is assumed while "nonzero" is shown.
    const rising = declare.recursion('D', family, fraction(-1, 1), (before) => add(before, 1));
    expect(regularity.nonzero(rising(n, w))).toBeNull();
    const signs = declare.recursion('S', family, fraction(-1, 1), (before, number, _v, last) =>
      multiply(before, f(next(number), last)),
    );
    expect(regularity.positive(signs(n, w))).toBeNull();
    expect(regularity.nonnegative(signs(n, w))).toBeNull();
    expect(regularity.nonnegative(rising(n, w))).toBeNull();
    // 1, -1, 1, ...: the clauses are nonnegative only if what is to be shown of the earlier value is taken the wrong way.
    const turning = declare.recursion('T', family, fraction(1, 1), (before) => multiply(-1, before));
    expect(regularity.nonnegative(turning(n, w))).toBeNull();
    const counts = declare.recursion('C', family, fraction(0, 1), (before) => add(before, 1));
    expect(regularity.nonnegative(counts(n, w))).toEqual([]);
    expect(regularity.positive(counts(n, w))).toBeNull();
    expect(regularity.nonnegative(negate(counts(n, w)))).toBeNull();
  });

  it('names what makes the earlier value of a recursion differentiable', () => {
    const c = declare.function('c', X);
    const constant = assume.constant(c);
    // The values c, ∂c, ∂∂c, ... have a meaning since c is constant: without that the theorem would be about nothing.
    const sequence = declare.sequence('d', l, () => [i, x], {
      zero: (_along, at: PointVariable) => c(at),
      next: (earlier, along: Direction, at: PointVariable) => derivative(along, earlier(along, at)),
    });
    const recursion = declare.recursion('D', family, declare.function('b', [])(), (before) => {
      const o = declare.direction('o');
      return sum(o, derivative(o, before));
    });
    const one = assume.constant(declare.function('b', []));
    for (const [of, needed] of [
      [sequence(l, i, x), constant],
      [recursion(n, w), one],
    ] as const) {
      const outcome = attempt([constant, one], equation(of, of), start(of));
      expect(outcome.outcome === 'proved' && outcome.theorem.assumptions).toEqual([needed]);
      expect(reasonOf(attempt([], equation(of, of), start(of)))).toMatch('can be differentiated');
    }
  });

  it('remembers of a definition what it says, not what it is called', () => {
    const u = declare.function('u', X);
    const known = regularityUnder([assume.positive(p), assume.differentiable(p)]);
    const named = (body: Term): Term => declare.definition('s', [x], body)(x);
    const [good, bad] = [named(derivative(i, log(p(x)))), named(derivative(i, log(u(x))))];
    expect(known.smoothness(named(p(x))).order).toBe(1);
    expect(known.smoothness(named(u(x))).order).toBe(0);
    expect(known.positive(named(p(x)))).toEqual([assume.positive(p)]);
    expect(known.positive(named(u(x)))).toBeNull();
    // Inside a recursion the earlier value of that recursion is known, not of another with the same name.
    const recursion = (zero: Term): Term => declare.recursion('R', family, zero, (before) => log(before))(n, w);
    for (let turn = 0; turn < 2; turn++) {
      expect(known.meaning(good)).toHaveProperty('uses');
      expect(known.meaning(bad)).toHaveProperty('objection');
      expect(known.meaning(recursion(fraction(1, 1)))).toHaveProperty('objection');
    }
  });
});
