import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/derivation/evaluate.ts';
import { equation, term } from '../../src/derivation/index.ts';
import { storedModel } from '../../src/derivation/model.ts';
import { printScalar } from '../../src/derivation/scalar.ts';
import { asTerm } from '../../src/derivation/write.ts';
import { i, α } from './setting.ts';

const empty = storedModel({ sizes: {}, dimension: 1, naturals: {}, points: { i: 0 }, functions: {} });

describe('written terms', () => {
  it('mean what their names say', () => {
    const values: readonly [ReturnType<typeof term.add>, string][] = [
      [term.fraction(6, 4), '3/2'],
      [term.add(1, 2, 3), '6'],
      [term.subtract(1, 3), '-2'],
      [term.negate(5), '-5'],
      [term.multiply(2, 3, 4), '24'],
      [term.divide(1, 4), '1/4'],
      [term.square(7), '49'],
      [term.log(1), '0'],
      [term.sumUpTo(α, 4, 2), '8'],
      [term.productUpTo(α, 4, 2), '16'],
      [term.derivative(i, 3), '0'],
      [term.add(), '0'],
      [term.multiply(), '1'],
    ];
    for (const [written, value] of values) expect(printScalar(evaluate(written, empty))).toBe(value);
  });

  it('take whole numbers for terms, and nothing that is not whole', () => {
    expect(asTerm(3)).toEqual({ kind: 'rational', numerator: 3, denominator: 1 });
    expect(equation(1, 2)).toEqual({ left: asTerm(1), right: asTerm(2) });
  });
});
