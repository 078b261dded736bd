import { describe, expect, it } from 'vitest';
import { decided, inBothCases } from '../../src/derivation/case-rules.ts';
import { freeVariables } from '../../src/derivation/free-variables.ts';
import { isSameTerm } from '../../src/derivation/identity.ts';
import {
  assume,
  by,
  declare,
  equation,
  examine,
  induction,
  type Natural,
  next,
  printTerm,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { termToTex } from '../../src/derivation/term-tex.ts';
import { attempt, i, n, p, q, reasonOf, x, y, θ0 } from './setting.ts';

const { add, at, cases, derivative, divide, fraction, log, multiply, sum, sumUpTo } = term;
const k = declare.natural('k');
const m = declare.natural('m');
const g = declare.function('g', [m]);
type Cases = Extract<Term, { kind: 'cases' }>;
const byCases = (on: Natural | number) => cases(on, p(x), (before) => multiply(g(before), q(y))) as Cases;
const proves = (left: Term, right: Term | number, ...reasons: Parameters<ReturnType<typeof start>['equals']>[1][]) =>
  attempt([assume.positive(p), assume.differentiable(p)], equation(left, right), start(left).equals(right, ...reasons))
    .outcome === 'proved';

describe('values by cases', () => {
  it('are decided for 0 and for what is one more than a natural, and for nothing else', () => {
    expect(decided(byCases(0))).toEqual(p(x));
    expect(decided(byCases(3))).toEqual(multiply(g(2), q(y)));
    expect(decided(byCases(next(k)))).toEqual(multiply(g(k), q(y)));
    expect(decided(byCases(k))).toBeNull();
    expect(proves(byCases(0), p(x), by.algebra)).toBe(true);
    expect(proves(byCases(next(next(k))), multiply(g(next(k)), q(y)), by.algebra)).toBe(true);
    // Off by one, and the case of 0 for a number that may be larger.
    expect(proves(byCases(next(k)), multiply(g(next(k)), q(y)), by.algebra)).toBe(false);
    expect(proves(byCases(k), p(x), by.algebra)).toBe(false);
  });

  it('have one form whatever the name of the number before', () => {
    const renamed = cases(k, p(x), (before) => multiply(g(before), q(y)), 'b');
    expect(isSameTerm(byCases(k), renamed)).toBe(true);
    expect(isSameTerm(byCases(k), byCases(n))).toBe(false);
    expect(
      isSameTerm(
        byCases(k),
        cases(k, p(x), () => multiply(g(k), q(y))),
      ),
    ).toBe(false);
    expect(freeVariables(byCases(k)).has('m')).toBe(false);
    expect(freeVariables(cases(k, g(n), () => 1))).toEqual(new Set(['k', 'n']));
  });

  it('capture nothing that is put in', () => {
    // The m that comes in is not the number before k.
    const changed = substitute(
      cases(k, 0, (before) => multiply(g(before), g(n))),
      { naturals: new Map([['n', m]]) },
    );
    expect(freeVariables(changed)).toEqual(new Set(['k', 'm']));
    expect(
      isSameTerm(
        changed,
        cases(k, 0, (before) => multiply(g(before), g(m)), 'b'),
      ),
    ).toBe(true);
    const both = inBothCases(byCases(k), '#0', (of) => derivative(i, of));
    expect([both.index, both.zero]).toEqual(['#0', derivative(i, p(x))]);
  });

  it('are written with one meaning for every name', () => {
    const free = { ...byCases(k), zero: g(m) } as Term;
    expect(reasonOf(attempt([], equation(free, 0), start(free)))).toMatch('both free and bound');
    const twice = cases(k, 0, () => cases(k, 0, () => 1));
    expect(reasonOf(attempt([], equation(twice, 0), start(twice)))).toMatch('bound twice');
    const point = sum(
      x,
      cases(k, 0, (before) => multiply(g(before), p(x)), 'x'),
    );
    expect(reasonOf(attempt([], equation(point, 0), start(point)))).toMatch('bound twice');
  });

  it('are differentiated and evaluated in either case', () => {
    const left = derivative(
      i,
      cases(k, p(x), (before) => multiply(fraction(2, 1), p(x), sumUpTo(declare.natural('α'), before, 1))),
    );
    const slope = derivative(i, p(x));
    const right = cases(k, slope, (before) =>
      multiply(fraction(2, 1), slope, sumUpTo(declare.natural('α'), before, 1)),
    );
    expect(proves(left, right, by.differentiation)).toBe(true);
    expect(proves(left, right, by.algebra)).toBe(false);
    expect(examine(equation(left, right), []).witness).toBeNull();
    const there = at(
      cases(k, p(x), () => log(p(x))),
      θ0,
    );
    expect(
      proves(
        there,
        cases(k, at(p(x), θ0), () => log(at(p(x), θ0))),
        by.evaluation,
      ),
    ).toBe(true);
    expect(
      proves(
        there,
        cases(k, p(x), () => log(at(p(x), θ0))),
        by.evaluation,
      ),
    ).toBe(false);
  });

  it('have the properties that both cases have', () => {
    const regularity = regularityUnder([assume.positive(p), assume.differentiable(p, 2), assume.nonzero(q)]);
    const of = (zero: Term, after: Term): Term => cases(k, zero, () => after);
    expect(regularity.positive(of(p(x), multiply(2, p(x))))).not.toBeNull();
    for (const negative of [of(p(x), q(y)), of(fraction(0, 1), p(x))]) expect(regularity.positive(negative)).toBeNull();
    expect(regularity.nonnegative(of(fraction(0, 1), p(x)))).not.toBeNull();
    expect(regularity.nonnegative(of(fraction(0, 1), q(y)))).toBeNull();
    expect(regularity.nonzero(of(q(y), p(x)))).not.toBeNull();
    expect(regularity.nonzero(of(q(y), fraction(0, 1)))).toBeNull();
    expect(regularity.smoothness(of(p(x), q(y))).order).toBe(0);
    expect(regularity.smoothness(of(p(x), fraction(1, 1))).order).toBe(2);
    expect(regularity.constant(of(fraction(1, 1), p(x)))).toBeNull();
    expect(regularity.meaning(of(fraction(1, 1), divide(1, add(p(x), q(y)))))).toHaveProperty('objection');
  });

  it('are evaluated in models, printed, and matched with what theorems say of them', () => {
    const claim = equation(byCases(k), p(x));
    const { witness } = examine(claim, []);
    expect(witness?.model.naturals['k']).toBeGreaterThan(0);
    expect(examine(equation(byCases(0), p(x)), []).witness).toBeNull();
    expect(printTerm(byCases(k))).toBe('[p(x) for k = 0; g(m) q(y) for k = m+1]');
    expect(termToTex(byCases(k))).toBe('\\begin{cases} p(x) & k = 0 \\\\ g(m)\\, q(y) & k = m+1 \\end{cases}');
    const known = assume.equation('known', byCases(k), 7);
    const use = (on: Natural) =>
      attempt([known], equation(byCases(on), 7), start(byCases(on)).equals(7, by.assumption(known))).outcome;
    expect([use(n), use(next(n))]).toEqual(['proved', 'failed']);
  });
});

describe('recursions over samples with further parameters', () => {
  const coins = declare.spaces('T');
  const w = (length: Natural) => declare.point('w', coins.first(length));
  const head = declare.functions('h', coins);
  const count = declare.recursionWith('I', coins, [k], {
    zero: (of: Natural) => cases(of, 1, () => 0),
    next: (earlier, { n: before, x: last }, of: Natural) =>
      add(
        multiply(
          head(next(before), last),
          cases(of, 0, (fewer) => earlier(fewer)),
        ),
        multiply(add(1, multiply(-1, head(next(before), last))), earlier(of)),
      ),
  });

  it('unfold with these parameters, and agree with models', () => {
    const one = declare.point('a', coins(1));
    const pair = { kind: 'pair', left: { kind: 'empty' }, right: one } as const;
    const right = cases(k, add(1, multiply(-1, head(1, one))), (before) => cases(before, head(1, one), () => 0, 'o'));
    const chain = start(count(1, pair, k)).equals(right, by.cases(k), by.cases(k), by.definition(count));
    expect(attempt([], equation(count(1, pair, k), right), chain).outcome).toBe('proved');
    expect(examine(equation(count(1, pair, k), right), []).witness).toBeNull();
    expect(examine(equation(count(1, pair, k), count(1, pair, next(k))), []).witness).not.toBeNull();
  });

  it('are refused with other arguments or parameters', () => {
    const bad = [count(n, w(n)), count(n, w(n), x), count(n, w(n), k, k)];
    for (const of of bad) expect(reasonOf(attempt([], equation(of, 0), start(of)))).toMatch(/takes|must be a natural/);
    const dependent = declare.recursionWith('D', coins, [declare.point('z', coins(declare.natural('n')))], {
      zero: () => fraction(0, 1),
      next: () => fraction(0, 1),
    });
    const of = dependent(n, w(n), declare.point('z', coins(n)));
    expect(reasonOf(attempt([], equation(of, 0), start(of)))).toMatch('depends on n');
    const missing = declare.recursionWith('D', coins, [k], {
      zero: () => fraction(0, 1),
      next: (earlier) => earlier(),
    });
    const lacking = missing(n, w(n), k);
    expect(reasonOf(attempt([], equation(lacking, 0), start(lacking)))).toMatch('takes 1 arguments, got 0');
  });

  it('are positive and smooth by induction whatever the parameters are', () => {
    const weights = declare.recursionWith('V', coins, [k], {
      zero: (of: Natural) => add(1, sumUpTo(declare.natural('α'), of, p(x))),
      next: (earlier, _sample, of: Natural) => multiply(2, earlier(next(of))),
    });
    const of = weights(n, w(n), k);
    // x is no parameter.
    expect(reasonOf(attempt([], equation(of, 0), start(of)))).toMatch('x is neither a parameter nor bound');
    const closed = declare.recursionWith('V', coins, [k], {
      zero: (other: Natural) => add(1, multiply(g(other), g(other))),
      next: (earlier, _sample, other: Natural) => multiply(2, earlier(next(other))),
    });
    const regularity = regularityUnder([assume.positive(g), assume.differentiable(g, 2)]);
    expect(regularity.positive(closed(n, w(n), k))).toEqual([assume.positive(g), assume.positive(g)]);
    expect(regularity.smoothness(closed(n, w(n), k)).order).toBe(2);
  });

  it('are shown equal by induction with the parameter free in the hypothesis', () => {
    const steps = declare.recursionWith('J', coins, [k], {
      zero: (of: Natural) => g(of),
      next: (earlier, _sample, of: Natural) => earlier(next(of)),
    });
    const total = (length: Natural | number) =>
      sum(declare.point('w', coins.first(length)), steps(length, declare.point('w', coins.first(length)), k));
    const claim = (length: Natural | number) => multiply(g(k), sum(declare.point('w', coins.first(length)), 1));
    const constant = assume.equation('g is constant', g(next(k)), g(k));
    const last = declare.point('x', coins(next(n)));
    const v = w(n);
    const base = start(total(0)).equals(claim(0), by.sumOverPairs, by.definition(steps));
    const step = start(total(next(n)))
      .equals(sum(v, sum(last, steps(n, v, next(k)))), by.sumOverPairs, by.definition(steps))
      .equals(multiply(sum(last, 1), sum(v, steps(n, v, next(k)))), by.rearrangement)
      .equals(multiply(sum(last, 1), g(next(k)), sum(v, 1)), by.inductionHypothesis)
      .equals(multiply(sum(last, 1), g(k), sum(v, 1)), by.assumption(constant))
      .equals(claim(next(n)), by.sumOverPairs, by.rearrangement);
    expect(attempt([constant], equation(total(n), claim(n)), induction(n, base, step)).outcome).toBe('proved');
  });
});
