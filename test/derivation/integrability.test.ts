import { describe, expect, it } from 'vitest';
import { type Assumption, assume, declare, type Term, term } from '../../src/derivation/index.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import {
  a,
  a2,
  b,
  d,
  e,
  fs,
  informationOf,
  jointDensity,
  L,
  M,
  observation,
  r,
  regularD,
  regularEach,
  sample,
  u,
  v,
} from './measured.ts';
import { i, j, n, p, score, X, x } from './setting.ts';

const { add, derivative, divide, log, multiply, square, subtract, sum, sumUpTo } = term;

function order(given: readonly Assumption[], of: Term, ...over: readonly (typeof a)[]): number {
  const regularity = regularityUnder(given);
  let shown = -1;
  while (shown < 3 && regularity.integrable(over, of, shown + 1) !== null) shown++;
  return shown;
}

const w = declare.function('w', M);
const integrableU = assume.integrable(u(a), a);

describe('integrability', () => {
  it('is as assumed, up to factors that are free of the variable, and sums', () => {
    expect(order([integrableU], u(a), a)).toBe(0);
    expect(order([integrableU], multiply(-3, e(b), u(a)), a)).toBe(0);
    expect(order([integrableU, assume.integrable(v(a), a)], subtract(u(a), multiply(7, v(a))), a)).toBe(0);
    expect(order([integrableU], u(a2), a2)).toBe(0);
  });

  it('is not concluded of other terms', () => {
    expect(order([], u(a), a)).toBe(-1);
    expect(order([integrableU], v(a), a)).toBe(-1);
    expect(order([integrableU], square(u(a)), a)).toBe(-1);
    expect(order([integrableU], multiply(u(a), v(a)), a)).toBe(-1);
    expect(order([integrableU], term.fraction(1, 1), a)).toBe(-1); // the measure may be infinite
    expect(order([integrableU], u(a2), a)).toBe(-1);
    expect(order([assume.nonzero(u), integrableU], divide(1, u(a)), a)).toBe(-1);
  });

  it('of a sum says nothing of its terms', () => {
    const both = assume.integrable(add(u(a), v(a)), a);
    expect(order([both], add(u(a), v(a)), a)).toBe(0);
    expect(order([both], u(a), a)).toBe(-1);
    expect(order([both], subtract(u(a), v(a)), a)).toBe(-1);
    expect(order([both, integrableU], v(a), a)).toBe(0);
    expect(order([both], add(multiply(2, u(a)), multiply(2, v(a))), a)).toBe(0);
    expect(order([both], add(multiply(2, u(a)), multiply(3, v(a))), a)).toBe(-1);
  });

  it('of a product with a factor that may vanish says nothing of the other factor', () => {
    const product = assume.integrable(multiply(e(b), u(a)), a);
    expect(order([product], multiply(e(b), u(a)), a)).toBe(0);
    expect(order([product], u(a), a)).toBe(-1);
  });

  it('over one variable for all values of another is not that on the diagonal', () => {
    const w = declare.function('w', [a, a2]);
    const rows = assume.integrable(w(a, a2), a);
    expect(order([rows], w(a, a2), a)).toBe(0);
    expect(order([rows], w(a, a), a)).toBe(-1);
    expect(order([rows], w(a2, a), a)).toBe(-1);
  });

  it('over two variables needs more than over each; that over both is also over each', () => {
    expect(order([assume.integrable(r(a, b), a), assume.integrable(r(a, b), b)], r(a, b), a, b)).toBe(-1);
    const joint = assume.integrable(r(a, b), a, b);
    for (const over of [[a], [b], [a, b], [b, a]]) expect(order([joint], r(a, b), ...over)).toBe(0);
    const each = [integrableU, assume.integrable(e(b), b)];
    expect(order(each, multiply(u(a), e(b)), a, b)).toBe(0);
    expect(order(each, u(a), a, b)).toBe(-1);
  });

  it('of an integral over one variable follows from that over both, not from that over each', () => {
    expect(order([assume.integrable(r(a, b), a, b)], sum(b, r(a, b)), a)).toBe(0);
    expect(order([assume.integrable(r(a, b), a), assume.integrable(r(a, b), b)], sum(b, r(a, b)), a)).toBe(-1);
  });

  it('under a finite sum is that of each term; finite spaces need none', () => {
    expect(order([integrableU], multiply(sum(x, p(x)), u(a)), a)).toBe(0);
    expect(order([], p(x), x)).toBe(0);
    const pairs = declare.point('c', { kind: 'pairs', left: X, right: M });
    const g = declare.function('g', { kind: 'pairs', left: X, right: M });
    const pair = { kind: 'pair', left: x, right: a } as const;
    expect(order([assume.integrable(g(pair), a)], g(pairs), pairs)).toBe(0);
  });

  it('holds of what an equation integrates, but not for all members of a finite sum of them', () => {
    expect(order([assume.normalised(d)], d(a), a)).toBe(0);
    const z = observation(n);
    const some = assume.equation('a sum of integrals', sumUpTo(n, 2, sum(z, fs(n, z))), 1);
    expect(order([some], fs(n, z), z)).toBe(-1);
    expect(order([assume.normalised(fs)], fs(n, z), z)).toBe(0);
  });

  it('of a density on a product does not come from its normalisation variable by variable', () => {
    const joint = declare.function('g', { kind: 'pairs', left: M, right: L });
    const at = { kind: 'pair', left: a, right: b } as const;
    expect(order([assume.normalised(joint)], joint(at), b)).toBe(-1);
  });

  it('uses that an inner integral is a number, where this has been assumed', () => {
    const rest = assume.equation('r is the law of b given a', sum(b, r(a, b)), 1);
    expect(order([integrableU, rest], sum(b, multiply(u(a), r(a, b))), a)).toBe(0);
    expect(order([rest], sum(b, multiply(u(a), r(a, b))), a)).toBe(-1);
    const other = assume.equation('an integral is v', sum(b, r(a, b)), v(a));
    expect(order([integrableU, other], sum(b, multiply(u(a), r(a, b))), a)).toBe(-1);
  });

  it('with derivatives needs the exchange, and has one less for every derivative', () => {
    const given = regularD(2);
    expect(order(given, d(a), a)).toBe(2);
    expect(order(given, derivative(i, d(a)), a)).toBe(1);
    expect(order(given, derivative(j, derivative(i, d(a))), a)).toBe(0);
    expect(order(given, multiply(d(a), score(i, d(a))), a)).toBe(1);
    expect(order([assume.differentiable(d, 2), assume.integrable(d(a), a)], derivative(i, d(a)), a)).toBe(-1);
    expect(order([assume.differentiable(d, 2), assume.integrable(derivative(i, d(a)), a)], d(a), a)).toBe(-1);
    // The factor must have the derivatives as well.
    expect(order(given, multiply(e(b), d(a)), a)).toBe(0);
    expect(order([...given, assume.differentiable(e, 1)], multiply(e(b), d(a)), a)).toBe(1);
  });

  it('of what does not depend on θ has all derivatives', () => {
    expect(order([assume.constant(u), integrableU], u(a), a)).toBe(3);
    expect(order([integrableU], u(a), a)).toBe(0);
  });

  it('of the mean second derivative follows from that of both its parts', () => {
    const hessian = multiply(d(a), derivative(i, derivative(j, log(d(a)))));
    expect(order(regularD(2), hessian, a)).toBe(0);
    expect(order(regularD(1), hessian, a)).toBe(-1);
    expect(order(regularD(2).slice(0, 4), hessian, a)).toBe(-1);
  });

  it('of a score follows from the moments of what the logarithm is assumed to be', () => {
    const h = declare.function('h', []);
    const exponential = assume.equation('log d is linear in h', log(d(a)), add(multiply(u(a), h()), v(a)));
    const smooth = [assume.positive(d), assume.differentiable(d, 2), assume.differentiable(h, 2)];
    const fixed = [...smooth, assume.constant(u), assume.constant(v)];
    const scores = (factors: number) => multiply(d(a), ...Array.from({ length: factors }, () => score(i, d(a))));
    const moment = (factors: number) =>
      assume.integrable(multiply(d(a), ...Array.from({ length: factors }, () => u(a))), a);
    expect(order([...fixed, exponential, moment(2)], scores(2), a)).toBe(0);
    expect(order([...fixed, exponential, moment(2)], scores(4), a)).toBe(-1);
    expect(order([...fixed, exponential, moment(4)], scores(4), a)).toBe(0);
    expect(order([...fixed, moment(2)], scores(2), a)).toBe(-1);
    const uses = regularityUnder([...fixed, exponential, moment(2)]).integrable([a], scores(2), 0);
    expect(uses).toEqual(expect.arrayContaining([exponential, moment(2)]));
    expect(order([...fixed, exponential], scores(2), a)).toBe(-1);
    // A second derivative is u ∂∂h.
    expect(order([...fixed, exponential, moment(1)], multiply(d(a), derivative(j, score(i, d(a)))), a)).toBe(0);
    // v varies with θ, or only a bound of the logarithm is known, or it is the logarithm of another density.
    expect(order([...smooth, assume.constant(u), exponential, moment(2)], scores(2), a)).toBe(-1);
    const bound = assume.inequality('a bound', log(d(a)), multiply(u(a), h()));
    expect(order([...fixed, bound, moment(2)], scores(2), a)).toBe(-1);
    const other = [...fixed, assume.positive(w), assume.equation('of w', log(w(a)), multiply(u(a), h()))];
    expect(order([...other, moment(2)], scores(2), a)).toBe(-1);
    expect(order([...fixed, exponential, moment(2)], multiply(d(a), log(d(a))), a)).toBe(-1);
  });

  it('passes from one observation to n by induction', () => {
    const w = sample(n);
    const P = jointDensity(n, w);
    expect(order(regularEach, P, w)).toBe(1);
    expect(order(regularEach, informationOf(P), w)).toBe(0);
    expect(order(regularEach.slice(0, 4), informationOf(P), w)).toBe(-1);
    expect(order(regularEach, square(P), w)).toBe(-1);
  });

  it('gives a meaning to integrals, and derivatives to those that may be exchanged', () => {
    const { meaning, smoothness } = regularityUnder(regularD(2));
    expect(meaning(sum(a, informationOf(d(a))))).toHaveProperty('uses');
    expect(meaning(sum(a, square(d(a))))).toEqual({ objection: expect.stringMatching('absolutely integrable over a') });
    expect(smoothness(sum(a, d(a))).order).toBe(2);
    expect(smoothness(sum(a, informationOf(d(a)))).order).toBe(0);
    expect(meaning(derivative(i, sum(a, informationOf(d(a)))))).toHaveProperty('objection');
    expect(meaning(divide(1, sum(a, d(a))))).toHaveProperty('uses'); // positive, the measure not being zero
  });
});
