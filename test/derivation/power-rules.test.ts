import { describe, expect, it } from 'vitest';
import { rationalFunctions } from '../../src/algebra/index.ts';
import { Atoms } from '../../src/derivation/atoms.ts';
import { Canonicaliser } from '../../src/derivation/canonical.ts';
import {
  type Assumption,
  assume,
  by,
  declare,
  equation,
  examine,
  inequality,
  printTerm,
  start,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { powerForm, united } from '../../src/derivation/power-rules.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { termToTex } from '../../src/derivation/term-tex.ts';
import { a, d } from './measured.ts';
import { attempt, i, j, p, q, reasonOf, X, x, y, θ0 } from './setting.ts';

const { add, at, derivative, divide, fraction, log, multiply, negate, power, square, subtract, sum } = term;
const r = declare.function('r', [])();
const s = declare.function('s', [])();
const given = [
  assume.positive(p),
  assume.positive(q),
  assume.differentiable(p, 2),
  assume.differentiable(declare.function('r', [])),
];
const half = fraction(1, 2);
const outcome = (left: Term, right: Term, more: readonly Assumption[] = [], ...reasons: (typeof by.powers)[]) =>
  attempt([...given, ...more], equation(left, right), start(left).equals(right, ...reasons));
const proves = (left: Term, right: Term, ...reasons: (typeof by.powers)[]): boolean =>
  outcome(left, right, [], ...reasons).outcome === 'proved';
const isTrueInModels = (left: Term, right: Term): boolean => examine(equation(left, right), given).witness === null;

const laws: Readonly<Record<string, readonly [Term, Term]>> = {
  'exponents of one base add': [multiply(power(p(x), r), power(p(x), s)), power(p(x), add(r, s))],
  'and cancel': [divide(power(p(x), add(r, s)), power(p(x), s)), power(p(x), r)],
  'whole parts are powers': [power(p(x), subtract(r, 1)), divide(power(p(x), r), p(x))],
  'two roots make one': [multiply(power(p(x), half), power(p(x), half)), p(x)],
  'exponents that add up to one': [multiply(power(p(x), r), power(p(x), subtract(1, r))), p(x)],
  'powers of a power written out': [square(power(p(x), r)), power(p(x), multiply(2, r))],
  'a negative root': [power(p(x), fraction(-1, 2)), divide(power(p(x), half), p(x))],
  'powers of products': [power(multiply(p(x), q(y)), r), multiply(power(p(x), r), power(q(y), r))],
  'and of quotients': [power(divide(p(x), q(y)), r), divide(power(p(x), r), power(q(y), r))],
  'and of squares': [power(square(p(x)), half), p(x)],
  'one to any power': [power(divide(p(x), p(x)), r), fraction(1, 1)],
  'the logarithm of a power': [log(power(p(x), r)), multiply(r, log(p(x)))],
  'inside a sum': [sum(x, multiply(power(p(x), r), power(p(x), subtract(1, r)))), sum(x, p(x))],
};

describe('real powers of positive terms', () => {
  it.each(Object.entries(laws))('%s', (title, [left, right]) => {
    const reasons = title === 'the logarithm of a power' ? [by.powers, by.logarithmOfProduct] : [by.powers];
    expect(proves(left, right, ...reasons)).toBe(true);
    expect(proves(left, right)).toBe(false);
    expect(isTrueInModels(left, right)).toBe(true);
  });

  it('are products for whole exponents, without a law', () => {
    expect(proves(power(p(x), 2), square(p(x)))).toBe(true);
    expect(proves(power(p(x), -1), divide(1, p(x)))).toBe(true);
    expect(proves(power(p(x), 0), fraction(1, 1))).toBe(true);
    expect(proves(power(add(p(x), q(y)), 2), square(add(p(x), q(y))))).toBe(true);
    expect(proves(power(p(x), 1000), power(p(x), 1000))).toBe(true);
  });

  const falsehoods: Readonly<Record<string, readonly [Term, Term]>> = {
    'a power of a sum by parts': [power(add(p(x), q(y)), half), add(power(p(x), half), power(q(y), half))],
    'exponents multiplied': [multiply(power(p(x), r), power(p(x), s)), power(p(x), multiply(r, s))],
    'bases mixed up': [multiply(power(p(x), r), power(q(y), s)), power(multiply(p(x), q(y)), add(r, s))],
    'the exponent lost': [power(p(x), r), p(x)],
    'a logarithm of a base': [log(power(p(x), r)), log(p(x))],
    'the rule for whole exponents': [derivative(i, power(p(x), half)), power(p(x), fraction(-1, 2))],
    'the derivative without that of the exponent': [
      derivative(i, power(p(x), r)),
      multiply(r, power(p(x), subtract(r, 1)), derivative(i, p(x))),
    ],
  };
  it.each(Object.entries(falsehoods))('do not allow: %s', (_title, [left, right]) => {
    const all = [by.powers, by.differentiation, by.logarithmOfProduct, by.logarithmicDerivative, by.linearity];
    expect(proves(left, right, ...all)).toBe(false);
    expect(isTrueInModels(left, right)).toBe(false);
  });

  it('are differentiated in base and exponent', () => {
    const whole = add(
      multiply(r, power(p(x), subtract(r, 1)), derivative(i, p(x))),
      multiply(log(p(x)), power(p(x), r), derivative(i, r)),
    );
    expect(proves(derivative(i, power(p(x), r)), whole, by.powers)).toBe(true);
    expect(isTrueInModels(derivative(i, power(p(x), r)), whole)).toBe(true);
    const constant = assume.constant(declare.function('r', []));
    const simple = multiply(r, power(p(x), subtract(r, 1)), derivative(i, p(x)));
    const found = outcome(derivative(i, power(p(x), r)), simple, [constant], by.powers);
    expect(found.outcome === 'proved' && found.theorem.assumptions).toEqual(expect.arrayContaining([constant]));
    const root = power(p(x), half);
    const second = subtract(
      multiply(half, divide(derivative(i, derivative(j, p(x))), root)),
      multiply(fraction(1, 4), divide(multiply(derivative(i, p(x)), derivative(j, p(x))), multiply(root, p(x)))),
    );
    const twice = derivative(i, derivative(j, root));
    expect(proves(twice, second, by.powers, by.differentiation)).toBe(true);
    expect(isTrueInModels(twice, second)).toBe(true);
  });

  it('have a positive base, or no meaning', () => {
    const bases = [negate(p(x)), subtract(p(x), q(y)), declare.function('u', X)(x), fraction(0, 1)];
    for (const base of bases) {
      const of = power(base, half);
      expect(reasonOf(attempt(given, equation(of, of), start(of)))).toMatch('is positive');
    }
    // √(u²) = u is wrong for negative u: the base is not shown positive.
    const u = declare.function('u', X);
    const root = power(square(u(x)), half);
    const nonzero = [assume.nonzero(u)];
    expect(attempt(nonzero, equation(root, u(x)), start(root).equals(u(x), by.powers)).outcome).toBe('failed');
  });

  it('are positive, smooth and constant with base and exponent', () => {
    const regularity = regularityUnder([...given, assume.constant(q)]);
    expect(regularity.positive(power(p(x), negate(r)))).toEqual([assume.positive(p)]);
    expect(regularity.smoothness(power(p(x), half)).order).toBe(2);
    expect(regularity.smoothness(power(p(x), r)).order).toBe(1);
    expect(regularity.constant(power(q(y), half))).toEqual([assume.constant(q)]);
    expect(regularity.constant(power(q(y), p(x)))).toBeNull();
    const claim = inequality(0, power(p(x), r));
    expect(attempt(given, claim, start(0).atMost(power(p(x), r))).outcome).toBe('proved');
  });

  it('go along with evaluation at a value of θ', () => {
    const constant = assume.constant(declare.function('r', []));
    // Half of it is evaluated: the exponents match only if r does not depend on θ.
    const left = multiply(power(at(p(x), θ0), r), at(power(p(x), subtract(1, r)), θ0));
    expect(outcome(left, at(p(x), θ0), [constant], by.evaluation, by.powers).outcome).toBe('proved');
    expect(proves(left, at(p(x), θ0), by.evaluation, by.powers)).toBe(false);
    expect(outcome(left, p(x), [constant], by.evaluation, by.powers).outcome).toBe('failed');
  });

  it('under integrals are as integrable as has been assumed', () => {
    const base = [assume.positive(d), assume.integrable(d(a), a)];
    const root = sum(a, power(d(a), half));
    expect(reasonOf(attempt(base, equation(root, root), start(root)))).toMatch('integrable');
    const product = sum(a, multiply(power(d(a), half), power(d(a), half)));
    const same = start(product).equals(sum(a, d(a)), by.powers);
    expect(attempt(base, equation(product, sum(a, d(a))), same).outcome).toBe('proved');
  });

  it('print base and exponent apart', () => {
    expect(printTerm(power(p(x), r))).toBe('p(x)^r()');
    expect(printTerm(power(add(p(x), 1), half))).toBe('(p(x) + 1)^(1/2)');
    expect(printTerm(power(power(p(x), r), s))).toBe('(p(x)^r())^s()');
    expect(printTerm(power(log(p(x)), half))).toBe('(log p(x))^(1/2)');
    expect(termToTex(power(divide(1, p(x)), r))).toBe('{\\left(\\frac{1}{p(x)}\\right)}^{r()}');
  });

  it('have one form in a table of atoms', () => {
    const atoms = new Atoms();
    const means = { laws: new Set(['powers'] as const), unfolding: new Set<string>(), rewritings: [] };
    const forms = new Canonicaliser(means, regularityUnder(given), atoms);
    const whole = powerForm(forms, power(p(x), subtract(r, 2)) as Extract<Term, { kind: 'power' }>, 0);
    expect(rationalFunctions.equals(whole, forms.value(divide(power(p(x), r), square(p(x)))))).toBe(true);
    const apart = rationalFunctions.multiply(forms.value(power(p(x), r)), forms.value(power(p(x), negate(r))));
    expect(rationalFunctions.equals(apart, rationalFunctions.one)).toBe(false);
    expect(rationalFunctions.equals(united(forms, apart, 0), rationalFunctions.one)).toBe(true);
  });
});
