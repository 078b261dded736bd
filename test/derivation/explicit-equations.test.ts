import { describe, expect, it } from 'vitest';
import { ExplicitEquations } from '../../src/derivation/explicit-equations.ts';
import { assume, declare, equation, examine, next, plus, replay, term } from '../../src/derivation/index.ts';
import { f, family, k, l, N, n, neuron, p, q, sigma, W, X, x, x2, y } from './setting.ts';

const { add, delta, derivative, multiply, negate } = term;

const w = declare.coordinates('w', [l, neuron('i', next(l)), neuron('j', l)]);
const [a, b, c, d] = [neuron('a', next(l)), neuron('b', l), neuron('c', next(l)), neuron('d', l)];
const own = assume.equation('w', derivative(w(l, a, b), W(l, c, d)), multiply(delta(a, c), delta(b, d)));
const higher = next(plus(l, k));
const above = assume.equation(
  'above',
  derivative(w(l, a, b), W(higher, neuron('u', next(higher)), neuron('v', higher))),
  0,
);
const t = declare.coordinates('t', [])();

describe('equations that say what a function is', () => {
  it('are those of an undetermined function or of its derivatives, with nothing new on the right', () => {
    const explicit = [own, above, assume.equation('p = 2 q', p(x), multiply(2, term.fraction(1, 3)))];
    const others = [
      assume.normalised(p),
      assume.equation('a sum', term.sum(x, p(x)), term.fraction(2, 1)),
      assume.equation('something new', p(x), p(x2)),
      assume.equation('a composition', sigma(p(x)), 1),
      assume.positive(p),
    ];
    expect(explicit.map((assumption) => ExplicitEquations.covers(assumption))).toEqual([true, true, true]);
    expect(others.map((assumption) => ExplicitEquations.covers(assumption))).toEqual(others.map(() => false));
    expect(new ExplicitEquations([own, above]).maps).toEqual(new Set(['w']));
  });

  it('hold in every model that is tried, so that what follows from them is not refuted', () => {
    const given = [assume.differentiable(W), own, above];
    const two = plus(l, 2);
    const upper = W(two, neuron('u', next(two)), neuron('v', two));
    const claims = [
      equation(derivative(w(l, a, b), W(l, c, d)), multiply(delta(a, c), delta(b, d))),
      equation(derivative(w(l, a, b), upper), 0),
      equation(derivative(w(l, a, b), multiply(W(l, a, b), upper)), upper),
    ];
    for (const claim of claims) {
      const { witness, cases } = examine(claim, given, { models: 40 });
      expect(witness).toBeNull();
      expect(cases).toBeGreaterThan(20);
    }
  });

  it('refute what contradicts them, by a model that can be evaluated again', () => {
    const given = [assume.differentiable(W), own, above];
    for (const claim of [
      equation(derivative(w(l, a, b), W(l, c, d)), delta(a, c)),
      equation(derivative(w(l, a, b), W(l, a, b)), 0),
    ]) {
      const { witness } = examine(claim, given);
      expect(witness).not.toBeNull();
      const again = replay(claim, JSON.parse(JSON.stringify(witness)));
      expect(again).toEqual({ left: witness?.left, right: witness?.right });
    }
  });

  it('are differentiated as often as is asked', () => {
    const flow = assume.equation('flow', derivative(t, p(x)), negate(p(x)));
    const given = [assume.differentiable(p, 3), flow];
    const third = derivative(t, derivative(t, derivative(t, p(x))));
    expect(examine(equation(third, negate(p(x))), given, { models: 20 })).toMatchObject({ witness: null, cases: 20 });
    expect(examine(equation(third, p(x)), given, { models: 20 }).witness).not.toBeNull();
  });

  it('make no model where they contradict one another or go round in circles', () => {
    const zero = assume.equation('zero', derivative(t, p(x)), 0);
    const one = assume.equation('one', derivative(t, p(x)), 1);
    expect(examine(equation(derivative(t, p(x)), 5), [zero, one])).toEqual({ witness: null, cases: 0, worstError: 0 });
    const round = assume.equation('p = p + 1', p(x), add(p(x), 1));
    expect(examine(equation(p(x), 5), [round]).cases).toBe(0);
    const negative = [assume.positive(q), assume.equation('q = -1', q(y), term.fraction(-1, 1))];
    expect(examine(equation(q(y), 5), negative).cases).toBe(0);
    const constant = [assume.constant(p), one];
    expect(examine(equation(derivative(t, p(x)), 5), constant).cases).toBe(0);
  });

  it('settle sums of numbers from what else is known, and speak of nothing else', () => {
    const z = (index: typeof n) => declare.point('z', family(index));
    const shifted = assume.equation('from two on', f(plus(n, 2), z(plus(n, 2))), 7);
    const at = (index: number) => equation(f(index, declare.point('z', family(index))), 7);
    expect(examine(at(3), [shifted], { models: 20 })).toMatchObject({ witness: null });
    expect(examine(at(1), [shifted], { models: 20 }).witness).not.toBeNull();
    expect(N(2)).not.toEqual(X);
  });
});
