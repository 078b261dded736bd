import { describe, expect, it } from 'vitest';
import { rationalFunctions } from '../../src/algebra/index.ts';
import { Atoms } from '../../src/derivation/atoms.ts';
import { Canonicaliser } from '../../src/derivation/canonical.ts';
import { evaluated, unevaluated } from '../../src/derivation/evaluation-rules.ts';
import {
  type Assumption,
  assume,
  by,
  declare,
  equation,
  examine,
  inequality,
  printClaim,
  replay,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { laws } from '../../src/derivation/law.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { termToTex } from '../../src/derivation/term-tex.ts';
import { a, b, d, u } from './measured.ts';
import {
  attempt,
  f,
  family,
  h,
  i,
  j,
  joint,
  l,
  loss,
  meanScore,
  n,
  neuron,
  p,
  q,
  reasonOf,
  regular,
  regularF,
  score,
  sigma,
  X,
  x,
  y,
  α,
  θ0,
  θ1,
} from './setting.ts';

const { add, at, derivative, determinant, divide, log, multiply, negate, productUpTo, square, subtract, sum, sumUpTo } =
  term;
const here = (of: Term): Term => at(of, θ0);
const c = declare.function('c', X);
const everything = Object.values(by).filter((reason) => typeof reason === 'object');

const outcome = (given: readonly Assumption[], left: Term, right: Term | number) =>
  attempt(given, equation(left, right), start(left).equals(right, by.evaluation));
const proves = (given: readonly Assumption[], left: Term, right: Term | number): boolean =>
  outcome(given, left, right).outcome === 'proved';

describe('evaluation at a value of the parameter', () => {
  it('commutes with everything but derivatives', () => {
    const other = declare.point('x2', X);
    const given = [...regular, assume.positive(q), assume.constant(c)];
    const pairs: readonly [Term, Term | number][] = [
      [add(p(x), multiply(2, q(y))), add(here(p(x)), multiply(2, here(q(y))))],
      [divide(square(p(x)), q(y)), divide(square(here(p(x))), here(q(y)))],
      [log(p(x)), log(here(p(x)))],
      [sum(x, p(x)), sum(x, here(p(x)))],
      [sumUpTo(α, n, sum(y, q(y))), sumUpTo(α, n, sum(y, here(q(y))))],
      [productUpTo(α, n, q(y)), productUpTo(α, n, here(q(y)))],
      [sigma(p(x)), sigma(here(p(x)))],
      [loss(x, p(x)), loss(x, here(p(x)))],
      [
        determinant(x, other, multiply(p(x), term.delta(x, other))),
        determinant(x, other, multiply(here(p(x)), term.delta(x, other))),
      ],
      [c(x), c(x)],
      [term.fraction(1, 3), term.fraction(1, 3)],
      [at(p(x), θ1), at(p(x), θ1)],
      [derivative(i, at(p(x), θ1)), derivative(i, at(p(x), θ1))],
    ];
    for (const [of, value] of pairs) {
      expect(reasonIfAny(outcome(given, here(of), value))).toBe('');
      expect(examine(equation(here(of), value), given, { models: 20 }).witness).toBeNull();
      expect(attempt(given, equation(here(of), value), start(here(of)).equals(value)).outcome).toBe('failed');
    }
  });

  it('takes theorems along, which hold at every value of the parameter, and applies them at another one', () => {
    const shown = attempt(
      regular,
      meanScore,
      start(meanScore.left)
        .equals(sum(x, derivative(i, p(x))), by.logarithmicDerivative)
        .equals(derivative(i, sum(x, p(x))), by.derivativeOfSum)
        .equals(derivative(i, 1), by.normalisation(p))
        .equals(0, by.differentiation),
    );
    if (shown.outcome === 'failed') throw new Error(shown.fault.reason);
    const left = sum(x, multiply(here(p(x)), here(score(i, p(x)))));
    const atTheta0 = attempt(
      regular,
      equation(left, 0),
      start(left).equals(here(meanScore.left), by.evaluation).equals(0, by.theorem(shown.theorem), by.evaluation),
    );
    if (atTheta0.outcome === 'failed') throw new Error(atTheta0.fault.reason);
    const elsewhere = sum(x, multiply(at(p(x), θ1), at(score(j, p(x)), θ1)));
    const applied = start(elsewhere).equals(0, by.theorem(atTheta0.theorem));
    expect(attempt(regular, equation(elsewhere, 0), applied).outcome).toBe('proved');
    const mixed = sum(x, multiply(at(p(x), θ1), at(score(j, p(x)), θ0)));
    expect(attempt(regular, equation(mixed, 0), start(mixed).equals(0, by.theorem(atTheta0.theorem))).outcome).toBe(
      'failed',
    );
  });

  it('does not depend on the parameter, so that a theorem about a fixed law is one about the law at a value', () => {
    const r = declare.function('r', X);
    const claim = equation(derivative(i, multiply(r(x), p(x))), multiply(r(x), derivative(i, p(x))));
    const shown = attempt(
      [assume.constant(r), assume.differentiable(p)],
      claim,
      start(claim.left).equals(claim.right, by.differentiation),
    );
    if (shown.outcome === 'failed') throw new Error(shown.fault.reason);
    const left = derivative(i, multiply(here(p(x)), p(x)));
    const right = multiply(here(p(x)), derivative(i, p(x)));
    const used = by.theorem(shown.theorem, { functions: [[r, (of: typeof x) => here(p(of))]] });
    const result = attempt([assume.differentiable(p)], equation(left, right), start(left).equals(right, used));
    expect(result.outcome === 'proved' && result.theorem.assumptions).toEqual([assume.differentiable(p)]);
    const wrong = by.theorem(shown.theorem, { functions: [[r, (of: typeof x) => p(of)]] });
    const square2 = derivative(i, multiply(p(x), p(x)));
    const product = multiply(p(x), derivative(i, p(x)));
    expect(
      reasonOf(attempt([assume.differentiable(p)], equation(square2, product), start(square2).equals(product, wrong))),
    ).toMatch('outside its hypotheses');
  });

  it('unfolds what is defined, recursions and sequences too, where that is cited', () => {
    const twice = declare.definition('t', [x], multiply(2, p(x)));
    const z = declare.point('z', family(n));
    const start0 = here(twice(x));
    const end = multiply(2, here(p(x)));
    expect(proves(regular, start0, end)).toBe(false);
    const unfolded = start(start0).equals(end, by.definition(twice), by.evaluation);
    expect(attempt(regular, equation(start0, end), unfolded).outcome).toBe('proved');
    for (const of of [joint(n, declare.point('w', family.first(n))), h(l, neuron('m', l)), f(n, z)]) {
      // Evaluated in models, with the earlier values of recursions at the same value of θ.
      const claim = equation(here(add(of, of)), multiply(2, here(of)));
      expect(examine(claim, regularF, { models: 30 }).witness).toBeNull();
    }
  });
});

describe('what evaluation must not do is refused, and refuted where a model can do so:', () => {
  const given = [...regular, assume.differentiable(p, 2)];
  const falsehoods: Readonly<Record<string, readonly [Term, Term | number]>> = {
    'passing a derivative': [here(derivative(i, p(x))), derivative(i, here(p(x)))],
    'passing a second derivative': [here(derivative(i, derivative(j, p(x)))), derivative(i, here(derivative(j, p(x))))],
    'forgetting the value': [here(p(x)), p(x)],
    'taking one value for another': [here(p(x)), at(p(x), θ1)],
    'taking the outer value of two': [here(at(p(x), θ1)), here(p(x))],
    'calling a function constant': [here(p(x)), multiply(p(x), divide(here(p(x)), p(x)), divide(p(x), here(p(x))))],
    'a square for a product with the value': [here(square(p(x))), multiply(p(x), here(p(x)))],
    'the mean of the score under another law': [sum(x, multiply(here(p(x)), score(i, p(x)))), 0],
    'the gradient of the divergence elsewhere': [
      at(derivative(i, sum(x, multiply(here(p(x)), subtract(log(here(p(x))), log(p(x)))))), θ1),
      0,
    ],
  };
  it.each(Object.entries(falsehoods))('%s', (_title, [left, right]) => {
    const reasons = [...everything.filter(({ kind }) => kind === 'law'), by.normalisation(p)];
    const chain = start(left).equals(right, ...reasons);
    expect(attempt(given, equation(left, right), chain).outcome).toBe('failed');
    const { witness } = examine(equation(left, right), given);
    expect(witness).not.toBeNull();
    const again = replay(equation(left, right), witness!);
    expect([again.left, again.right]).toEqual([witness!.left, witness!.right]);
  });

  it('values of θ are no points of spaces with a measure', () => {
    const attempts: readonly [Term, string][] = [
      [sum(θ0, here(p(x))), 'no measure on the values'],
      [sum(declare.point('o', { kind: 'pairs', left: X, right: θ0.space }), p(x)), 'no measure on the values'],
      [at(p(x), x), 'at a value of θ, not at another point'],
      [derivative(θ0, p(x)), 'along a coordinate'],
      [term.delta(θ0, θ1), 'points of a finite space'],
      [determinant(θ0, θ1, p(x)), 'finitely many rows'],
      [declare.realFunction('F', [θ0.space])(θ0, p(x)), 'infinitely many'],
    ];
    for (const [of, reason] of attempts) {
      expect(reasonOf(attempt(regular, equation(of, of), start(of)))).toMatch(reason);
    }
    expect(reasonOf(attempt([assume.integrable(d(a), a)], equation(here(d(θ0)), 0), start(0)))).toMatch('space');
    const shown = attempt([], equation(sum(x, c(x)), sum(x, c(x))), start(sum(x, c(x))));
    if (shown.outcome === 'failed') throw new Error(shown.fault.reason);
    const onValues = by.theorem(shown.theorem, { spaces: { X: θ0.space } });
    expect(reasonOf(attempt([], equation(sum(x, c(x)), 0), start(sum(x, c(x))).equals(0, onValues)))).toMatch(
      'measure',
    );
  });

  it('a theorem about one value is not one about two', () => {
    const g = declare.function('g', X);
    const same = assume.equation('the same', multiply(here(p(x)), here(q(y))), g(x));
    const right = multiply(at(p(x), θ0), at(q(y), θ1));
    const left = multiply(at(p(x), θ1), at(q(y), θ1));
    expect(attempt([same], equation(right, g(x)), start(right).equals(g(x), by.assumption(same))).outcome).toBe(
      'failed',
    );
    expect(attempt([same], equation(left, g(x)), start(left).equals(g(x), by.assumption(same))).outcome).toBe('proved');
  });

  it('signs and bounds hold at every value', () => {
    const bound = assume.inequality('p is below q', p(x), q(y));
    const claim = inequality(here(p(x)), here(q(y)));
    const chain = start(here(p(x))).atMost(
      here(q(y)),
      by.difference(here(subtract(q(y), p(x)))),
      by.evaluation,
      by.assumption(bound),
    );
    expect(attempt([bound], claim, chain).outcome).toBe('proved');
    const mixed = inequality(here(p(x)), q(y));
    const wrong = start(here(p(x))).atMost(q(y), by.assumption(bound), by.evaluation);
    expect(attempt([bound], mixed, wrong).outcome).toBe('failed');
    expect(regularityUnder(regular).positive(here(p(x)))).toEqual([assume.positive(p)]);
    expect(regularityUnder(regular).positive(here(negate(p(x))))).toBeNull();
    expect(regularityUnder([assume.nonzero(p)]).nonzero(here(p(x)))).toEqual([assume.nonzero(p)]);
  });
});

describe('integrals at a value of the parameter', () => {
  const reason = (given: readonly Assumption[], of: Term): string =>
    reasonIfAny(attempt(given, equation(of, of), start(of)));
  const product = assume.integrable(multiply(d(a), u(a)), a);

  it('exist where those at all values do, if both factors have one value', () => {
    const both = sum(a, multiply(here(d(a)), here(u(a))));
    expect(reason([product], both)).toBe('');
    expect(reason([product], sum(a, here(multiply(d(a), u(a)))))).toBe('');
    for (const of of [
      multiply(here(d(a)), u(a)),
      multiply(here(d(a)), at(u(a), θ1)),
      multiply(here(d(a)), here(d(a))),
      here(d(a)),
    ]) {
      expect(reason([product], sum(a, of))).toMatch('integrable');
    }
  });

  it('say which factor must be constant', () => {
    const of = sum(a, multiply(here(d(a)), u(a)));
    const result = attempt([product, assume.constant(u)], equation(of, of), start(of));
    expect(result.outcome === 'proved' && result.theorem.assumptions).toEqual(
      expect.arrayContaining([product, assume.constant(u)]),
    );
  });

  it('are not differentiated inside beside what depends on θ, unless that is assumed', () => {
    const mixed = multiply(here(d(a)), log(d(a)));
    const given = [
      assume.positive(d),
      assume.differentiable(d),
      assume.exchange(d(a), 1, a),
      assume.integrable(mixed, a),
    ];
    const [left, right] = [derivative(i, sum(a, mixed)), sum(a, derivative(i, mixed))];
    const attemptWith = (more: readonly Assumption[]) =>
      attempt([...given, ...more], equation(left, right), start(left).equals(right, by.derivativeOfSum));
    expect(attemptWith([]).outcome).toBe('failed');
    expect(attemptWith([assume.exchange(mixed, 1, a)]).outcome).toBe('proved');
  });

  it('are taken over products factor by factor', () => {
    const e = declare.function('e', b.space);
    const given = [assume.integrable(d(a), a), assume.integrable(e(b), b)];
    const of = sum(a, sum(b, multiply(here(d(a)), at(e(b), θ1))));
    expect(reason(given, of)).toBe('');
  });
});

describe('the rule itself', () => {
  it('leaves an atom without the law, and a term that could be evaluated is found again', () => {
    const regularity = regularityUnder([assume.constant(c)]);
    const atoms = new Atoms();
    const plain = new Canonicaliser({ laws: new Set(), unfolding: new Set(), rewritings: [] }, regularity, atoms);
    const free = new Canonicaliser({ laws: new Set(laws), unfolding: new Set(), rewritings: [] }, regularity, atoms);
    const value = plain.value(multiply(p(x), q(y)));
    expect(atoms.toTerm(evaluated(plain, θ0, value, 0)).kind).toBe('at');
    expect(rationalFunctions.equals(evaluated(free, θ0, value, 0), free.value(multiply(here(p(x)), here(q(y)))))).toBe(
      true,
    );
    expect(unevaluated(multiply(here(p(x)), c(x)), regularity)).toEqual({
      of: multiply(p(x), c(x)),
      uses: [assume.constant(c)],
    });
    for (const of of [
      multiply(here(p(x)), p(x)),
      multiply(here(p(x)), at(p(x), θ1)),
      multiply(here(p(x)), derivative(i, c(x))),
      c(x),
    ]) {
      expect(unevaluated(of, regularity)).toBeNull();
    }
  });

  it('prints the value as an index', () => {
    expect(printClaim(equation(here(derivative(i, p(x))), 0))).toBe('[∂_i p(x)]_θ0 = 0');
    expect(termToTex(here(p(x)))).toBe('\\left[p(x)\\right]_{\\theta_{0}}');
  });
});

function reasonIfAny(result: ReturnType<typeof attempt>): string {
  return result.outcome === 'proved' ? '' : result.fault.reason;
}
