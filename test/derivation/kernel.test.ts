import { describe, expect, it } from 'vitest';
import {
  assume,
  by,
  type Claim,
  declare,
  equation,
  examine,
  induction,
  isTheorem,
  next,
  prove,
  start,
  type Term,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import {
  attempt,
  f,
  family,
  i,
  j,
  joint,
  meanScore,
  n,
  p,
  q,
  reasonOf,
  regular,
  regularF,
  regularQ,
  score,
  X,
  x,
  x2,
  Y,
  y,
  α,
} from './setting.ts';

const { add, derivative, divide, log, multiply, negate, sum, sumUpTo } = term;

const proofOfMeanScore = start(meanScore.left)
  .equals(sum(x, derivative(i, p(x))), by.logarithmicDerivative)
  .equals(derivative(i, sum(x, p(x))), by.derivativeOfSum)
  .equals(derivative(i, 1), by.normalisation(p))
  .equals(0, by.differentiation);

function theorem(): Theorem {
  const outcome = attempt(regular, meanScore, proofOfMeanScore);
  if (outcome.outcome === 'failed') throw new Error(outcome.fault.reason);
  return outcome.theorem;
}

describe('a theorem', () => {
  it('lists the assumptions that its proof used, and no others', () => {
    const unused = [assume.positive(q), assume.normalised(q)];
    const outcome = attempt([...unused, ...regular], meanScore, proofOfMeanScore);
    expect(outcome.outcome === 'proved' && outcome.theorem.assumptions).toEqual(expect.arrayContaining(regular));
    expect(outcome.outcome === 'proved' && outcome.theorem.assumptions.length).toBe(regular.length);
  });

  it('cannot be forged by an object that looks like one', () => {
    const made = theorem();
    const forgeries: unknown[] = [
      { claim: made.claim, assumptions: [] },
      { ...made },
      Object.create(made),
      Object.create(Object.getPrototypeOf(made)),
      Object.setPrototypeOf({ claim: made.claim, assumptions: [] }, Object.getPrototypeOf(made)),
      Object.defineProperties({}, Object.getOwnPropertyDescriptors(made)),
      new Proxy(made, { get: (target, key) => (key === 'assumptions' ? [] : Reflect.get(target, key)) }),
      structuredClone({ ...made }),
      null,
      undefined,
      'theorem',
    ];
    for (const forgery of forgeries) {
      expect(isTheorem(forgery)).toBe(false);
      const citing = start(1).equals(2, by.theorem(forgery as Theorem));
      expect(attempt([], equation(1, 2), citing).outcome).toBe('failed');
    }
    expect(isTheorem(made)).toBe(true);
  });

  it('is not made by its constructor or by a subclass', () => {
    const Maker = theorem().constructor as new (...parts: unknown[]) => object;
    expect(() => new Maker(Symbol('theorem'), equation(1, 2), [])).toThrow('prove');
    expect(() => Reflect.construct(Maker, [undefined, equation(1, 2), []])).toThrow('prove');
    class Forged extends Maker {
      constructor() {
        super(null, equation(1, 2), []);
      }
    }
    expect(() => new Forged()).toThrow('prove');
  });

  it('cannot be changed afterwards, at any depth', () => {
    const made = theorem();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const part of Object.values(value)) visit(part);
    };
    visit(made);
    expect(() => Object.assign(made, { claim: equation(1, 2) })).toThrow(TypeError);
    expect(() => (made.assumptions as unknown[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(Object.getPrototypeOf(made), { extra: 1 })).toThrow(TypeError);
  });

  it('is about what was checked, even if the derivation changes during or after the check', () => {
    const truth: Term = { kind: 'rational', numerator: 1, denominator: 1 };
    const lie: Term = { kind: 'rational', numerator: 2, denominator: 1 };
    let reads = 0;
    const shifting: Claim = {
      left: truth,
      get right() {
        return reads++ === 0 ? truth : lie;
      },
    };
    const outcome = prove({ given: [], claim: shifting, proof: start(1) });
    expect(outcome.outcome === 'proved' && outcome.theorem.claim).toEqual({ left: truth, right: truth });

    const mutable = { left: { ...truth }, right: { ...truth } };
    const later = prove({ given: [], claim: mutable, proof: start(1) });
    Object.assign(mutable.right, { numerator: 7 });
    expect(later.outcome === 'proved' && later.theorem.claim.right).toEqual(truth);
  });
});

/** Claims that a plausible but wrong argument reaches; each is false in some finite model. */
const fallacies: readonly {
  title: string;
  given: readonly unknown[];
  claim: Claim;
  proof: ReturnType<typeof start>;
}[] = [
  {
    title: 'a wrong sign',
    given: regular,
    claim: equation(derivative(i, divide(1, p(x))), divide(derivative(i, p(x)), multiply(p(x), p(x)))),
    proof: start(derivative(i, divide(1, p(x)))).equals(
      divide(derivative(i, p(x)), multiply(p(x), p(x))),
      by.differentiation,
    ),
  },
  {
    title: 'the index i written for j',
    given: regular,
    claim: equation(multiply(score(i, p(x)), score(j, p(x))), multiply(score(i, p(x)), score(i, p(x)))),
    proof: start(multiply(score(i, p(x)), score(j, p(x)))).equals(
      multiply(score(i, p(x)), score(i, p(x))),
      by.logarithmicDerivative,
      by.differentiation,
    ),
  },
  {
    title: 'a factor that depends on the index taken out of the sum',
    given: regular,
    claim: equation(sum(x2, sum(x, multiply(p(x), p(x)))), sum(x2, multiply(p(x2), sum(x, p(x))))),
    proof: start(sum(x2, sum(x, multiply(p(x), p(x))))).equals(
      sum(x2, multiply(p(x2), sum(x, p(x)))),
      by.linearity,
      by.interchange,
    ),
  },
  {
    title: 'the sum of a product taken for the product of the sums',
    given: regular,
    claim: equation(sum(x, multiply(p(x), p(x))), multiply(sum(x, p(x)), sum(x2, p(x2)))),
    proof: start(sum(x, multiply(p(x), p(x)))).equals(multiply(sum(x, p(x)), sum(x2, p(x2))), by.linearity),
  },
  {
    title: 'Σ_x 1 = 1',
    given: regular,
    claim: equation(sum(x, 1), 1),
    proof: start(sum(x, 1)).equals(1, by.linearity, by.normalisation(p)),
  },
  {
    title: 'the sum of the constant 1 differentiated in place of that of p (A.2.3 as printed)',
    given: regular,
    claim: equation(sum(x, p(x)), sum(x, 1)),
    proof: start(sum(x, p(x))).equals(sum(x, 1), by.normalisation(p), by.linearity),
  },
  {
    title: 'normalisation of p used for q',
    given: [...regular, assume.positive(q), assume.differentiable(q)],
    claim: equation(sum(y, q(y)), 1),
    proof: start(sum(y, q(y))).equals(1, by.normalisation(p)),
  },
  {
    title: 'the derivative of a product taken for the product of the derivatives',
    given: regular,
    claim: equation(derivative(i, multiply(p(x), p(x2))), multiply(derivative(i, p(x)), derivative(i, p(x2)))),
    proof: start(derivative(i, multiply(p(x), p(x2)))).equals(
      multiply(derivative(i, p(x)), derivative(i, p(x2))),
      by.differentiation,
    ),
  },
  {
    title: 'a term dropped from a sum over 1..n+1',
    given: regularF,
    claim: equation(sumUpTo(α, next(n), sum(declare.point('z', family(α)), f(α, declare.point('z', family(α))))), n1()),
    proof: start(sumUpTo(α, next(n), sum(declare.point('z', family(α)), f(α, declare.point('z', family(α)))))).equals(
      n1(),
      by.lastTerm,
      by.normalisation(f),
      by.linearity,
    ),
  },
];

function n1(): Term {
  return sumUpTo(α, n, 1);
}

describe('the kernel rejects', () => {
  it.each(fallacies)('$title', ({ given, claim, proof }) => {
    expect(attempt(given as typeof regular, claim, proof).outcome).toBe('failed');
    expect(examine(claim, given as typeof regular).witness).not.toBeNull();
  });

  it.each([0, 1, 2])('the mean of the score without assumption %i', (dropped) => {
    const given = regular.filter((_, place) => place !== dropped);
    expect(attempt(given, meanScore, proofOfMeanScore).outcome).toBe('failed');
  });

  it('an assumption that is cited but not declared, or a weaker order of differentiability', () => {
    expect(
      reasonOf(attempt([], equation(sum(x, p(x)), 1), start(sum(x, p(x))).equals(1, by.normalisation(p)))),
    ).toMatch('not declared');
    const second = derivative(i, derivative(j, p(x)));
    const once = [assume.differentiable(p, 1)];
    expect(reasonOf(attempt(once, equation(second, second), start(second)))).toMatch('differentiated');
    expect(attempt([assume.differentiable(p, 2)], equation(second, second), start(second)).outcome).toBe('proved');
  });

  it('a division by what is not declared nonzero, even where it would cancel', () => {
    const quotient = divide(multiply(q(y), p(x)), p(x));
    const proof = start(quotient).equals(q(y), by.algebra);
    expect(reasonOf(attempt([], equation(quotient, q(y)), proof))).toMatch('not zero');
    expect(attempt([assume.nonzero(p)], equation(quotient, q(y)), proof).outcome).toBe('proved');
    const difference = term.subtract(p(x), p(x2));
    const hidden = divide(difference, difference);
    expect(attempt([assume.nonzero(p)], equation(hidden, 1), start(hidden).equals(1, by.algebra)).outcome).toBe(
      'failed',
    );
  });

  it('the logarithm of what is not declared positive, nonzero being too little', () => {
    const claim = equation(score(i, p(x)), divide(derivative(i, p(x)), p(x)));
    const proof = start(claim.left).equals(claim.right, by.logarithmicDerivative);
    expect(attempt([assume.nonzero(p), assume.differentiable(p)], claim, proof).outcome).toBe('failed');
    expect(attempt([assume.positive(p), assume.differentiable(p)], claim, proof).outcome).toBe('proved');
  });

  it('a step that needs a law which it does not cite', () => {
    const claim = equation(derivative(i, sum(x, p(x))), sum(x, derivative(i, p(x))));
    expect(attempt(regular, claim, start(claim.left).equals(claim.right, by.linearity)).outcome).toBe('failed');
    expect(attempt(regular, claim, start(claim.left).equals(claim.right, by.derivativeOfSum)).outcome).toBe('proved');
  });

  it('a chain that starts or ends elsewhere than its claim', () => {
    expect(reasonOf(attempt(regular, equation(p(x), p(x2)), start(p(x))))).toMatch('end');
    expect(reasonOf(attempt(regular, equation(p(x), p(x2)), start(p(x2))))).toMatch('start');
  });

  it('a name that is bound twice, free and bound, or of two sorts or spaces, a coordinate too', () => {
    const bad: readonly [Term, RegExp][] = [
      [sum(x, sum(x, p(x))), /bound twice/],
      [multiply(p(x), sum(x, p(x))), /free and bound/],
      [sum(declare.point('i', X), derivative(i, p(declare.point('i', X)))), /two different sample spaces/],
      [multiply(derivative(i, p(x2)), sum(i, derivative(i, p(x2)))), /free and bound/],
      [sum(i, sum(i, derivative(i, p(x2)))), /bound twice/],
      [derivative(x, p(x2)), /along a coordinate of θ/],
      [multiply(p(x), q(declare.point('x', Y))), /two different sample spaces/],
      [p(y), /another sample space/],
      [f(2, declare.point('z', family(3))), /another sample space/],
    ];
    for (const [written, reason] of bad) {
      expect(reasonOf(attempt([], equation(written, written), start(written)))).toMatch(reason);
    }
  });

  it('the interchange of two sums of which one space depends on the other variable', () => {
    const z = declare.point('z', family(α));
    const inside = sumUpTo(α, n, sum(z, f(α, z)));
    const outside = sum(z, sumUpTo(α, n, f(α, z)));
    expect(attempt([], equation(inside, outside), start(inside).equals(outside, by.interchange)).outcome).toBe(
      'failed',
    );
  });
});

describe('induction', () => {
  const total = (length: typeof n | number): Term => {
    const w = declare.point('w', family.first(length));
    return sum(w, joint(length, w));
  };
  const v = declare.point('v', family.first(n));
  const last = declare.point('last', family(next(n)));
  const base = start(total(0)).equals(1, by.sumOverPairs, by.definition(joint));
  const step = start(total(next(n)))
    .equals(sum(v, sum(last, multiply(joint(n, v), f(next(n), last)))), by.sumOverPairs, by.definition(joint))
    .equals(multiply(total(n), sum(last, f(next(n), last))), by.linearity)
    .equals(total(n), by.normalisation(f))
    .equals(1, by.inductionHypothesis);

  it('proves that the joint probability of n observations is normalised', () => {
    const outcome = attempt(regularF, equation(total(n), 1), induction(n, base, step));
    expect(outcome.outcome === 'proved' && outcome.theorem.assumptions).toEqual([assume.normalised(f)]);
  });

  it('needs its base', () => {
    const claim = equation(add(total(n), 1), 1);
    const shifted = start(add(total(next(n)), 1))
      .equals(add(sum(v, sum(last, multiply(joint(n, v), f(next(n), last)))), 1), by.sumOverPairs, by.definition(joint))
      .equals(add(multiply(total(n), sum(last, f(next(n), last))), 1), by.linearity)
      .equals(add(total(n), 1), by.normalisation(f))
      .equals(1, by.inductionHypothesis);
    const noBase = start(add(total(0), 1)).equals(1, by.sumOverPairs, by.definition(joint));
    const outcome = attempt(regularF, claim, induction(n, noBase, shifted));
    expect(outcome.outcome === 'failed' && outcome.fault.part).toBe('base');
    const empty = { kind: 'chain', from: add(total(0), 1), steps: [] } as const;
    expect(attempt(regularF, claim, induction(n, empty, shifted)).outcome).toBe('failed');
  });

  it('may not use the hypothesis in the base, for n + 1, or outside', () => {
    const inBase = start(total(0)).equals(1, by.inductionHypothesis);
    expect(attempt(regularF, equation(total(n), 1), induction(n, inBase, step)).outcome).toBe('failed');
    const circular = start(total(next(n))).equals(1, by.inductionHypothesis);
    expect(attempt(regularF, equation(total(n), 1), induction(n, base, circular)).outcome).toBe('failed');
    const outside = start(total(n)).equals(1, by.inductionHypothesis);
    expect(attempt(regularF, equation(total(n), 1), outside).outcome).toBe('failed');
  });

  it('keeps the variable of the hypothesis fixed: under a sum over n it is another n', () => {
    const m = declare.natural('m');
    const g = declare.functions('g', family);
    const z = declare.point('z', family(n));
    // Claim for n: g_n sums to 0. The hypothesis says so for this n alone, not for the bound one of the same name.
    const claim = equation(sum(z, g(n, z)), 0);
    const zm = declare.point('z', family(m));
    const stepFromAll = start(sum(declare.point('z', family(next(n))), g(next(n), declare.point('z', family(next(n))))))
      .equals(sumUpTo(m, 1, sum(zm, g(m, zm))), by.lastTerm)
      .equals(0, by.inductionHypothesis);
    const outcome = attempt(
      [],
      claim,
      induction(n, start(sum(declare.point('z', family(0)), g(0, declare.point('z', family(0))))), stepFromAll),
    );
    expect(outcome.outcome).toBe('failed');
  });
});

describe('an earlier theorem', () => {
  const mean = theorem();

  it('is applied to another function on another space whose assumptions are declared', () => {
    const claim = equation(sum(y, multiply(q(y), score(j, q(y)))), 0);
    const proof = start(claim.left).equals(
      0,
      by.theorem(mean, { spaces: { X: Y }, functions: [[p, (point: typeof x) => q(point)]] }),
    );
    const outcome = attempt(regularQ, claim, proof);
    expect(outcome.outcome === 'proved' && outcome.theorem.assumptions).toEqual(expect.arrayContaining(regularQ));
    for (const dropped of [0, 1, 2]) {
      expect(
        attempt(
          regularQ.filter((_, place) => place !== dropped),
          claim,
          proof,
        ).outcome,
      ).toBe('failed');
    }
  });

  it('is not applied outside its hypotheses: to a function that is not normalised', () => {
    const claim = equation(sum(x, multiply(2, p(x), score(i, multiply(2, p(x))))), 0);
    const doubled = by.theorem(mean, { functions: [[p, (point: typeof x) => multiply(2, p(point))]] });
    expect(reasonOf(attempt(regular, claim, start(claim.left).equals(0, doubled)))).toMatch('outside its hypotheses');
    const squared = by.theorem(mean, { functions: [[p, (point: typeof x) => multiply(p(point), p(point))]] });
    const square = multiply(p(x), p(x));
    const wrong = equation(sum(x, multiply(square, score(i, square))), 0);
    expect(attempt(regular, wrong, start(wrong.left).equals(0, squared)).outcome).toBe('failed');
    expect(examine(wrong, regular).witness).not.toBeNull();
  });

  it('does not let a variable that comes in be captured by a sum', () => {
    // From Σ_x p(x) = 1 for all p one must not get Σ_x p(x) r(x) with the outer x bound.
    const r = declare.function('r', X);
    const lemma = attempt([], equation(sum(x, p(x)), sum(x2, p(x2))), start(sum(x, p(x))));
    const same = lemma.outcome === 'proved' ? lemma.theorem : mean;
    const mixed = by.theorem(same, { functions: [[p, (point: typeof x) => multiply(p(point), r(x))]] });
    const honest = equation(
      sum(x2, multiply(p(x2), r(x))),
      sum(declare.point('x3', X), multiply(p(declare.point('x3', X)), r(x))),
    );
    expect(attempt([], honest, start(honest.left).equals(honest.right, mixed)).outcome).toBe('proved');
    const captured = equation(sum(x2, multiply(p(x2), r(declare.point('o', X)))), sum(x2, multiply(p(x2), r(x2))));
    expect(attempt([], captured, start(captured.left).equals(captured.right, mixed)).outcome).toBe('failed');
    expect(examine(captured, []).witness).not.toBeNull();
  });

  it('has no free variable where it has a bound one', () => {
    const proof = start(meanScore.left).equals(0, by.theorem(mean, { points: { x: x2 } }));
    expect(attempt(regular, meanScore, proof).outcome).toBe('proved'); // x is bound there: nothing to substitute
    const claim = equation(multiply(p(x2), score(i, p(x2))), 0);
    expect(attempt(regular, claim, start(claim.left).equals(0, by.theorem(mean, { points: { x: x2 } }))).outcome).toBe(
      'failed',
    );
  });

  it('is discharged by theorems only of the equation that it assumes', () => {
    const half = attempt(
      [assume.normalised(q)],
      equation(sum(y, q(y)), 1),
      start(sum(y, q(y))).equals(1, by.normalisation(q)),
    );
    if (half.outcome === 'failed') throw new Error(half.fault.reason);
    const claim = equation(sum(y, multiply(q(y), score(i, q(y)))), 0);
    const apply = (discharging: readonly Theorem[]) =>
      by.theorem(mean, { spaces: { X: Y }, functions: [[p, (point: typeof x) => q(point)]], discharging });
    const positive = [assume.positive(q), assume.differentiable(q, 2)];
    // The discharging theorem carries its own assumption, which is not declared here.
    expect(attempt(positive, claim, start(claim.left).equals(0, apply([half.theorem]))).outcome).toBe('failed');
    expect(attempt(regularQ, claim, start(claim.left).equals(0, apply([half.theorem]))).outcome).toBe('proved');
  });

  it('of one direction is not one of two', () => {
    const claim = equation(multiply(score(i, p(x)), score(i, p(x))), multiply(score(i, p(x)), score(j, p(x))));
    const same = attempt(regular, equation(score(i, p(x)), score(i, p(x))), start(score(i, p(x))));
    if (same.outcome === 'failed') throw new Error(same.fault.reason);
    const proof = start(claim.left).equals(claim.right, by.theorem(same.theorem, { points: { i: j } }));
    expect(attempt(regular, claim, proof).outcome).toBe('failed');
  });
});

describe('an equation for all values of a variable', () => {
  it('does not hold for a variable that its own sum binds', () => {
    const r = declare.function('r', { kind: 'pairs', left: X, right: X });
    const both = (a: typeof x, b: typeof x): Term => r({ kind: 'pair', left: a, right: b });
    const rows = assume.equation('rows sum to one', sum(x, both(x, x2)), 1);
    const diagonal = equation(sum(x, both(x, x)), 1);
    const proof = start(diagonal.left).equals(1, by.assumption(rows));
    expect(attempt([rows], diagonal, proof).outcome).toBe('failed');
    const row = equation(sum(x2, sum(x, both(x, x2))), sum(x2, 1));
    expect(attempt([rows], row, start(row.left).equals(row.right, by.assumption(rows))).outcome).toBe('proved');
  });
});

describe('definitions', () => {
  it('must be closed and may not refer to themselves but through the recurrence', () => {
    const open = declare.definition('d', [x], multiply(p(x), p(x2)));
    expect(reasonOf(attempt([], equation(open(x), open(x)), start(open(x))))).toMatch('x2');
    const bare: Term = { kind: 'recurrence', arguments: [] };
    expect(reasonOf(attempt([], equation(bare, bare), start(bare)))).toMatch('recurrence');
  });

  it('do not make positive what is not: a sequence that starts at -1', () => {
    const sequence = declare.recursion('D', family, term.fraction(-1, 1), (before) => add(before, 1));
    const w = declare.point('w', family.first(n));
    const one = divide(sequence(n, w), sequence(n, w));
    expect(reasonOf(attempt([], equation(one, 1), start(one).equals(1, by.algebra)))).toMatch('not zero');
    const logarithms = declare.recursion('L', family, term.fraction(-1, 1), (before) => log(before));
    expect(attempt([], equation(logarithms(n, w), logarithms(n, w)), start(logarithms(n, w))).outcome).toBe('failed');
  });

  it('lose an order of differentiability with every derivative in a recursion', () => {
    const g = declare.functions('g', family);
    const worse = declare.recursion('D', family, term.fraction(1, 1), (before, number, _v, last) =>
      add(g(next(number), last), derivative(i, before)),
    );
    const w = declare.point('w', family.first(n));
    const given = [assume.differentiable(g, 3)];
    expect(attempt(given, equation(worse(n, w), worse(n, w)), start(worse(n, w))).outcome).toBe('failed');
  });

  it('unfold to what they say, and to nothing else', () => {
    const s = declare.definition('s', [i, x], score(i, p(x)));
    const claim = equation(s(j, x2), score(j, p(x2)));
    expect(attempt(regular, claim, start(claim.left).equals(claim.right, by.definition(s))).outcome).toBe('proved');
    const other = equation(s(j, x2), negate(score(j, p(x2))));
    expect(attempt(regular, other, start(other.left).equals(other.right, by.definition(s))).outcome).toBe('failed');
  });
});

describe('names that are the same by chance', () => {
  const z = declare.point('z', Y);
  const g = declare.function('g', [x, y]);

  it('are not captured by a parameter of a definition, of which a function is replaced', () => {
    const r = declare.function('r', [x]);
    const d = declare.definition('D', [x, y], r(x));
    const unfolded = attempt([], equation(d(x, y), r(x)), start(d(x, y)).equals(r(x), by.definition(d)));
    if (unfolded.outcome === 'failed') throw new Error(unfolded.fault.reason);
    const withG = declare.definition('D', [x, y], g(x, y));
    const applied = (body: (at: typeof x) => Term) => by.theorem(unfolded.theorem, { functions: [[r, body]] });
    // r(x) = g(x, y) for one y makes of D a function that is no closed definition any more.
    const proof = start(g(x, z)).equals(withG(x, z), by.definition(withG));
    const all = proof.equals(
      g(x, y),
      applied((at) => g(at, y)),
    );
    expect(reasonOf(attempt([], equation(g(x, z), g(x, y)), all))).toMatch('would depend on y');
    const own = declare.definition('D', [x, y], p(x));
    expect(attempt([], equation(own(x, z), p(x)), start(own(x, z)).equals(p(x), applied(p))).outcome).toBe('proved');
  });

  it('are not captured by a natural parameter of a definition, of which a space is replaced', () => {
    const size = declare.definition('C', [n], sum(x, 1));
    const unfolded = attempt([], equation(size(n), sum(x, 1)), start(size(n)).equals(sum(x, 1), by.definition(size)));
    if (unfolded.outcome === 'failed') throw new Error(unfolded.fault.reason);
    const ones = (length: typeof n) => sum(declare.point('w', family(length)), 1);
    const wide = declare.definition('C', [n], ones(n));
    const proof = start(ones(α))
      .equals(wide(α), by.definition(wide))
      .equals(ones(n), by.theorem(unfolded.theorem, { spaces: { X: family(n) } }));
    expect(reasonOf(attempt([], equation(ones(α), ones(n)), proof))).toMatch('would depend on n');
  });

  it('are not captured by a sum that is differentiated under another one of the same form', () => {
    const u = declare.function('u', [i]);
    const given = [assume.differentiable(u, 2)];
    const total = sum(j, u(j));
    const left = multiply(total, sum(i, derivative(i, total)));
    const wrong = multiply(total, sum(i, sum(j, derivative(j, u(j)))));
    const right = multiply(total, sum(i, sum(j, derivative(i, u(j)))));
    expect(examine(equation(left, wrong), given).witness).not.toBeNull();
    expect(attempt(given, equation(left, wrong), start(left).equals(wrong, by.derivativeOfSum)).outcome).toBe('failed');
    expect(attempt(given, equation(left, right), start(left).equals(right, by.derivativeOfSum)).outcome).toBe('proved');
  });
});
