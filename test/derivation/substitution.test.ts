import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/derivation/evaluate.ts';
import { freeVariables } from '../../src/derivation/free-variables.ts';
import { isSameTerm, keyOfFunction } from '../../src/derivation/identity.ts';
import { assume, declare, equation, type Term, term } from '../../src/derivation/index.ts';
import { inventModel } from '../../src/derivation/invention.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import type { ModelSource } from '../../src/derivation/model.ts';
import { toNumber } from '../../src/derivation/scalar.ts';
import { substitute, substituteInFunction } from '../../src/derivation/substitution.ts';
import { arbitraryTerm, g } from './arbitrary-terms.ts';
import { f, family, i, j, loss, n, p, q, score, sigma, W, X, x, x2, Y, y, α } from './setting.ts';

const { add, multiply, sum, sumUpTo } = term;

describe('substitution', () => {
  it('leaves bound variables alone and renames those that would capture', () => {
    const points = new Map([['x2', x]]);
    const result = substitute(sum(x, multiply(p(x), p(x2))), { points });
    expect(freeVariables(result)).toEqual(new Set(['x']));
    expect(isSameTerm(result, sum(declare.point('o', X), multiply(p(declare.point('o', X)), p(x))))).toBe(true);
    expect(isSameTerm(result, sum(x, multiply(p(x), p(x))))).toBe(false);
    expect(substitute(sum(x, p(x)), { points: new Map([['x', x2]]) })).toEqual(sum(x, p(x)));
  });

  it('does not let the index of a range capture a number that comes in', () => {
    const result = substitute(sumUpTo(α, 3, f(n, declare.point('z', family(n)))), { naturals: new Map([['n', α]]) });
    expect(freeVariables(result).has('α')).toBe(true);
  });

  it('is simultaneous', () => {
    const swapped = substitute(multiply(score(i, p(x)), score(j, p(x))), {
      points: new Map([
        ['i', j],
        ['j', i],
      ]),
    });
    expect(swapped).toEqual(multiply(score(j, p(x)), score(i, p(x))));
  });

  it('of a variable by its value does not change the value of a term', () => {
    const given = [p, q, f, g, W, sigma, loss].map((symbol) => assume.positive(symbol));
    fc.assert(
      fc.property(arbitraryTerm(3, 1), fc.integer({ min: 0, max: 99 }), (written, seed) => {
        // a is free in the term; x2 has the value that a has in the model.
        const renamed = substitute(written, { points: new Map([['a', x2]]) });
        const inventory = inventoryOf(equation(written, renamed), given);
        const model = inventModel(
          inventory,
          given,
          { sizes: { X: 2, Y: 2, F: 2, N: 2 }, naturals: { n: 1 }, coordinates: 2 },
          seed,
        );
        const fixed = (model: ModelSource): ModelSource => ({
          size: (space, index) => model.size(space, index),
          dimension: model.dimension,
          at: (parameter) => fixed(model.at(parameter)),
          coordinate: (map, values) => model.coordinate(map, values),
          coefficient: (name, values, power, input) => model.coefficient(name, values, power, input),
          natural: (name) => model.natural(name),
          derivative: (name, values, coordinates) => model.derivative(name, values, coordinates),
          point: (name, space) => (name === 'a' || name === 'x2' ? 1 : model.point(name, space)),
        });
        const [left, right] = [written, renamed].map((of) => toNumber(evaluate(of, fixed(model))));
        expect(right).toBeCloseTo(left, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('replaces a function by a term in its arguments, in definitions too', () => {
    const body = (of: typeof y): Term => multiply(3, q(of));
    const functions = new Map([
      [keyOfFunction(p.symbol), { parameters: [{ sort: 'point', name: 'y', space: Y } as const], body: body(y) }],
    ]);
    const spaces = new Map([['X', Y]]);
    expect(isSameTerm(substitute(sum(x, p(x)), { functions, spaces }), sum(y, body(y)))).toBe(true);
    const tripled = declare.definition('d', [x], add(p(x), 1));
    const changed = substitute(tripled(x), { functions, spaces });
    expect(changed.kind === 'defined' && changed.definition.kind === 'plain' && changed.definition.body).toMatchObject({
      kind: 'add',
      terms: [{ kind: 'multiply' }, { kind: 'rational' }],
    });
  });

  it('refuses a signature that would depend on what is not its parameter', () => {
    expect(() => substituteInFunction(p.symbol, { spaces: new Map([['X', family(n)]]) })).toThrow('depends on n');
  });
});
