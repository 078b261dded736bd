import { describe, expect, it } from 'vitest';
import { parameterOf } from '../../src/derivation/callable.ts';
import { casesOf, claimIn } from '../../src/derivation/case-distinction.ts';
import {
  assume,
  by,
  declare,
  equation,
  explain,
  induction,
  inequality,
  type Natural,
  next,
  pairOf,
  start,
  statement,
  term,
} from '../../src/derivation/index.ts';
import { attempt, f, family, i, joint, n, p, reasonOf, regularF, X, x, Y, y, θ0, θ1 } from './setting.ts';

const { add, at, cases, derivative, fraction, multiply, sum } = term;
const k = declare.natural('k');
const g = declare.function('g', [k]);
const w = declare.point('w', family.first(next(n)));
const pair = { kind: 'pairs', left: X, right: Y } as const;
const r = declare.function('r', pair);
const z = declare.point('z', pair);

describe('what may take the place of a variable', () => {
  it('is 0 or one more for a natural, a pair for a point of a product, the one point of X^0', () => {
    expect(casesOf(parameterOf(k), [g(k)])?.map((given) => claimIn(equation(g(k), 1), given).left)).toEqual([
      g(0),
      g(next(k)),
    ]);
    expect(casesOf(parameterOf(z), [r(z)])?.map((given) => given(r(z)))).toMatchObject([
      { arguments: [{ value: { kind: 'pair', left: { name: 'z.left' } } }] },
    ]);
    expect(casesOf(parameterOf(w), [])?.map((given) => given(joint(next(n), w)))).toMatchObject([
      { arguments: [{}, { value: { kind: 'pair' } }] },
    ]);
    const none = declare.point('o', family.first(0));
    expect(casesOf(parameterOf(none), [])?.map((given) => given(joint(0, none)))).toMatchObject([
      { arguments: [{}, { value: { kind: 'empty' } }] },
    ]);
  });

  it('is a value of θ for θ itself, as long as it is a new one', () => {
    expect(casesOf(parameterOf(θ0), [p(x)])?.map((given) => given(p(x)))).toEqual([at(p(x), θ0)]);
    expect(casesOf(parameterOf(θ0), [p(x), at(p(x), θ0)])).toBeNull();
  });

  it('is nothing for a point of a space that is no product, or of another space than in the terms', () => {
    expect(casesOf(parameterOf(x), [p(x)])).toBeNull();
    expect(casesOf(parameterOf(declare.point('w', family.first(n))), [])).toBeNull();
    expect(casesOf(parameterOf(declare.point('x', pair)), [p(x)])).toBeNull();
  });
});

describe('a step by cases', () => {
  const either = (of: Natural) => cases(of, 1, () => 1);
  const proof = (left: Parameters<typeof equation>[0], right: number, ...on: (typeof k | typeof z)[]) =>
    attempt([], equation(left, right), start(left).equals(right, ...on.map((one) => by.cases(one))));

  it('holds where it holds in every case, and only then', () => {
    expect(proof(either(k), 1, k).outcome).toBe('proved');
    expect(proof(either(k), 1).outcome).toBe('failed');
    expect(proof(either(k), 1, n).outcome).toBe('failed');
    // True for 0 alone, true for all but 0.
    expect(
      proof(
        cases(k, 1, () => 0),
        1,
        k,
      ).outcome,
    ).toBe('failed');
    expect(
      proof(
        cases(k, 0, () => 1),
        1,
        k,
      ).outcome,
    ).toBe('failed');
    // Equal for 0 and 1, not for 2: distinguishing twice must not stop there.
    const small = cases(k, 1, (m) => cases(m, 1, () => 0, 'o'));
    expect(proof(small, 1, k, k).outcome).toBe('failed');
    expect(
      proof(
        cases(k, 1, (m) => cases(m, 1, () => 1, 'o')),
        1,
        k,
        k,
      ).outcome,
    ).toBe('proved');
  });

  it('takes a point apart, so that recursions unfold at free points', () => {
    const [before, last] = [declare.point('v', family.first(n)), declare.point('u', family(next(n)))];
    const split = assume.equation('split', joint(next(n), pairOf(before, last)), 5);
    const chain = start(joint(next(n), w)).equals(5, by.cases(w), by.assumption(split));
    expect(attempt([split], equation(joint(next(n), w), 5), chain).outcome).toBe('proved');
    const whole = start(joint(next(n), w)).equals(5, by.assumption(split));
    expect(attempt([split], equation(joint(next(n), w), 5), whole).outcome).toBe('failed');
    expect(reasonOf(proof(multiply(p(x), 0), 1, x as never))).toMatch('neither a natural, nor a point of a product');
  });

  it('shows bounds, differences going along', () => {
    const positive = assume.positive(g);
    const claim = inequality(
      cases(k, 0, (m) => g(m)),
      cases(k, 1, (m) => multiply(2, g(m))),
    );
    const difference = by.difference(cases(k, 1, (m) => g(m)));
    const chain = start(claim.left).atMost(claim.right, by.cases(k), difference);
    expect(attempt([positive], claim, chain).outcome).toBe('proved');
    const wrong = start(claim.left).atMost(
      claim.right,
      by.cases(k),
      by.difference(cases(k, 1, (m) => multiply(2, g(m)))),
    );
    expect(attempt([positive], claim, wrong).outcome).toBe('failed');
  });

  it('does not distinguish the number that the induction hypothesis is about', () => {
    // g(n + 1) = g(n) for no reason: with n replaced by n + 1 the hypothesis for n would be one for n + 1.
    const base = start(g(0)).equals(0, by.algebra);
    const zero = assume.equation('at 0', g(0), 0);
    const step = start(g(next(k))).equals(0, by.cases(k), by.inductionHypothesis);
    expect(
      reasonOf(
        attempt(
          [zero],
          equation(g(k), 0),
          induction(k, { ...base, steps: [{ to: base.steps[0].to, by: [by.assumption(zero)] }] }, step),
        ),
      ),
    ).toMatch('induction hypothesis is about this k');
  });

  it('keeps the hypothesis for all other variables', () => {
    // F(n, k): F(0, k) = 1, F(n + 1, k) = 1 for k = 0 and F(n, k - 1) else; all are 1.
    const F = declare.sequence('F', n, () => [k], {
      zero: () => fraction(1, 1),
      next: (earlier, of: Natural) => cases(of, 1, (m) => earlier(m)),
    });
    const base = start(F(0, k)).equals(1, by.definition(F));
    const step = start(F(next(n), k)).equals(1, by.cases(k), by.definition(F), by.inductionHypothesis);
    expect(attempt([], equation(F(n, k), 1), induction(n, base, step)).outcome).toBe('proved');
    const without = start(F(next(n), k)).equals(1, by.definition(F), by.inductionHypothesis);
    expect(attempt([], equation(F(n, k), 1), induction(n, base, without)).outcome).toBe('failed');
  });

  it('holds for all θ where it holds at every new value of θ, and not where that value is another one', () => {
    const u = declare.function('u', X);
    const same = assume.equation('equal everywhere', at(p(x), θ1), at(u(x), θ1));
    const everywhere = start(p(x)).equals(u(x), by.cases(θ0), by.assumption(same));
    expect(attempt([same], equation(p(x), u(x)), everywhere).outcome).toBe('proved');
    const slope = start(derivative(i, p(x))).equals(derivative(i, u(x)), by.cases(θ0), by.assumption(same));
    expect(
      attempt(
        [same, assume.differentiable(p), assume.differentiable(u)],
        equation(derivative(i, p(x)), derivative(i, u(x))),
        slope,
      ).outcome,
    ).toBe('failed');
    // Equal at one value of θ: that says nothing of others.
    const there = equation(p(x), at(p(x), θ0));
    expect(reasonOf(attempt([], there, start(p(x)).equals(at(p(x), θ0), by.cases(θ0), by.evaluation)))).toMatch(
      'new value',
    );
    expect(attempt([], there, start(p(x)).equals(at(p(x), θ0), by.cases(θ1), by.evaluation)).outcome).toBe('failed');
  });

  it('carries the assumptions of every case', () => {
    const normal = [assume.normalised(p), assume.normalised(f)];
    const left = cases(k, sum(x, p(x)), () => sum(declare.point('o', family(1)), f(1, declare.point('o', family(1)))));
    const chain = start(left).equals(1, by.cases(k), by.normalisation(p), by.normalisation(f));
    const outcome = attempt([...regularF, ...normal], equation(left, 1), chain);
    expect(outcome.outcome === 'proved' && outcome.theorem.assumptions).toEqual(expect.arrayContaining(normal));
  });

  it('is explained in words', () => {
    const shown = statement({
      label: 'cases',
      title: 'by cases',
      given: [],
      claim: equation(add(either(k), sum(y, 0)), add(1, sum(y, 0))),
      expected: 'proved',
      proof: () => start(add(either(k), sum(y, 0))).equals(add(1, sum(y, 0)), by.cases(k)),
    });
    expect(JSON.stringify(explain(shown))).toMatch('the cases k = 0 and k+1');
  });
});
