/**
 * False arguments about infinite sums and integrals. What each would prove is false on some countable or continuous
 * space: the comment names it. On finite spaces most of it is true, so that no finite model could find the fault.
 */
import { describe, expect, it } from 'vitest';
import {
  type Assumption,
  assume,
  by,
  type Chain,
  type Claim,
  declare,
  equation,
  inequality,
  isTheorem,
  prove,
  start,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import { a, a2, b, d, e, L, M, r, regularD, u, v } from './measured.ts';
import { attempt, i, j, p, q, reasonOf, score, X, x, Y, y } from './setting.ts';

const { add, derivative, divide, fraction, log, multiply, negate, square, subtract, sum } = term;

interface Attack {
  readonly title: string;
  readonly given: readonly Assumption[];
  readonly claim: Claim;
  readonly proof: Chain;
  /** The assumption without which it is false. */
  readonly missing?: Assumption;
}

const rowSums = [
  assume.integrable(r(a, b), a),
  assume.integrable(r(a, b), b),
  assume.integrable(sum(a, r(a, b)), b),
  assume.integrable(sum(b, r(a, b)), a),
];
const byRows = sum(a, sum(b, r(a, b)));
const byColumns = sum(b, sum(a, r(a, b)));
const derivativeOutside = derivative(i, sum(a, d(a)));
const derivativeInside = sum(a, derivative(i, d(a)));

const attacks: readonly Attack[] = [
  {
    // r(m, n) = δ_mn - δ_m,n+1 on the naturals: 1 by rows, 0 by columns.
    title: 'a double series summed in the other order',
    given: rowSums,
    claim: equation(byRows, byColumns),
    proof: start(byRows).equals(byColumns, by.interchange),
    missing: assume.integrable(r(a, b), a, b),
  },
  {
    title: 'the same by rearrangement, linearity and all other laws',
    given: rowSums,
    claim: equation(byRows, byColumns),
    proof: start(byRows).equals(byColumns, by.rearrangement, by.interchange, by.linearity, by.sumOverPairs),
  },
  {
    // u = 1, v = -1 on the naturals.
    title: 'a convergent sum split into two that diverge',
    given: [assume.integrable(add(u(a), v(a)), a)],
    claim: equation(sum(a, add(u(a), v(a))), add(sum(a, u(a)), sum(a, v(a)))),
    proof: start(sum(a, add(u(a), v(a)))).equals(add(sum(a, u(a)), sum(a, v(a))), by.linearity),
    missing: assume.integrable(u(a), a),
  },
  {
    // d = 1/θ on (0, θ), 0 elsewhere: almost everywhere differentiable, its integral is 1, that of the derivative -1/θ.
    title: 'the derivative of the integral of a uniform density taken inside',
    given: [
      assume.positive(d),
      assume.differentiable(d),
      assume.normalised(d),
      assume.integrable(derivative(i, d(a)), a),
    ],
    claim: equation(derivativeInside, 0),
    proof: start(derivativeInside)
      .equals(derivativeOutside, by.derivativeOfSum)
      .equals(derivative(i, 1), by.normalisation(d))
      .equals(0, by.differentiation),
    missing: assume.exchange(d(a), 1, a),
  },
  {
    title: 'once where twice is needed',
    given: [...regularD(1), assume.differentiable(d, 2)],
    claim: equation(derivative(j, derivative(i, sum(a, d(a)))), sum(a, derivative(j, derivative(i, d(a))))),
    proof: start(derivative(j, derivative(i, sum(a, d(a))))).equals(
      sum(a, derivative(j, derivative(i, d(a)))),
      by.derivativeOfSum,
    ),
    missing: assume.exchange(d(a), 2, a),
  },
  {
    // d = e on the line: the measure is infinite.
    title: 'the integral of a constant',
    given: regularD(1),
    claim: equation(sum(a, 1), sum(a2, 1)),
    proof: start(sum(a, 1)).equals(sum(a2, 1)),
  },
  {
    // e(b) = 0 for one b, u = 1.
    title: 'a factor taken out of an integral that exists only where the factor is zero',
    given: [assume.integrable(multiply(e(b), u(a)), a)],
    claim: equation(sum(a, multiply(e(b), u(a))), multiply(e(b), sum(a, u(a)))),
    proof: start(sum(a, multiply(e(b), u(a)))).equals(multiply(e(b), sum(a, u(a))), by.linearity),
    missing: assume.integrable(u(a), a),
  },
  {
    title: 'a derivative moved through an integral after it was moved through a sum',
    given: [
      assume.differentiable(r),
      assume.integrable(r(a, b), a, b),
      assume.integrable(derivative(i, r(a, b)), a, b),
    ],
    claim: equation(derivative(i, byRows), sum(a, sum(b, derivative(i, r(a, b))))),
    proof: start(derivative(i, byRows)).equals(sum(a, sum(b, derivative(i, r(a, b)))), by.derivativeOfSum),
    missing: assume.exchange(r(a, b), 1, a, b),
  },
];

describe('on measure spaces the kernel rejects', () => {
  it.each(attacks)('$title', ({ given, claim, proof, missing }) => {
    expect(attempt(given, claim, proof).outcome).toBe('failed');
    if (missing !== undefined && missing.kind === 'integrable') {
      const more = missing.order === 0 ? [assume.integrable(v(a), a)] : [];
      expect(attempt([...given, missing, ...more], claim, proof).outcome).toBe('proved');
    }
  });

  it('a theorem about finite spaces that is applied to another', () => {
    const finite = proved([], equation(sum(x, 1), sum(X2, 1)), start(sum(x, 1)));
    const claim = equation(sum(a, 1), sum(a2, 1));
    const proof = start(claim.left).equals(claim.right, by.theorem(finite, { spaces: { X: M } }));
    expect(attempt([], claim, proof).outcome).toBe('failed');
    const swap = proved(
      [],
      equation(sum(x, sum(y, multiply(p(x), q(y)))), sum(y, sum(x, multiply(p(x), q(y))))),
      start(sum(x, sum(y, multiply(p(x), q(y))))).equals(sum(y, sum(x, multiply(p(x), q(y)))), by.interchange),
    );
    const used = start(byRows).equals(byColumns, by.theorem(swap, { spaces: { X: M, Y: L } }));
    expect(reasonOf(attempt(rowSums, equation(byRows, byColumns), used))).toMatch('finite space');
  });

  it('a theorem about measure spaces whose integrability does not hold in the instance', () => {
    const mean = equation(sum(a, multiply(d(a), score(i, d(a)))), 0);
    const theorem = proved(
      regularD(1),
      mean,
      start(mean.left)
        .equals(derivativeInside, by.logarithmicDerivative)
        .equals(derivativeOutside, by.derivativeOfSum)
        .equals(derivative(i, 1), by.normalisation(d))
        .equals(0, by.differentiation),
    );
    const claim = equation(sum(b, multiply(e(b), score(j, e(b)))), 0);
    const regular = [assume.positive(e), assume.differentiable(e), assume.normalised(e), assume.exchange(e(b), 1, b)];
    const apply = by.theorem(theorem, { spaces: { M: L }, functions: [[d, (at: typeof b) => e(at)]] });
    const proof = start(claim.left).equals(0, apply);
    expect(attempt(regular, claim, proof).outcome).toBe('proved');
    for (const dropped of regular) {
      expect(
        attempt(
          regular.filter((kept) => kept !== dropped),
          claim,
          proof,
        ).outcome,
      ).toBe('failed');
    }
    const weaker = [...regular.slice(0, 3), assume.integrable(e(b), b), assume.integrable(derivative(i, e(b)), b)];
    expect(attempt(weaker, claim, proof).outcome).toBe('failed');
    // On a finite space it holds without any of this.
    const ofY = equation(sum(y, multiply(q(y), score(j, q(y)))), 0);
    const toY = by.theorem(theorem, { spaces: { M: Y }, functions: [[d, (at: typeof y) => q(at)]] });
    const plain = [assume.positive(q), assume.differentiable(q), assume.normalised(q)];
    expect(attempt(plain, ofY, start(ofY.left).equals(0, toY)).outcome).toBe('proved');
  });

  it('an integral over pairs taken for a double one where only the joint integral is known', () => {
    const g = declare.function('g', { kind: 'pairs', left: M, right: L });
    const c = declare.point('c', { kind: 'pairs', left: M, right: L });
    const pair = g({ kind: 'pair', left: a, right: b });
    const claim = equation(sum(a, sum(b, pair)), 1);
    const proof = start(claim.left)
      .equals(sum(c, g(c)), by.sumOverPairs)
      .equals(1, by.normalisation(g));
    expect(attempt([assume.normalised(g)], claim, proof).outcome).toBe('failed');
    expect(attempt([assume.normalised(g), assume.integrable(g(c), c)], claim, proof).outcome).toBe('proved');
  });
});

const X2 = declare.point('x2', X);

function proved(given: readonly Assumption[], claim: Claim, proof: Chain): Theorem {
  const outcome = prove({ given, claim, proof });
  if (outcome.outcome === 'failed') throw new Error(outcome.fault.reason);
  expect(isTheorem(outcome.theorem)).toBe(true);
  return outcome.theorem;
}

describe('of logarithms, derivatives and signs the kernel rejects', () => {
  it('the logarithm of a product of two negative numbers taken apart', () => {
    const product = log(multiply(p(x), q(y)));
    const claim = equation(product, add(log(p(x)), log(q(y))));
    const proof = start(product).equals(claim.right, by.logarithmOfProduct);
    expect(attempt([assume.nonzero(p), assume.nonzero(q)], claim, proof).outcome).toBe('failed');
    expect(attempt([assume.positive(p), assume.positive(q)], claim, proof).outcome).toBe('proved');
    const squared = equation(log(square(p(x))), multiply(2, log(p(x))));
    const half = start(squared.left).equals(squared.right, by.logarithmOfProduct);
    expect(attempt([assume.nonzero(p)], squared, half).outcome).toBe('failed');
    // u = (-u) (-1): the parts have no logarithm.
    const signs = start(log(p(x))).equals(add(log(negate(p(x))), log(-1)), by.logarithmOfProduct);
    expect(attempt([assume.positive(p)], equation(log(p(x)), add(log(negate(p(x))), log(-1))), signs).outcome).toBe(
      'failed',
    );
  });

  it('the logarithm of a sum or difference taken apart', () => {
    const positive = [assume.positive(p), assume.positive(q)];
    for (const [left, right] of [
      [log(add(p(x), q(y))), add(log(p(x)), log(q(y)))],
      [log(add(p(x), q(y))), multiply(log(p(x)), log(q(y)))],
      [log(divide(p(x), q(y))), divide(log(p(x)), log(q(y)))],
      [log(divide(p(x), q(y))), subtract(log(q(y)), log(p(x)))],
    ]) {
      expect(attempt(positive, equation(left, right), start(left).equals(right, by.logarithmOfProduct)).outcome).toBe(
        'failed',
      );
    }
  });

  it('derivatives exchanged of what has one only', () => {
    const claim = equation(derivative(i, derivative(j, p(x))), derivative(j, derivative(i, p(x))));
    const proof = start(claim.left).equals(claim.right, by.symmetryOfDerivatives);
    expect(attempt([assume.differentiable(p, 1)], claim, proof).outcome).toBe('failed');
    expect(attempt([assume.differentiable(p, 2)], claim, proof).outcome).toBe('proved');
    expect(attempt([assume.differentiable(p, 2)], claim, start(claim.left).equals(claim.right)).outcome).toBe('failed');
    const different = equation(derivative(i, derivative(i, p(x))), derivative(j, derivative(i, p(x))));
    const wrong = start(different.left).equals(different.right, by.symmetryOfDerivatives);
    expect(attempt([assume.differentiable(p, 2)], different, wrong).outcome).toBe('failed');
  });

  it('a function called constant whose derivative is used, and one not called so', () => {
    const claim = equation(derivative(i, multiply(u(a), d(a))), multiply(u(a), derivative(i, d(a))));
    const proof = start(claim.left).equals(claim.right, by.differentiation);
    expect(attempt([assume.constant(u), assume.differentiable(d)], claim, proof).outcome).toBe('proved');
    expect(attempt([assume.differentiable(u), assume.differentiable(d)], claim, proof).outcome).toBe('failed');
  });

  it('1 <= 0 from a product of two terms of unknown sign, and from an inequality multiplied by -1', () => {
    const small = assume.inequality('-1 is at most p', -1, p(x));
    const claim = inequality(1, negate(p(x)));
    const turned = start(1).atMost(negate(p(x)), by.difference(multiply(-1, subtract(p(x), -1))), by.assumption(small));
    expect(attempt([small], claim, turned).outcome).toBe('failed');
    const squares = multiply(square(p(x)), q(y));
    expect(attempt([], inequality(0, squares), start(0).atMost(squares)).outcome).toBe('failed');
    expect(attempt([assume.nonnegative(q)], inequality(0, squares), start(0).atMost(squares)).outcome).toBe('proved');
    const cube = multiply(p(x), p(x), p(x));
    expect(attempt([], inequality(0, cube), start(0).atMost(cube)).outcome).toBe('failed');
    const root = inequality(fraction(1, 2), fraction(1, 3));
    expect(attempt([], root, start(fraction(1, 2)).atMost(fraction(1, 3))).outcome).toBe('failed');
    expect(attempt([], inequality(0, 0), start(0).atMost(0)).outcome).toBe('proved');
  });
});
