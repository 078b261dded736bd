import { describe, expect, it } from 'vitest';
import { by, declare, induction, isTheorem, prove, start, term } from '../../src/derivation/index.ts';
import { f, family, i, meanScore, n, p, q, regular, x, Y, y } from './setting.ts';

describe('an argument', () => {
  it('grows step by step without changing what was there', () => {
    const first = start(p(x));
    const second = first.equals(q(y), by.algebra).equals(1, by.linearity, by.interchange);
    expect(first.steps).toEqual([]);
    expect(second.steps.map((step) => step.by.length)).toEqual([1, 2]);
    expect(second.steps[1].to).toEqual(term.fraction(1, 1));
    expect(induction(n, first, second)).toEqual({ kind: 'induction', on: 'n', base: first, step: second });
  });

  it('gives the parameters of a replaced function names that no derivation uses by accident', () => {
    const proof = start(meanScore.left).equals(term.sum(x, term.derivative(i, p(x))), by.logarithmicDerivative);
    const outcome = prove({ given: regular, claim: { left: proof.from, right: proof.steps[0].to }, proof });
    if (outcome.outcome === 'failed') throw new Error(outcome.fault.reason);
    expect(isTheorem(outcome.theorem)).toBe(true);
    const reason = by.theorem(outcome.theorem, { spaces: { X: Y }, functions: [[p, (point: typeof x) => q(point)]] });
    expect(reason).toMatchObject({
      instance: {
        functions: [
          { by: { parameters: [{ name: 'x_of_p', space: Y }], body: { arguments: [{ value: { name: 'x_of_p' } }] } } },
        ],
      },
    });
    const g = declare.functions('g', family);
    const indexed = by.theorem(outcome.theorem, {
      functions: [[f, (number: typeof n, point: typeof x) => g(number, point)]],
    });
    expect(indexed).toMatchObject({
      instance: {
        functions: [{ by: { parameters: [{ name: 'α_of_f' }, { space: { index: { variables: ['α_of_f'] } } }] } }],
      },
    });
  });
});
