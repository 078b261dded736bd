import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../src/derivation/equation-roles.ts';
import { type Assumption, assume, declare, term } from '../../src/derivation/index.ts';
import { p, x } from './setting.ts';

const { add, delta, log, multiply, negate, sum } = term;

const [a, b, c] = ['a', 'b', 'c'].map(declare.direction);
const [A, B] = [declare.function('A', [a, b]), declare.function('B', [a, b])];
const [u, v] = [declare.function('u', [a]), declare.function('v', [a])];
const Z = declare.function('Z', []);
const E = declare.function('E', [x]);
const equation = assume.equation;

/** The functions that are chosen, with what makes them. */
const chosen = (given: readonly Assumption[]): string | null =>
  rolesOf(given)
    ?.map(({ symbol, kind }) => `${symbol.name} ${kind}`)
    .join(', ') ?? null;

describe('the roles of implicit equations', () => {
  it('are values, roots, exponentials with their sums, and solutions', () => {
    expect(chosen([equation('', sum(b, multiply(A(a, b), v(b))), u(a))])).toBe('u value');
    expect(chosen([equation('', sum(b, multiply(A(a, b), v(b))), 0)])).toBe('A solution');
    expect(chosen([equation('', multiply(u(a), u(a)), add(1, multiply(v(a), v(a))))])).toBe('u root');
    expect(chosen([equation('', log(p(x)), negate(E(x)))])).toBe('p exponential');
    const gibbs = equation('', log(p(x)), add(negate(E(x)), negate(log(Z()))));
    expect(chosen([assume.normalised(p), gibbs])).toBe('p exponential, Z partition');
    const natural = equation('', log(p(x)), negate(add(E(x), Z())));
    expect(chosen([assume.normalised(p), natural])).toBe('p exponential, Z logPartition');
    // Nothing normalises exp(-E), so that E is -log p.
    expect(chosen([assume.normalised(p), equation('', log(p(x)), negate(E(x)))])).toBe('E solution');
    expect(chosen([])).toBe('');
  });

  it('are refused for quadratic equations but roots and orthogonal matrices, and not looked for in inequalities', () => {
    expect(chosen([assume.inequality('', u(a), v(a))])).toBe('');
    expect(chosen([equation('', sum(c, multiply(A(a, c), A(b, c))), delta(a, b))])).toBe('A orthogonal');
    expect(chosen([equation('', sum(c, multiply(A(c, b), A(c, a))), delta(a, b))])).toBe('A orthogonal');
    expect(chosen([equation('', sum(c, multiply(A(a, c), A(c, b))), delta(a, b))])).toBeNull();
    expect(chosen([equation('', sum(c, multiply(A(a, c), A(b, c))), 0)])).toBeNull();
  });

  it('are solutions for all values together where a function is called in several ways, or by definitions', () => {
    const symmetric = declare.definition('s', [a, b], add(A(a, b), A(b, a)));
    expect(chosen([equation('', sum(c, multiply(symmetric(a, c), B(c, b))), delta(a, b))])).toBe('B solution');
    const known = [assume.constant(B)];
    const both = equation('', sum(c, multiply(symmetric(a, c), B(c, b))), v(a));
    expect(chosen([...known, both, equation('', v(a), 1)])).toBe('A solution');
  });

  it('do not define functions by one another, nor one function twice', () => {
    const first = equation('', sum(c, multiply(A(a, c), B(c, b))), delta(a, b));
    const second = equation('', sum(c, multiply(B(a, c), A(c, b))), add(delta(a, b), delta(a, b)));
    expect(chosen([first, second])).toBeNull();
    const told = equation('', A(a, b), delta(a, b));
    expect(chosen([first, told])).toBe('B solution');
  });
});
