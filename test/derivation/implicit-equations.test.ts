import { describe, expect, it } from 'vitest';
import { functionsTold, ImplicitEquations } from '../../src/derivation/implicit-equations.ts';
import {
  type Assumption,
  assume,
  type Claim,
  declare,
  equation,
  examine,
  inequality,
  replay,
  term,
} from '../../src/derivation/index.ts';
import { i, p, x, x2 } from './setting.ts';

const { add, delta, derivative, log, multiply, negate, subtract, sum } = term;

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(declare.direction);
const g = declare.function('g', [a, b]);
const h = declare.function('h', [a, b]);
const isInverse = assume.equation('inverse', sum(c, multiply(h(a, c), g(c, b))), delta(a, b));
const [N, r] = [declare.function('N', [a]), declare.function('r', [a])];
const solves = assume.equation('g N = r', sum(b, multiply(g(a, b), N(b))), r(a));
const [t, F] = [declare.function('t', [x]), declare.function('F', [])];
const isFamily = assume.equation('log p', log(p(x)), subtract(t(x), F()));
const [s, v] = [declare.function('s', []), declare.function('v', [x])];
const isRoot = assume.equation('s^2', multiply(s(), s()), sum(x, multiply(v(x), v(x))));
const meanZero = assume.equation('v has mean zero', sum(x, multiply(p(x), v(x))), 0);
const isOrthogonal = assume.equation('g^T g', sum(c, multiply(g(c, a), g(c, b))), delta(a, b));
const hasOrthonormalRows = assume.equation('g g^T', sum(c, multiply(g(a, c), g(b, c))), delta(b, a));
const regularP = [assume.positive(p), assume.normalised(p)];
const family = [...regularP, assume.differentiable(p), assume.differentiable(t), assume.differentiable(F), isFamily];

/** The claim of an assumption, and its derivative. */
const withDerivative = (assumption: Assumption): readonly Claim[] => {
  if (assumption.kind !== 'equation') return [];
  const { left, right } = assumption.claim;
  return [
    assumption.claim,
    equation(derivative(i, left), derivative(i, right)),
    equation(derivative(i, derivative(i, left)), derivative(i, derivative(i, right))),
  ];
};

describe('implicit equations', () => {
  const cases: readonly (readonly [string, Assumption, readonly Assumption[]])[] = [
    ['an inverse matrix', isInverse, [isInverse]],
    ['linear equations', solves, [solves]],
    ['a law by its logarithm', isFamily, family],
    ['a root', isRoot, [assume.positive(s), isRoot]],
    ['an orthogonal matrix', isOrthogonal, [isOrthogonal]],
    ['one with orthonormal rows', hasOrthonormalRows, [hasOrthonormalRows]],
    ['one condition on a vector', meanZero, [...regularP, meanZero]],
  ];

  it.each(cases)('of %s hold in models with their derivatives', (_, assumption, given) => {
    for (const claim of withDerivative(assumption)) {
      const { witness, cases: count, worstError } = examine(claim, given, { models: 40 });
      expect(witness).toBeNull();
      expect(worstError).toBeLessThan(1e-9);
      expect(count).toBeGreaterThan(10);
    }
  });

  it.each(cases)('of %s do not hold unless they are assumed', (_, assumption, given) => {
    if (assumption.kind !== 'equation') throw new Error('an equation');
    const others = given.filter((known) => known !== assumption);
    expect(examine(assumption.claim, others).witness).not.toBeNull();
  });

  it('refute what contradicts them, by models that can be evaluated again', () => {
    const dh = derivative(i, h(a, b));
    const moved = sum(c, sum(d, multiply(h(a, c), derivative(i, g(c, d)), h(d, b))));
    const score = derivative(i, log(p(x)));
    const mean = sum(x2, multiply(p(x2), derivative(i, t(x2))));
    const right: readonly (readonly [Claim, readonly Assumption[]])[] = [
      [equation(dh, negate(moved)), [isInverse]],
      [equation(sum(c, multiply(g(a, c), h(c, b))), delta(a, b)), [isInverse]],
      [equation(score, subtract(derivative(i, t(x)), mean)), family],
      [equation(derivative(i, F()), mean), family],
    ];
    const wrong: readonly (readonly [Claim, readonly Assumption[]])[] = [
      [equation(dh, moved), [isInverse]],
      [equation(h(a, b), g(a, b)), [isInverse]],
      [equation(h(a, b), h(b, a)), [isInverse]],
      [equation(N(a), r(a)), [solves]],
      [equation(score, derivative(i, t(x))), family],
      [equation(F(), 0), family],
    ];
    for (const [claim, given] of right) expect(examine(claim, given, { models: 40 }).witness).toBeNull();
    for (const [claim, given] of wrong) {
      const { witness } = examine(claim, given);
      expect(witness).not.toBeNull();
      const again = replay(claim, JSON.parse(JSON.stringify(witness)));
      expect(again).toEqual({ left: witness?.left, right: witness?.right });
    }
  });

  it('have no model where they have no solution, also for functions that the claim does not mention', () => {
    // Only a matrix with at most as many rows as columns has an inverse on the right.
    const k = declare.function('k', [x, a]);
    const back = declare.function('K', [a, x]);
    const isRightInverse = assume.equation('K', sum(a, multiply(k(x, a), back(a, x2))), delta(x, x2));
    const [rows, columns] = [sum(x, 1), sum(a, 1)];
    const { witness, cases: count } = examine(inequality(rows, columns), [isRightInverse], { models: 60 });
    expect(witness).toBeNull();
    expect(count).toBeGreaterThan(10);
    expect(examine(inequality(rows, columns), []).witness).not.toBeNull();
    expect(examine(equation(rows, columns), [isRightInverse]).witness).not.toBeNull();
    const singular = assume.equation('g is zero', g(a, b), 0);
    expect(examine(equation(0, 1), [isInverse, singular]).cases).toBe(0);
  });

  it('are not covered where no one function can satisfy them, and then nothing is refuted', () => {
    const quadratic = assume.equation('g^2', sum(c, multiply(g(a, c), g(c, b))), delta(a, b));
    const eigen = assume.equation('g N = r N', sum(b, multiply(g(a, b), N(b))), multiply(r(a), N(a)));
    expect(ImplicitEquations.cover([quadratic])).toBe(false);
    expect(examine(equation(p(x), add(p(x), 1)), [quadratic])).toEqual({ witness: null, cases: 0, worstError: 0 });
    expect(ImplicitEquations.cover([eigen])).toBe(true);
    expect(functionsTold([eigen])).toEqual(['g']);
    expect(ImplicitEquations.cover([isInverse, solves])).toBe(true);
    expect(functionsTold([isInverse, solves])).toEqual(['h', 'r']);
  });

  it('do not choose a function that is declared constant: the equation would fail beside θ', () => {
    expect(ImplicitEquations.cover([isInverse, assume.constant(h), assume.constant(g)])).toBe(false);
    expect(ImplicitEquations.cover([isInverse, assume.constant(h)])).toBe(true);
    expect(functionsTold([isInverse, assume.constant(h)])).toEqual(['g']);
  });

  it('of two equations for one function are satisfied by two functions', () => {
    const e = declare.function('e', [a]);
    const both = [solves, assume.equation('g e = r', sum(b, multiply(g(a, b), e(b))), r(a))];
    expect(new Set(functionsTold(both)).size).toBe(2);
    expect(examine(equation(N(a), e(a)), both, { models: 40 }).cases).toBeGreaterThan(5);
  });
});
