/**
 * n independent tosses, the one with number α with outcomes in a finite space X_α, each of which is heads (h = 1) or not
 * (h = 0); how many of them are heads, and the binomial coefficients by Pascal's rule. All for any n.
 */
import { assume, by, declare, type Natural, next, type PointVariable, type Term, term } from 'fisher-rao';

const { add, cases, fraction, multiply, productUpTo, subtract, sum } = term;

export const n = declare.natural('n');
export const y = declare.natural('y');
export const z = declare.natural('z');

export const tosses = declare.spaces('X');
export const toss = (number: Natural): PointVariable => declare.point('x', tosses(number));
export const record = (length: Natural | number): PointVariable => declare.point('w', tosses.first(length));

/** The probability of an outcome of one toss, whether it is heads, and whether it is not. */
export const f = declare.functions('f', tosses);
export const head = declare.functions('h', tosses);
export const tail = (number: Natural, at: PointVariable): Term => subtract(1, head(number, at));

/** The probability of a record: P_0 = 1, P_{n+1}(v, x) = P_n(v) f_{n+1}(x). */
export const P = declare.recursion('P', tosses, fraction(1, 1), (before, number, _v, last) =>
  multiply(before, f(next(number), last)),
);

/** 1 where y tosses of a record of n are heads, and 0 elsewhere. */
export const has = declare.recursionWith('I', tosses, [y], {
  zero: (count: Natural) => cases(count, 1, () => 0),
  next: (earlier, { n: before, x }, count: Natural) =>
    add(
      multiply(
        head(next(before), x),
        cases(count, 0, (fewer) => earlier(fewer)),
      ),
      multiply(tail(next(before), x), earlier(count)),
    ),
});

/** Binomial coefficients: C(0, 0) = 1, C(0, y + 1) = 0, C(n + 1, y) = C(n, y) + C(n, y - 1), without the last for y = 0. */
export const C = declare.sequence('C', n, () => [y], {
  zero: (count: Natural) => cases(count, 1, () => 0),
  next: (earlier, count: Natural) =>
    add(
      earlier(count),
      cases(count, 0, (fewer) => earlier(fewer)),
    ),
});

/** The probabilities of heads and of tails, and their powers. */
export const θ = declare.function('ϑ', [])();
export const κ = declare.function('κ', []);
const α = declare.natural('α');
export const power = (of: Term, exponent: Natural | number): Term => productUpTo(α, exponent, of);

export const heads = assume.equation(
  'every toss shows heads with probability ϑ',
  sum(toss(n), multiply(f(n, toss(n)), head(n, toss(n)))),
  θ,
);
export const tails = assume.equation('κ is the probability of tails', κ(), subtract(1, θ));

/** The probability that y of n tosses are heads, the law of the record pushed forward; the number of such records. */
export const probabilityOf = (length: Natural | number, count: Natural | number): Term =>
  sum(record(length), multiply(P(length, record(length)), has(length, record(length), count)));
export const recordsWith = (length: Natural | number, count: Natural | number): Term =>
  sum(record(length), has(length, record(length), count));

/** What follows from one record for the next one, for a sum over records of a weight times `has`. */
export const unfolding = [by.sumOverPairs, by.definition(P), by.definition(has)] as const;

/** Whether a record of n + 1 tosses has y heads, by its last toss x and the n tosses v before it. */
export const byTheLastToss = (v: PointVariable, x: PointVariable): Term =>
  add(
    multiply(
      head(next(n), x),
      cases(y, 0, (m) => has(n, v, m)),
    ),
    multiply(tail(next(n), x), has(n, v, y)),
  );
