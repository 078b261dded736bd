import { describe, expect, it } from 'vitest';
import { tolerance } from '../../src/derivation/examine.ts';
import { assume, declare, equation, examine, inequality, replay, term } from '../../src/derivation/index.ts';
import { f, family, i, n, p, q, regular, score, X, x, x2, Y, y } from './setting.ts';

const { log, multiply, sum } = term;

describe('examining a claim', () => {
  it('finds the smallest model that refutes it, which can be replayed from JSON', () => {
    const claim = equation(sum(x, multiply(p(x), p(x))), 1); // true for one point, 1/2 for two equal ones
    const { witness } = examine(claim, regular);
    expect(witness).toMatchObject({ left: '1/2', right: '1', model: { sizes: { X: 2 } } });
    const stored = JSON.parse(JSON.stringify(witness)) as NonNullable<typeof witness>;
    expect(replay(claim, stored)).toEqual({ left: '1/2', right: '1' });
  });

  it('supports what is true, with the number of cases and the worst error', () => {
    const exact = examine(equation(sum(x, multiply(p(x), score(i, p(x)))), 0), regular);
    expect(exact).toEqual({ witness: null, cases: 300, worstError: 0 });
    const logs = examine(equation(log(multiply(p(x), p(x2))), term.add(log(p(x)), log(p(x2)))), regular, {
      models: 50,
    });
    expect(logs.witness).toBeNull();
    expect(logs.cases).toBe(50);
    expect(logs.worstError).toBeLessThan(tolerance);
  });

  it('does not take rounding for a difference, however many times it is magnified', () => {
    const logs = term.subtract(log(multiply(p(x), p(x2))), term.add(log(p(x)), log(p(x2))));
    for (const factor of [1e6, 1e9, 1e12, 1e15]) {
      const magnified = multiply(factor, logs);
      expect(examine(equation(magnified, 0), regular, { models: 60 }).witness).toBeNull();
      expect(examine(inequality(magnified, 0), regular, { models: 60 }).witness).toBeNull();
    }
    expect(examine(equation(multiply(1e6, logs), log(p(x))), regular, { models: 60 }).witness).not.toBeNull();
    // Sums and definitions are remembered in a model: to see their rounding they must be computed again.
    const inSum = multiply(1e12, sum(x, term.subtract(log(multiply(p(x), p(x))), multiply(2, log(p(x))))));
    expect(examine(equation(inSum, 0), regular, { models: 60 }).witness).toBeNull();
    const logOfSquare = declare.definition('L', [x], term.subtract(log(multiply(p(x), p(x))), multiply(2, log(p(x)))));
    expect(examine(equation(multiply(1e12, logOfSquare(x)), 0), regular, { models: 60 }).witness).toBeNull();
  });

  it('compares only where both sides are defined', () => {
    const never = examine(equation(term.divide(1, 0), 1), []);
    expect(never).toEqual({ witness: null, cases: 0, worstError: 0 });
  });

  it('tries no model where an equation is assumed that it cannot build in', () => {
    const independent = declare.function('r', { kind: 'pairs', left: X, right: Y });
    const pair = { kind: 'pair', left: x, right: y } as const;
    const given = [assume.equation('its square is one', term.square(independent(pair)), 1)];
    expect(examine(equation(independent(pair), 2), given).cases).toBe(0);
    const explicit = [assume.equation('constancy', independent(pair), 1)];
    expect(examine(equation(independent(pair), 2), explicit).witness).not.toBeNull();
  });

  it('refuses two functions of one name, and is the same every time', () => {
    const other = declare.function('p', Y);
    expect(() => examine(equation(sum(x, p(x)), sum(y, other(y))), [])).toThrow('rename');
    const claim = equation(sum(x, p(x)), sum(x, multiply(p(x), p(x))));
    expect(examine(claim, [])).toEqual(examine(claim, []));
  });

  it('takes models in which inequalities hold strictly, so that they hold near θ as well', () => {
    const isBelow = assume.inequality('p <= q', p(x), q(y));
    const { witness, cases } = examine(inequality(p(x), q(y)), [isBelow], { models: 60 });
    expect(witness).toBeNull();
    expect(cases).toBeGreaterThan(5);
    expect(examine(equation(p(x), q(y)), [isBelow]).witness).not.toBeNull();
    expect(examine(inequality(q(y), p(x)), [isBelow]).witness).not.toBeNull();
    // Where both sides are always the same nothing is known of what is nearby; nor of infinitely many layers.
    expect(examine(equation(p(x), 0), [assume.inequality('p <= p', p(x), p(x))]).cases).toBe(0);
    const z = declare.point('z', family(n));
    expect(examine(equation(0, 1), [assume.inequality('f <= 1', f(n, z), 1)]).cases).toBe(0);
  });
});
