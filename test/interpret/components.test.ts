import { describe, expect, it } from 'vitest';
import { type Jet, jets } from '../../src/calculus/index.ts';
import { NotationError } from '../../src/errors.ts';
import { type Components, componentsOf, kept } from '../../src/interpret/index.ts';
import {
  coefficient,
  define,
  expectation,
  type Formula,
  minus,
  partial,
  product,
  sum,
  tensor,
} from '../../src/notation/index.ts';

const field = jets(2, 1);
const matrix = (...rows: number[][]): Components<Jet> => kept(field, 2, [], ([i, j]) => field.constant(rows[i][j]));
const a = matrix([1, 2], [3, 4]);
const b = matrix([5, 6], [7, 8]);
/** x + 2 y and x y at (3, 5). */
const [x, y] = [field.coordinate(0, 3), field.coordinate(1, 5)];
const w: Components<Jet> = {
  rank: 1,
  at: ([i]) => [field.add(x, field.multiply(field.fromInteger(2), y)), field.multiply(x, y)][i],
};
const world = { field, tensors: { a, b, w } };

function component(places: string, formula: Formula, ...indices: number[]): number {
  return field.value(componentsOf(world, define({ name: 't', symbol: 't', places, formula })).at(indices));
}

describe('a formula means, by hand,', () => {
  it('a matrix product where an index is repeated across factors', () => {
    const formula = product(tensor('a', '_i^k'), tensor('b', '_kj'));
    expect([component('_ij', formula, 0, 0), component('_ij', formula, 0, 1), component('_ij', formula, 1, 0)]).toEqual(
      [19, 22, 43],
    );
  });

  it('a trace where it is repeated within a tensor', () => {
    expect(component('', tensor('a', '^k_k'))).toBe(5);
  });

  it('the transpose where the left side orders its indices otherwise', () => {
    expect(component('_ij', tensor('a', '_ji'), 0, 1)).toBe(3);
    expect(component('_ij', tensor('a', '_ij'), 0, 1)).toBe(2);
  });

  it('sums, differences and rational multiples', () => {
    const formula = sum(tensor('a', '_ij'), minus(product(coefficient(3, 2), tensor('b', '_ij'))));
    expect(component('_ij', formula, 1, 0)).toBe(3 - 1.5 * 7);
  });

  it('a product of a number with a contraction: the number counts once, not once a term', () => {
    expect(component('', product(coefficient(10), tensor('a', '^k_m'), tensor('b', '^m_k')))).toBe(10 * (19 + 50));
  });

  it('a sum of contractions with either sign, beside tensors that are not contracted', () => {
    const [ab, ba] = [
      product(tensor('a', '_i^k'), tensor('b', '_kj')),
      product(tensor('b', '_i^k'), tensor('a', '_kj')),
    ];
    const formula = sum(ab, minus(ba), minus(tensor('a', '_ij')), minus(minus(tensor('b', '_ij'))));
    // (a b - b a - a + b)_01 = 22 - 34 - 2 + 6
    expect(component('_ij', formula, 0, 1)).toBe(-8);
  });

  it('the same where the field adds up products itself', () => {
    const pairs: number[] = [];
    const counting = {
      ...field,
      sumOfProducts: (list: readonly (readonly [Jet, Jet])[]): Jet => {
        pairs.push(list.length);
        return field.sum(list.map(([p, q]) => field.multiply(p, q)));
      },
    };
    const formula = sum(product(tensor('a', '_i^k'), tensor('b', '_kj')), minus(tensor('a', '_ij')));
    const difference = define({ name: 't', symbol: 't', places: '_ij', formula });
    expect(field.value(componentsOf({ field: counting, tensors: { a, b } }, difference).at([0, 1]))).toBe(22 - 2);
    expect(pairs).toContain(3); // two products of the contraction and one tensor: one sum
  });

  it('a partial derivative along the coordinate of its index', () => {
    const formula = partial('_j', tensor('w', '_i'));
    expect([component('_ij', formula, 0, 1), component('_ij', formula, 1, 0), component('_ij', formula, 1, 1)]).toEqual(
      [2, 5, 3],
    );
  });

  it('a divergence where the derivative contracts', () => {
    expect(component('', partial('_k', tensor('w', '^k')))).toBe(1 + 3);
  });

  it('an expectation of what is inside it, derivatives of the log-density included', () => {
    // Two states with log-densities x and x y, weights 1/4 and 3/4: E[d_i l d_j l] at (3, 5).
    const states = [
      { weight: field.constant(0.25), logDensity: x },
      { weight: field.constant(0.75), logDensity: field.multiply(x, y) },
    ];
    const mean = (integrand: (logDensity: Jet) => Jet) =>
      field.sum(states.map(({ weight, logDensity }) => field.multiply(weight, integrand(logDensity))));
    const l = tensor('logDensity');
    const definition = define({
      name: 'g',
      symbol: 'g',
      places: '_ij',
      formula: expectation(product(partial('_i', l), partial('_j', l))),
    });
    const g = componentsOf({ field, tensors: {}, expectation: mean }, definition);
    expect(
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ].map((at) => field.value(g.at(at))),
    ).toEqual([0.25 + 0.75 * 25, 0.75 * 15, 0.75 * 9]);
  });
});

describe('what means nothing here is refused:', () => {
  const refused = (formula: Formula, places = ''): (() => unknown) => {
    return () => componentsOf(world, define({ name: 't', symbol: 't', places, formula })).at([0, 0]);
  };

  it('a tensor without a value, with the names that have one', () => {
    expect(refused(tensor('torsion', '_ij'), '_ij')).toThrow(new NotationError('no tensor "torsion" here: a, b, w'));
  });

  it('a tensor with the wrong number of indices', () => {
    expect(refused(tensor('a', '_i'), '_i')).toThrow(new NotationError('a has 2 indices, not 1'));
  });

  it('an expectation without a model, a log-density outside of one', () => {
    expect(refused(expectation(tensor('logDensity')))).toThrow(/needs a statistical model/);
    expect(refused(tensor('logDensity'))).toThrow(/inside an expectation only/);
  });
});

describe('components', () => {
  const counted = (symmetries: Parameters<typeof kept>[2]) => {
    const asked: string[] = [];
    const tensor = kept(field, 2, symmetries, ([i, j]) => {
      asked.push(`${i}${j}`);
      return field.constant(10 * i + j + 1);
    });
    return { asked, tensor, value: (...at: number[]) => field.value(tensor.at(at)) };
  };

  it('are computed when asked for, and once', () => {
    const { asked, value } = counted([]);
    expect(asked).toEqual([]);
    expect([value(1, 0), value(1, 0)]).toEqual([11, 11]);
    expect(asked).toEqual(['10']);
  });

  it('of a symmetric tensor are computed on one side of the diagonal', () => {
    const { asked, value } = counted([{ places: [0, 1], sign: 1 }]);
    expect([value(1, 0), value(0, 1)]).toEqual([2, 2]);
    expect(asked).toEqual(['01']);
  });

  it('of an antisymmetric tensor have the opposite sign there and vanish on the diagonal', () => {
    const { asked, value } = counted([{ places: [0, 1], sign: -1 }]);
    expect([value(1, 0), value(0, 1), value(1, 1)]).toEqual([-2, 2, 0]);
    expect(asked).toEqual(['01']);
  });

  it('of a scalar have no index', () => {
    expect(field.value(kept(field, 0, [], () => field.constant(7)).at([]))).toBe(7);
  });

  it('keep the values of one tensor apart from those of another use of the same formula', () => {
    // The sum inside has the free indices i and j in both definitions, in opposite order.
    const inner = sum(tensor('a', '_ij'), tensor('b', '_ij'));
    const difference = define({ name: 'd', symbol: 'd', places: '_ij', formula: sum(inner, minus(inner)) });
    expect(field.value(componentsOf(world, difference).at([0, 1]))).toBe(0);
    expect(component('_ji', inner, 0, 1)).toBe(3 + 7);
    expect(component('_ij', inner, 0, 1)).toBe(2 + 6);
  });
});
