import {
  type Assumption,
  assume,
  by,
  type Derivation,
  declare,
  equation,
  inequality,
  start,
  type Term,
  term,
} from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { judgeGeneral, theoremOf } from './judge-general.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { i, p, regular, score, X, x } from './setting.ts';

const { derivative, multiply, square, sum, delta } = term;
const s = declare.definition('s', [i, x], score(i, p(x)));

/** Σ_x p(x) s(i, x) = 0, with everything that a derivation can have but an induction. */
const mean = {
  given: regular,
  claim: equation(sum(x, multiply(p(x), s(i, x))), 0),
  proof: start(sum(x, multiply(p(x), s(i, x))))
    .equals(sum(x, derivative(i, p(x))), by.definition(s), by.logarithmicDerivative)
    .equals(derivative(i, sum(x, p(x))), by.derivativeOfSum)
    .equals(0, by.normalisation(p), by.differentiation),
} satisfies Derivation;

const mutantAt = (of: Derivation, place: string, change: string): Mutant => {
  const found = mutantsOf(of).find((mutant) => mutant.place === place && mutant.change === change);
  if (found === undefined) throw new Error(`no mutant at ${place}: ${change}`);
  return found;
};

/** What becomes of a mutant if the kernel accepts it with these assumptions, by default all that are given. */
function judged(of: Derivation, place: string, change: string, assumptions?: readonly Assumption[]): string {
  const judgement = judgeGeneral(mutantAt(of, place, change), theoremOf(of)!, ({ claim, given }) => ({
    claim,
    assumptions: assumptions ?? given,
  }));
  return judgement.kind === 'escape' ? judgement.reason.split(':')[0] : judgement.kind;
}

describe('mutants of a derivation', () => {
  it('change every part of it', () => {
    const places = new Set(mutantsOf(mean).map(({ place }) => place));
    const parts = [
      'assumption 0 (positive)',
      'assumption 0 (positive) dropped',
      'assumption 2 (equation)',
      'definition of s',
      'space X',
      'claim',
      'start',
      'step 1',
      'step 1, reasons',
      'step 1, order',
    ];
    for (const part of parts) expect(places).toContain(part);
  });

  it('change an assumption where it is given and where it is cited', () => {
    const { given, proof } = mutantAt(mean, 'assumption 2 (equation)', 'right, number').derivation();
    const cited = proof.kind === 'chain' ? proof.steps[2].by[0] : null;
    expect(cited).toEqual({ kind: 'assumption', assumption: given[2] });
    expect(given[2]).not.toEqual(mean.given[2]);
  });

  it('change a definition wherever it stands', () => {
    const text = JSON.stringify(mutantAt(mean, 'definition of s', 'log dropped').derivation());
    expect(text.split('"name":"s"').length).toBeGreaterThan(3);
    expect(text).not.toContain('"kind":"log"');
  });

  it('of an induction take base and step along with the claim', () => {
    const n = declare.natural('n');
    const power = declare.sequence('c', n, () => [], {
      zero: () => term.fraction(1, 1),
      next: (earlier) => multiply(2, earlier()),
    });
    const positive = declare.sequence('e', n, () => [], {
      zero: () => term.fraction(1, 1),
      next: (earlier) => multiply(earlier(), 2),
    });
    const claim = equation(power(n), positive(n));
    const unfold = (at: Parameters<typeof power>[0], to: Term) =>
      start(power(at)).equals(to, by.definition(power), by.definition(positive), by.inductionHypothesis);
    const next = { variables: ['n'], offset: 1 };
    const proof = { kind: 'induction', on: 'n', base: unfold(0, positive(0)), step: unfold(next, positive(next)) };
    const whole = { given: [], claim, proof } as Derivation;
    const changed = mutantAt(whole, 'claim with the ends of the chains', 'right, factor 2').derivation();
    if (changed.proof.kind !== 'induction') throw new Error('no induction');
    expect(changed.proof.step.steps[0].to).toEqual(multiply(2, positive(next)));
    expect(theoremOf(changed)).toBeNull();
  });
});

describe('an accepted mutant is an escape', () => {
  it('if it is false in a model', () => {
    expect(judged(mean, 'definition of s', 'log dropped')).toBe('false in a model');
    expect(judged(mean, 'claim', 'right, number')).toBe('false in a model');
    expect(judged(mean, 'start', 'sum dropped')).toBe('false in a model');
  });

  it('but not if it says no more, or follows', () => {
    expect(judged(mean, 'claim', '<= for =')).toBe('true');
    expect(judged(mean, 'claim', 'right, sign')).toBe('true');
    expect(judged(mean, 'claim', 'left, factor 2')).toBe('true');
  });

  it('if it needs an integral that is no longer assumed to exist, though finite models do not see it', () => {
    const M = declare.measureSpace('M');
    const a = declare.point('a', M);
    const u = declare.function('u', M);
    const claim = equation(sum(a, square(u(a))), sum(a, multiply(u(a), u(a))));
    const given = [assume.integrable(square(u(a)), a)];
    const whole: Derivation = { given, claim, proof: start(claim.left).equals(claim.right, by.algebra) };
    expect(theoremOf(whole)?.assumptions).toHaveLength(1);
    expect(judged(whole, 'assumption 0 (integrable) dropped', '')).toMatch('without assuming that');
    expect(judged(whole, 'assumption 0 (integrable)', 'factor 2')).toBe('true');
    expect(judged(whole, 'assumption 0 (integrable)', 'squared')).toMatch('without assuming that');
  });

  it('if it holds for finite spaces only', () => {
    const y = declare.point('y', X);
    const counted: Derivation = {
      given: [],
      claim: equation(sum(x, multiply(delta(x, y), p(x))), p(y)),
      proof: start(sum(x, multiply(delta(x, y), p(x)))).equals(p(y), by.delta),
    };
    expect(judged(counted, 'space X', 'any measure space')).toMatch('nothing assumed says that');
    const pointwise: Derivation = {
      given: [],
      claim: equation(p(x), p(x)),
      proof: start(p(x)).equals(p(x), by.algebra),
    };
    expect(judged(pointwise, 'space X', 'any measure space')).toBe('true');
    // The integral exists by what is assumed, but points may count for less than one.
    const atMost: Derivation = {
      given: [assume.positive(p), assume.integrable(p(x), x)],
      claim: inequality(p(y), sum(x, p(x))),
      proof: start(p(y)).equals(p(y), by.algebra),
    };
    const judgement = judgeGeneral(
      mutantAt(atMost, 'space X', 'any measure space'),
      { claim: atMost.claim, assumptions: atMost.given },
      ({ claim, given }) => ({ claim, assumptions: given }),
    );
    expect(judgement).toMatchObject({ kind: 'escape', reason: expect.stringContaining('false in a model') });
  });

  it('but not if it assumes more: what is said of all points is said of one', () => {
    const f = declare.function('f', X);
    const idempotent = assume.equation('f is 0 or 1', multiply(f(x), f(x)), f(x));
    const claim = equation(square(f(x)), f(x));
    const whole: Derivation = {
      given: [idempotent],
      claim,
      proof: start(square(f(x))).equals(f(x), by.assumption(idempotent)),
    };
    expect(judged(whole, 'assumption 0 (equation)', 'left, argument')).toBe('true');
    expect(judged(whole, 'assumption 0 (equation)', 'right, factor 2')).not.toBe('true');
  });

  it('where no model is found, but for definitions that the proof does not use', () => {
    const k = declare.natural('k');
    const sequence = (name: string) =>
      declare.sequence(name, k, () => [], {
        zero: () => term.add(declare.function('c', [])(), 1),
        next: (earlier) => multiply(2, earlier()),
      });
    const [c, d] = [sequence('c1'), sequence('d1')];
    const impossible = assume.equation(
      'no model satisfies this',
      multiply(c(k), d(k)),
      term.add(multiply(c(k), d(k)), 1),
    );
    const opaque: Derivation = {
      given: [impossible],
      claim: equation(multiply(c(k), d(k)), term.add(multiply(d(k), c(k)), 1)),
      proof: start(multiply(c(k), d(k))).equals(term.add(multiply(d(k), c(k)), 1), by.assumption(impossible)),
    };
    const verdict = (of: Derivation, change: string): string => {
      const { kind } = judgeGeneral(mutantAt(of, 'definition of c1', change), theoremOf(of)!, theoremOf);
      return kind;
    };
    expect(verdict(opaque, 'zero, term dropped')).toBe('true');
    // As a kernel would answer for a proof that does unfold the definition.
    const needing = (of: Derivation) =>
      JSON.stringify(of).includes('"name":"c1","parameters"') ? null : theoremOf(of);
    const mutant = mutantAt(opaque, 'definition of c1', 'zero, term dropped');
    expect(judgeGeneral(mutant, theoremOf(opaque)!, needing)).toMatchObject({ kind: 'escape' });
  });
});
