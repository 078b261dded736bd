import { describe, expect, it } from 'vitest';
import { claimFollows } from '../../src/derivation/at-most.ts';
import {
  assume,
  by,
  declare,
  equation,
  type Justification,
  type Natural,
  next,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { follows, type Setting } from '../../src/derivation/reasoning.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { f, family, i, n, p, q, regular, X, x, x2, Y, y, α } from './setting.ts';

const { add, derivative, multiply, sum } = term;

function setting(given: Setting['given'], hypothesis: Setting['hypothesis'] = null): Setting {
  return { given, regularity: regularityUnder(given), hypothesis, claimFollows };
}

function holds(left: Term, right: Term, by_: readonly Justification[], where: Setting): boolean {
  return 'uses' in follows(left, right, by_, where);
}

describe('reasoning', () => {
  it('uses an equation from left to right, on either side of a step', () => {
    const where = setting(regular);
    expect(holds(add(sum(x, p(x)), 1), add(1, 1), [by.normalisation(p)], where)).toBe(true);
    expect(holds(add(1, 1), add(sum(x, p(x)), 1), [by.normalisation(p)], where)).toBe(true);
    expect(holds(sum(x, p(x)), add(1, 1), [by.normalisation(p)], where)).toBe(false);
  });

  it('uses an equation under a sum for the variable that is bound there', () => {
    const even = assume.equation('p is constant', p(x), p(x2));
    const where = setting([even]);
    expect(holds(p(x), p(x2), [by.assumption(even)], where)).toBe(false); // the right side is not determined by the left
    const given = assume.equation('p doubles q', p(x), multiply(2, term.fraction(1, 2)));
    expect(holds(sum(x2, p(x2)), sum(x, 1), [by.assumption(given)], setting([given]))).toBe(true);
  });

  it('reports the assumptions that it used and no others', () => {
    const finding = follows(sum(x, p(x)), term.fraction(1, 1), [by.normalisation(p)], setting(regular));
    expect(finding).toEqual({ uses: [assume.normalised(p)] });
    const none = follows(p(x), p(x), [by.normalisation(p)], setting(regular));
    expect(none).toEqual({ uses: [] });
  });

  it('says why a step does not follow', () => {
    expect(follows(p(x), p(x2), [], setting([]))).toHaveProperty('objection');
    const nowhere = follows(p(x), p(x), [by.inductionHypothesis], setting([]));
    expect('objection' in nowhere && nowhere.objection).toMatch('no induction hypothesis');
  });

  it('keeps the n of an induction hypothesis fixed, and only that', () => {
    const z = (number: Natural) => declare.point('z', family(number));
    const claim = equation(f(n, z(n)), multiply(p(x), f(n, z(n))));
    const given = setting([], { claim, on: 'n' });
    const cite = [by.inductionHypothesis];
    expect(holds(f(n, z(n)), multiply(p(x), f(n, z(n))), cite, given)).toBe(true);
    const other = declare.point('z2', family(n));
    expect(holds(f(n, other), multiply(p(x), f(n, other)), cite, given)).toBe(false); // x stands on the right alone
    expect(
      holds(
        multiply(p(x2), f(n, other)),
        f(n, other),
        cite,
        setting([], { claim: equation(claim.right, claim.left), on: 'n' }),
      ),
    ).toBe(true);
    const next1 = declare.point('z', family(next(n)));
    expect(holds(f(next(n), next1), multiply(p(x), f(next(n), next1)), cite, given)).toBe(false);
    expect(holds(f(α, z(α)), multiply(p(x), f(α, z(α))), cite, given)).toBe(false);
  });

  it('applies what is proved to other functions after checking signatures and hypotheses', () => {
    const proved = {
      claim: equation(derivative(i, sum(x, p(x))), 0),
      assumptions: [assume.normalised(p), assume.differentiable(p)],
    };
    const cite = (body: Term, space: typeof X): Justification => ({
      kind: 'theorem',
      theorem: proved,
      discharging: [],
      instance: {
        spaces: { X: space },
        functions: [{ replace: p.symbol, by: { parameters: [{ sort: 'point', name: 'y', space: Y }], body } }],
      },
    });
    const where = setting([assume.normalised(q), assume.differentiable(q)]);
    const claim = derivative(i, sum(y, q(y)));
    expect(holds(claim, term.fraction(0, 1), [cite(q(y), Y)], where)).toBe(true);
    const signature = follows(claim, term.fraction(0, 1), [cite(q(y), X)], where);
    expect('objection' in signature && signature.objection).toMatch('other parameters');
    expect(holds(claim, term.fraction(0, 1), [cite(multiply(2, q(y)), Y)], where)).toBe(false);
    expect(holds(claim, term.fraction(0, 1), [cite(q(y), Y)], setting([assume.normalised(q)]))).toBe(false);
  });

  it('finds what a theorem assumes among what is declared also where another equation would change it', () => {
    const mean = assume.equation('the mean of q', sum(x, multiply(p(x), q(y))), 5);
    const inside = assume.equation('inside', multiply(p(x), q(y)), multiply(2, q(y)));
    const proved = { claim: equation(derivative(i, q(y)), 7), assumptions: [mean] };
    const cite: Justification = { kind: 'theorem', theorem: proved, discharging: [], instance: {} };
    const seven = term.fraction(7, 1);
    expect(holds(derivative(i, q(y)), seven, [cite], setting([assume.differentiable(q), mean, inside]))).toBe(true);
    expect(holds(derivative(i, q(y)), seven, [cite], setting([assume.differentiable(q), inside]))).toBe(false);
  });
});
