import { describe, expect, it } from 'vitest';
import {
  assume,
  by,
  type Claim,
  declare,
  equation,
  examine,
  induction,
  next,
  plus,
  printTerm,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { printDefinition } from '../../src/derivation/print.ts';
import { attempt, h, i, j, k, l, N, type n, neuron, p, reasonOf, W, X, x, x2 } from './setting.ts';

const { add, delta, derivative, multiply, sum } = term;

const smoothWeights = [assume.differentiable(W)];

/** Σ_{j ∈ N_l} of a term in neuron j of layer l. */
const over = (name: string, layer: typeof n, body: (at: ReturnType<typeof neuron>) => Term): Term => {
  const at = neuron(name, layer);
  return sum(at, body(at));
};

/** The product of weights from layer l to layer l + k: P(0; l, i, j) = δ(i, j), P(k + 1) = W P(k). */
type Neuron = ReturnType<typeof neuron>;
const product = declare.sequence('P', k, (above) => [l, neuron('i', plus(l, above)), neuron('j', l)], {
  zero: (_l: typeof l, at: Neuron, to: Neuron) => delta(at, to),
  next: (earlier, _l: typeof l, at: Neuron, to: Neuron) => {
    const between = neuron('m', plus(l, k));
    return sum(between, multiply(W(plus(l, k), at, between), earlier(l, between, to)));
  },
});

describe('a sequence', () => {
  it('prints both its clauses', () => {
    expect(printDefinition(h.definition)).toBe('h(0, i) := 1; h(l+1, i) := Σ_{j∈N_l} W(l, i, j) h(l, j)');
  });

  it('unfolds at 0 and at l + 1, and nowhere else', () => {
    const [first, later, general] = [neuron('i', 0), neuron('i', next(l)), neuron('i', l)];
    const unfold = (left: Term, right: Term) =>
      attempt([], equation(left, right), start(left).equals(right, by.definition(h)));
    expect(unfold(h(0, first), term.fraction(1, 1)).outcome).toBe('proved');
    expect(
      unfold(
        h(next(l), later),
        over('j', l, (at) => multiply(W(l, later, at), h(l, at))),
      ).outcome,
    ).toBe('proved');
    expect(
      unfold(
        h(next(l), later),
        over('j', l, (at) => multiply(W(l, later, at), h(l, later))),
      ).outcome,
    ).toBe('failed');
    expect(
      unfold(
        h(l, general),
        over('j', l, (at) => multiply(W(l, general, at), h(l, at))),
      ).outcome,
    ).toBe('failed');
  });

  it('does not let its own binders capture the layer or the neuron that comes in', () => {
    // A neuron that has the name of the bound one, in a layer that has the name of the count.
    const at = neuron('j', next(l));
    const other = neuron('o', l);
    const claim = equation(h(next(l), at), sum(other, multiply(W(l, at, other), h(l, other))));
    expect(attempt([], claim, start(claim.left).equals(claim.right, by.definition(h))).outcome).toBe('proved');
    expect(examine(claim, []).witness).toBeNull();
  });

  it('is refused where a clause is not closed, recurs at a wrong place or does not descend', () => {
    const at = neuron('i', l);
    const claimOf = (definition: ReturnType<typeof declare.sequence>): Claim =>
      equation(definition(l, at), definition(l, at));
    const reason = (definition: ReturnType<typeof declare.sequence>): string => {
      const claim = claimOf(definition);
      return reasonOf(attempt([], claim, start(claim.left)));
    };
    const parameters = (layer: typeof l) => [neuron('i', layer)];
    const one = term.fraction(1, 1);
    const free = declare.sequence('s', l, parameters, {
      zero: () => p(x),
      next: (earlier) => earlier(neuron('i', l)),
    });
    expect(reason(free)).toMatch('neither a parameter nor bound');
    // i lies in N_{l+1} in the second clause: the earlier value takes a neuron of N_l.
    const shifted = declare.sequence('s', l, parameters, {
      zero: () => one,
      next: (earlier, own: typeof at) => earlier(own),
    });
    expect(reason(shifted)).toMatch('another sample space');
    const early = declare.sequence('s', l, parameters, {
      zero: () => ({ kind: 'recurrence', arguments: [] }),
      next: () => one,
    });
    expect(reason(early)).toMatch('recurrence');
    const bare = declare.sequence('s', l, parameters, { zero: () => one, next: (earlier) => earlier() });
    expect(reason(bare)).toMatch('arguments');
    const outside: Term = { kind: 'recurrence', arguments: [{ sort: 'natural', value: l }] };
    expect(reasonOf(attempt([], equation(outside, outside), start(outside)))).toMatch('recurrence');
    // One definition within another: the inner recurrence belongs to the inner one.
    const twice = declare.sequence('s', l, () => [declare.natural('l')], { zero: () => one, next: () => one });
    expect(reasonOf(attempt([], equation(twice(1, 1), 1), start(twice(1, 1))))).toMatch('one name twice');
  });

  it('has derivatives only if all that it is made of has them', () => {
    const value = h(l, neuron('a', l));
    const claim = equation(derivative(i, value), derivative(i, value));
    expect(attempt(smoothWeights, claim, start(claim.left)).outcome).toBe('proved');
    expect(reasonOf(attempt([], claim, start(claim.left)))).toMatch('can be differentiated');
  });
});

describe('induction over layers', () => {
  const at = (layer: typeof l | number) => neuron('a', layer);
  const below = neuron('b', l);
  const activation = (layer: typeof l) => h(plus(l, layer), at(plus(l, layer)));
  const throughLayers = (layer: typeof l | number) =>
    sum(below, multiply(product(layer, l, at(plus(l, layer)), below), h(l, below)));
  const claim = equation(activation(k), throughLayers(k));

  it('proves h_{l+k} = P(k) h_l for every l and k and all widths', () => {
    const next1 = next(k);
    const m = neuron('m', plus(l, k));
    const inner = sum(below, multiply(product(k, l, m, below), h(l, below)));
    const weight = W(plus(l, k), at(plus(l, next1)), m);
    const proof = induction(
      k,
      start(h(l, at(l)))
        .equals(sum(below, multiply(delta(at(l), below), h(l, below))), by.delta)
        .equals(throughLayers(0), by.definition(product)),
      start(h(plus(l, next1), at(plus(l, next1))))
        .equals(sum(m, multiply(weight, h(plus(l, k), m))), by.definition(h))
        .equals(sum(m, multiply(weight, inner)), by.inductionHypothesis)
        .equals(throughLayers(next1), by.definition(product), by.rearrangement),
    );
    const outcome = attempt([], claim, proof);
    expect(outcome.outcome === 'failed' ? reasonOf(outcome) : '').toBe('');
    expect(examine(claim, [], { models: 40 })).toMatchObject({ witness: null });
  });

  it('uses the hypothesis for n only, never for n + 1', () => {
    const step = start(activation(next(k))).equals(throughLayers(next(k)), by.inductionHypothesis);
    const base = start(h(l, at(l)))
      .equals(sum(below, multiply(delta(at(l), below), h(l, below))), by.delta)
      .equals(throughLayers(0), by.definition(product));
    expect(attempt([], claim, induction(k, base, step)).outcome).toBe('failed');
  });
});

describe('Kronecker delta', () => {
  const follows = (left: Term, right: Term, ...reasons: Parameters<ReturnType<typeof start>['equals']>[1][]) =>
    attempt([], equation(left, right), start(left).equals(right, ...reasons)).outcome;

  it('picks the term of a sum, is symmetric, and is 1 on the diagonal', () => {
    expect(follows(sum(x, multiply(delta(x, x2), p(x))), p(x2), by.delta)).toBe('proved');
    expect(follows(sum(x, multiply(delta(x2, x), p(x))), p(x2), by.delta)).toBe('proved');
    expect(follows(sum(x, multiply(delta(x, x2), p(x))), p(x2), by.linearity)).toBe('failed');
    expect(follows(delta(x, x2), delta(x2, x))).toBe('proved');
    expect(follows(delta(x, x), term.fraction(1, 1))).toBe('proved');
    expect(follows(sum(x, multiply(delta(x, x2), delta(x, x2))), term.fraction(1, 1), by.delta)).toBe('proved');
  });

  it('is not taken for 1 or 0, nor moved out of a sum that it depends on', () => {
    expect(follows(delta(x, x2), term.fraction(1, 1), by.delta)).toBe('failed');
    expect(follows(sum(x, multiply(delta(x, x), p(x))), p(x2), by.delta)).toBe('failed');
    // The other point depends on the inner sum: nothing is left of the outer one.
    const [u, v] = [declare.point('u', X), declare.point('v', X)];
    const wrong = equation(sum(u, sum(v, multiply(delta(u, v), p(u)))), sum(v, p(x)));
    expect(attempt([], wrong, start(wrong.left).equals(wrong.right, by.delta, by.linearity)).outcome).toBe('failed');
    expect(follows(wrong.left, sum(v, p(v)), by.delta)).toBe('proved');
    expect(follows(sum(x, add(delta(x, x2), p(x))), add(1, p(x2)), by.delta, by.linearity)).toBe('failed');
    expect(follows(sum(x, add(delta(x, x2), p(x))), add(1, sum(x, p(x))), by.delta, by.linearity)).toBe('proved');
  });

  it('lets either of two points stand beside it, and only there', () => {
    expect(follows(multiply(delta(x, x2), p(x)), multiply(delta(x, x2), p(x2)), by.delta)).toBe('proved');
    expect(follows(multiply(delta(x, x2), p(x)), multiply(delta(x, x2), p(x2)), by.linearity)).toBe('failed');
    expect(follows(add(delta(x, x2), p(x)), add(delta(x, x2), p(x2)), by.delta)).toBe('failed');
    const o = declare.point('o', X);
    const three = multiply(delta(x, x2), delta(x2, o), p(x));
    expect(follows(three, multiply(delta(x, x2), delta(x2, o), p(o)), by.delta)).toBe('proved');
    expect(follows(three, multiply(delta(x, x2), p(o)), by.delta)).toBe('failed');
    const apart = multiply(add(delta(x, x2), 1), p(x));
    expect(follows(apart, multiply(add(delta(x, x2), 1), p(x2)), by.delta)).toBe('failed');
    expect(follows(apart, add(multiply(delta(x, x2), p(x2)), p(x)), by.delta)).toBe('proved');
  });

  it('compares points of one space only', () => {
    const [a, b] = [neuron('a', l), neuron('b', next(l))];
    const wrong = delta(a, b);
    expect(reasonOf(attempt([], equation(wrong, wrong), start(wrong)))).toMatch('points of one space');
    expect(printTerm(delta(x, x2))).toBe('δ(x, x2)');
  });

  it('of coordinates takes derivatives along the one that it picks', () => {
    const given = [assume.differentiable(p)];
    const claim = equation(sum(j, multiply(delta(i, j), derivative(j, p(x)))), derivative(i, p(x)));
    expect(attempt(given, claim, start(claim.left).equals(claim.right, by.delta)).outcome).toBe('proved');
    const swapped = equation(claim.left, derivative(declare.direction('c'), p(x)));
    expect(attempt(given, swapped, start(claim.left).equals(swapped.right, by.delta)).outcome).toBe('failed');
  });
});

describe('coordinates that are weights', () => {
  const w = declare.coordinates('w', [l, neuron('i', next(l)), neuron('j', l)]);
  const [a, b, c, d] = [neuron('a', next(l)), neuron('b', l), neuron('c', next(l)), neuron('d', l)];
  const own = assume.equation(
    'w(l, i, j) is the weight W(l, i, j)',
    derivative(w(l, a, b), W(l, c, d)),
    multiply(delta(a, c), delta(b, d)),
  );
  const higher = assume.equation(
    'a layer does not depend on the weights above',
    derivative(w(plus(l, k), neuron('a', next(plus(l, k))), neuron('b', plus(l, k))), h(l, d)),
    0,
  );
  const claim = equation(derivative(w(l, a, b), h(next(l), c)), multiply(delta(a, c), h(l, b)));
  const given = [...smoothWeights, own, higher];
  const expanded = over('m', l, (m) => multiply(W(l, c, m), h(l, m)));
  const proof = start(claim.left)
    .equals(derivative(w(l, a, b), expanded), by.definition(h))
    .equals(
      over('m', l, (m) =>
        add(
          multiply(derivative(w(l, a, b), W(l, c, m)), h(l, m)),
          multiply(W(l, c, m), derivative(w(l, a, b), h(l, m))),
        ),
      ),
      by.derivativeOfSum,
      by.differentiation,
    )
    .equals(
      over('m', l, (m) => multiply(delta(a, c), delta(b, m), h(l, m))),
      by.assumption(own),
      by.assumption(higher),
    )
    .equals(claim.right, by.delta, by.rearrangement);

  it('are differentiated in, one weight at a time', () => {
    expect(attempt(given, claim, proof).outcome).toBe('proved');
    const transposed = equation(claim.left, multiply(delta(a, c), h(l, d)));
    const last = proof.equals(transposed.right, by.delta, by.rearrangement);
    expect(attempt(given, transposed, last).outcome).toBe('failed');
  });

  it('need what is assumed of them, and are arguments of the right layers only', () => {
    for (const dropped of given) {
      expect(
        attempt(
          given.filter((known) => known !== dropped),
          claim,
          proof,
        ).outcome,
      ).toBe('failed');
    }
    const wrong = derivative(w(l, b, a), W(l, c, d));
    expect(reasonOf(attempt(given, equation(wrong, wrong), start(wrong)))).toMatch('another sample space');
    const free = sum(b, derivative(w(l, a, b), W(l, c, b)));
    const captured = sum(d, derivative(w(l, a, b), W(l, c, d)));
    expect(attempt(given, equation(free, captured), start(free).equals(captured, by.algebra)).outcome).toBe('failed');
  });

  it('may coincide: nothing follows from different numbers alone', () => {
    const same = equation(derivative(w(l, a, b), h(l, d)), derivative(w(l, a, declare.point('e', N(l))), h(l, d)));
    expect(attempt(smoothWeights, same, start(same.left).equals(same.right, by.algebra)).outcome).toBe('failed');
    expect(examine(same, smoothWeights).witness).not.toBeNull();
    expect(printTerm(same.left)).toBe('∂_w(l, a, b) h(l, d)');
  });
});

describe('a space of layers', () => {
  it('holds for widths that differ: no neuron of one layer is one of another', () => {
    const wrong = h(next(l), neuron('i', l));
    expect(reasonOf(attempt([], equation(wrong, wrong), start(wrong)))).toMatch('another sample space');
    expect(N(plus(l, k))).toEqual(N(plus(k, l)));
  });
});
