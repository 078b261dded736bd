import { describe, expect, it } from 'vitest';
import { isSameTerm } from '../../src/derivation/identity.ts';
import {
  assume,
  by,
  declare,
  equation,
  examine,
  printAssumption,
  printTerm,
  replay,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { termToTex } from '../../src/derivation/term-tex.ts';
import { attempt, i, j, k, l, loss, neuron, p, q, reasonOf, sigma, X, x, x2, Y, y } from './setting.ts';

const { add, derivative, multiply, sum } = term;

const smooth = [
  assume.differentiable(sigma, 2),
  assume.differentiable(loss, 2),
  assume.differentiable(p),
  assume.differentiable(q),
];

const outcome = (
  given: typeof smooth,
  left: Term,
  right: Term,
  ...reasons: Parameters<ReturnType<typeof start>['equals']>[1][]
) => attempt(given, equation(left, right), start(left).equals(right, ...reasons)).outcome;

const u = multiply(p(x), q(y));

describe('the chain rule', () => {
  it('of one argument multiplies by the inner derivative', () => {
    expect(outcome(smooth, derivative(i, sigma(u)), multiply(sigma.prime(u), derivative(i, u)), by.chainRule)).toBe(
      'proved',
    );
    const second = multiply(sigma.prime.prime(u), derivative(j, u));
    expect(outcome(smooth, derivative(j, sigma.prime(u)), second, by.chainRule)).toBe('proved');
  });

  it('of many arguments sums over them', () => {
    const left = derivative(i, loss(x, p(x)));
    const right = sum(x2, multiply(loss.partial(x2)(x, p(x)), derivative(i, p(x2))));
    expect(outcome(smooth, left, right, by.chainRule)).toBe('proved');
    expect(examine(equation(left, right), smooth, { models: 40 })).toMatchObject({ witness: null });
  });

  const wrong: readonly [string, Term, Term][] = [
    ['drops the inner derivative', derivative(i, sigma(u)), sigma.prime(u)],
    ['leaves the outer function', derivative(i, sigma(u)), multiply(sigma(u), derivative(i, u))],
    [
      'takes the outer derivative at the wrong place',
      derivative(i, sigma(u)),
      multiply(sigma.prime(p(x)), derivative(i, u)),
    ],
    ['differentiates along another coordinate', derivative(i, sigma(u)), multiply(sigma.prime(u), derivative(j, u))],
    [
      'takes one argument for all',
      derivative(i, loss(x, p(x))),
      multiply(loss.partial(x2)(x, p(x)), derivative(i, p(x2))),
    ],
    [
      'captures the number of the argument',
      derivative(i, loss(x, p(x))),
      sum(x2, multiply(loss.partial(x2)(x, p(x2)), derivative(i, p(x2)))),
    ],
    [
      'gives the inner derivative to another argument',
      derivative(i, loss(x, p(x))),
      sum(x2, multiply(loss.partial(x2)(x, p(x)), derivative(i, p(declare.point('o', X))))),
    ],
    ['takes σ′ for σ', sigma.prime(u), sigma(u)],
    [
      'takes one partial derivative for another',
      loss.partial(x)(x2, p(x2)),
      loss.partial(declare.point('o', X))(x2, p(x2)),
    ],
  ];
  for (const [title, left, right] of wrong) {
    it(`never ${title}`, () => {
      const all = [by.chainRule, by.differentiation, by.derivativeOfSum, by.rearrangement, by.delta];
      expect(outcome(smooth, left, right, ...all)).toBe('failed');
      const { witness } = examine(equation(left, right), smooth, { models: 60 });
      expect(witness).not.toBeNull();
      expect(replay(equation(left, right), JSON.parse(JSON.stringify(witness)))).toEqual({
        left: witness?.left,
        right: witness?.right,
      });
    });
  }

  it('needs both functions to be differentiable often enough', () => {
    const [left, right] = [derivative(i, sigma(u)), multiply(sigma.prime(u), derivative(i, u))];
    for (const dropped of [assume.differentiable(sigma, 2), assume.differentiable(p), assume.differentiable(q)]) {
      const rest = smooth.filter((known) => printAssumption(known) !== printAssumption(dropped));
      expect(outcome(rest, left, right, by.chainRule), printAssumption(dropped)).toBe('failed');
    }
    const once = [assume.differentiable(sigma), assume.differentiable(p, 2), assume.differentiable(q, 2)];
    expect(reasonOf(attempt(once, equation(sigma.prime.prime(u), 0), start(0)))).toMatch('has the derivative');
    const twice = equation(derivative(j, derivative(i, sigma(u))), 0);
    expect(reasonOf(attempt(once, twice, start(twice.left)))).toMatch('can be differentiated');
  });

  it('exchanges continuous partial derivatives, and nothing else', () => {
    const [a, b] = [declare.point('a', X), declare.point('b', X)];
    const mixed = loss.partial(a).partial(b)(x, p(x));
    expect(outcome(smooth, mixed, loss.partial(b).partial(a)(x, p(x)))).toBe('proved');
    expect(outcome(smooth, mixed, loss.partial(a).partial(a)(x, p(x)))).toBe('failed');
  });
});

describe('a function of real arguments', () => {
  it('has real arguments, of the number that it was declared with', () => {
    const bad: readonly [Term, RegExp][] = [
      [{ kind: 'apply', function: sigma.symbol, arguments: [] }, /real arguments, which are missing/],
      [loss(y, q(y)), /points of other spaces/],
      [loss.partial(y)(x, p(x)), /points of other spaces/],
      [sigma.partial(x)(p(x)), /points of other spaces/],
      [{ ...(sigma(u) as Extract<Term, { kind: 'compose' }>), over: [x2] }, /points of other spaces/],
      [sum(x, loss(x, p(x))), /bound twice/],
      [multiply(p(x), loss(x, p(x))), /free and bound/],
    ];
    for (const [written, reason] of bad) {
      expect(reasonOf(attempt(smooth, equation(written, written), start(written)))).toMatch(reason);
    }
    expect(() => sigma(x, 1)).toThrow('0 variables');
    expect(() => loss(p(x) as never, p(x))).toThrow('variables for the points');
    const undeclared = { ...sigma(u), function: p.symbol } as unknown as Term;
    expect(reasonOf(attempt(smooth, equation(undeclared, 0), start(undeclared)))).toMatch('not declared as a function');
  });

  it('may depend on a layer, its arguments being the neurons there', () => {
    const F = declare.realFunction('F', [neuron('i', l).space], [l]);
    const activation = declare.function('a', [l, neuron('i', l)]);
    const [at, from] = [neuron('m', k), neuron('c', k)];
    const left = derivative(i, F(k, at, activation(k, at)));
    const right = sum(from, multiply(F.partial(from)(k, at, activation(k, at)), derivative(i, activation(k, from))));
    const given = [assume.differentiable(F), assume.differentiable(activation)];
    expect(outcome(given, left, right, by.chainRule)).toBe('proved');
    const other = F(l, at, activation(k, at));
    expect(reasonOf(attempt(given, equation(other, other), start(other)))).toMatch('other spaces');
  });

  it('is told apart from its derivatives, from others of its name and by its arguments', () => {
    expect(isSameTerm(sigma(u), sigma.prime(u))).toBe(false);
    expect(isSameTerm(loss(x, p(x)), loss(x2, p(x2)))).toBe(true);
    expect(isSameTerm(loss(x, p(x)), loss(x, p(x2)))).toBe(false);
    expect(isSameTerm(declare.realFunction('L', [Y])(y, 1), loss(x, 1))).toBe(false);
  });

  it('that is positive may stand in a logarithm; its derivatives need not be positive', () => {
    const given = [...smooth, assume.positive(sigma)];
    const score = derivative(i, term.log(sigma(p(x))));
    const right = term.divide(multiply(sigma.prime(p(x)), derivative(i, p(x))), sigma(p(x)));
    expect(outcome(given, score, right, by.logarithmicDerivative, by.chainRule)).toBe('proved');
    expect(outcome(smooth, score, right, by.logarithmicDerivative, by.chainRule)).toBe('failed');
    const slope = term.log(sigma.prime(p(x)));
    expect(reasonOf(attempt(given, equation(slope, slope), start(slope)))).toMatch('is positive');
  });

  it('stays itself where a theorem is applied, and takes its assumptions along', () => {
    const lemma = attempt(
      smooth,
      equation(derivative(i, sigma(p(x))), multiply(sigma.prime(p(x)), derivative(i, p(x)))),
      start(derivative(i, sigma(p(x)))).equals(multiply(sigma.prime(p(x)), derivative(i, p(x))), by.chainRule),
    );
    if (lemma.outcome === 'failed') throw new Error(lemma.fault.reason);
    const left = derivative(i, sigma(q(y)));
    const right = multiply(sigma.prime(q(y)), derivative(i, q(y)));
    const reason = by.theorem(lemma.theorem, { spaces: { X: Y }, functions: [[p, (at: typeof x) => q(at)]] });
    expect(outcome(smooth, left, right, reason)).toBe('proved');
    expect(outcome([assume.differentiable(q)], left, right, reason)).toBe('failed');
    const replaced = { replace: sigma.symbol, by: { parameters: [], body: p(x) } };
    const forged = { ...reason, instance: { functions: [replaced] } } as typeof reason;
    expect(outcome(smooth, left, right, forged)).toBe('failed');
  });

  it('prints its arguments with the points that number them', () => {
    expect(printTerm(sigma.prime.prime(add(p(x), 1)))).toBe("σ''(p(x) + 1)");
    expect(printTerm(loss.partial(x2)(x, p(x)))).toBe('L_{,x2}((p(x))_{x∈X})');
    expect(termToTex(sigma.prime(p(x)))).toBe("\\sigma'\\left(p(x)\\right)");
    expect(printAssumption(assume.differentiable(sigma))).toBe('σ once continuously differentiable');
  });
});

describe('what is put into a theorem', () => {
  const u = declare.function('u', [i]);
  const [free, other] = [declare.direction('e'), declare.direction('o')];
  const r = declare.function('r', [i, j]);

  it('is not captured by a sum over coordinates', () => {
    const twice = equation(add(sum(i, u(i)), sum(i, u(i))), multiply(2, sum(i, u(i))));
    const lemma = attempt([], twice, start(twice.left).equals(twice.right, by.algebra));
    if (lemma.outcome === 'failed') throw new Error(lemma.fault.reason);
    // u(o) is r(o, i) for a coordinate i of the place where the theorem is used, which is not the one summed over.
    const reason = by.theorem(lemma.theorem, { functions: [[u, (at: typeof i) => r(at, i)]] });
    const honest = equation(add(sum(other, r(other, i)), sum(other, r(other, i))), multiply(2, sum(free, r(free, i))));
    expect(outcome([], honest.left, honest.right, reason)).toBe('proved');
    const captured = multiply(2, sum(free, r(free, free)));
    expect(outcome([], honest.left, captured, reason)).toBe('failed');
    expect(examine(equation(honest.left, captured), []).witness).not.toBeNull();
  });

  it('is not captured by the arguments of a function', () => {
    const same = equation(add(loss(x, p(x)), 0), loss(x, p(x)));
    const lemma = attempt([], same, start(same.left).equals(same.right, by.algebra));
    if (lemma.outcome === 'failed') throw new Error(lemma.fault.reason);
    const s = declare.function('s', [x, x2]);
    const reason = by.theorem(lemma.theorem, { functions: [[p, (at: typeof x) => s(at, x)]] });
    const o = declare.point('o', X);
    const left = add(loss(o, s(o, x)), 0);
    expect(outcome([], left, loss(o, s(o, x)), reason)).toBe('proved');
    expect(outcome([], left, loss(o, s(o, o)), reason)).toBe('failed');
    expect(examine(equation(left, loss(o, s(o, o))), []).witness).not.toBeNull();
  });

  it('keeps two numbers of an argument apart', () => {
    const F = declare.realFunction('F', [X, Y]);
    const s = declare.function('s', [x, y]);
    const [a, b] = [declare.point('a', X), declare.point('b', Y)];
    const given = [assume.differentiable(F), assume.differentiable(s)];
    const left = derivative(i, F(a, b, s(a, b)));
    const right = sum(x, sum(y, multiply(F.partial(x, y)(a, b, s(a, b)), derivative(i, s(x, y)))));
    expect(outcome(given, left, right, by.chainRule)).toBe('proved');
    const diagonal = sum(x, multiply(F.partial(x, y)(a, b, s(a, b)), derivative(i, s(x, y))));
    expect(outcome(given, left, diagonal, by.chainRule, by.rearrangement)).toBe('failed');
    const exchanged = F.partial(y, x)(a, b, s(a, b));
    expect(reasonOf(attempt(given, equation(exchanged, 0), start(exchanged)))).toMatch('points of other spaces');
  });
});
