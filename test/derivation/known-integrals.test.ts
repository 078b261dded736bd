import { describe, expect, it } from 'vitest';
import { assume, declare, printTerm, term } from '../../src/derivation/index.ts';
import { fits, knownIntegrals } from '../../src/derivation/known-integrals.ts';
import { a, b, d, fs, L, M, observation, r, u } from './measured.ts';
import { n, p, x } from './setting.ts';

const { cases, multiply, sum, sumUpTo } = term;

describe('what assumptions say of integrals', () => {
  it('holds for all values of the variables, over all of those listed and over any of them', () => {
    const [single] = knownIntegrals([assume.integrable(multiply(d(a), r(a, b)), a)]);
    expect(single.over.map(({ name }) => name)).toEqual(['?a']);
    expect(printTerm(single.of)).toBe('d(?a) r(?a, ?b)');
    const joint = knownIntegrals([assume.integrable(r(a, b), a, b)]);
    expect(joint.map(({ over }) => over.map(({ name }) => name).join(' '))).toEqual(['?a', '?b', '?a ?b']);
  });

  it('includes the derivatives under the integral, along any directions', () => {
    const [known] = knownIntegrals([assume.exchange(d(a), 2, a)]);
    expect(known.order).toBe(2);
    expect(known.derivatives.map(printTerm)).toEqual(['d(?a)', '∂_?∂0 d(?a)', '∂_?∂1 ∂_?∂0 d(?a)']);
  });

  it('takes pairs apart and leaves out finite spaces', () => {
    const pair = declare.point('c', { kind: 'pairs', left: M, right: L });
    const g = declare.function('g', { kind: 'pairs', left: M, right: L });
    const known = knownIntegrals([assume.integrable(g(pair), pair)]);
    expect(known.map(({ over }) => over.length)).toEqual([1, 1, 2]);
    expect(knownIntegrals([assume.integrable(p(x), x)])).toEqual([]);
  });

  it('comes from equations too, which have a meaning, but not from under a finite sum or over pairs', () => {
    const equation = assume.equation('two integrals', sum(a, u(a)), sum(b, multiply(2, r(a, b))));
    expect(() => knownIntegrals([equation])).not.toThrow();
    expect(knownIntegrals([equation]).map(({ of }) => printTerm(of))).toEqual(['u(?a)', '2 r(?a, ?b)']);
    const z = observation(n);
    expect(knownIntegrals([assume.equation('some', sumUpTo(n, 3, sum(z, fs(n, z))), 1)])).toEqual([]);
    // 1 = 1, whatever the integral in the case that does not arise.
    const never = cases(0, 1, (m) => sum(z, fs(m, z)));
    expect(knownIntegrals([assume.equation('never', never, 1)])).toEqual([]);
    const g = declare.function('g', { kind: 'pairs', left: M, right: L });
    expect(knownIntegrals([assume.normalised(g)])).toEqual([]);
    expect(knownIntegrals([assume.positive(d)])).toEqual([]);
  });

  it('fits where exactly its own variables are put for the variables, and nothing else depends on these', () => {
    const [joint] = knownIntegrals([assume.integrable(r(a, b), a)]);
    const fact = { ...joint, monomials: [] };
    const at = (first: typeof a, second: typeof b) => ({
      points: new Map([
        ['?a', first],
        ['?b', second],
      ]),
    });
    expect(fits(fact, at(a, b), [a])).toBe(true);
    expect(fits(fact, at(a, b), [a, b])).toBe(false);
    expect(fits(fact, at(a, b), [b])).toBe(false);
    expect(fits(fact, at(a, a), [a])).toBe(false); // the diagonal
  });
});
