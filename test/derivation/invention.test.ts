import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationals } from '../../src/algebra/index.ts';
import { assume, equation, term } from '../../src/derivation/index.ts';
import { inventModel } from '../../src/derivation/invention.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import { type ModelSource, storedModel } from '../../src/derivation/model.ts';
import { printScalar, toNumber } from '../../src/derivation/scalar.ts';
import { f, family, p, q, X, x, x2, y } from './setting.ts';

const claim = equation(term.sum(x, p(x)), term.sum(y, q(y)));
const shape = { sizes: { X: 3, Y: 2 }, naturals: {}, coordinates: 2 };
const seeds = fc.integer({ min: 0, max: 1e6 });

describe('an invented model', () => {
  it('has functions as the assumptions demand', () => {
    const given = [assume.positive(p), assume.normalised(p), assume.nonzero(q)];
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = inventModel(inventoryOf(claim, given), given, shape, seed);
        const row = (coordinates: number[]) => [0, 1, 2].map((place) => model.derivative('p', [place], coordinates));
        expect(row([]).every((value) => toNumber(value) > 0)).toBe(true);
        expect(rationals.sum(row([]).map((value) => value as never))).toEqual(rationals.one);
        for (const order of [[0], [1], [0, 1], [1, 1]]) {
          expect(rationals.isZero(rationals.sum(row(order).map((value) => value as never)))).toBe(true);
        }
        for (const place of [0, 1]) expect(toNumber(model.derivative('q', [place], []))).not.toBe(0);
      }),
    );
  });

  it('without a seed is the simplest: equal probabilities, θ moves one point against the last', () => {
    const given = [assume.positive(p), assume.normalised(p)];
    const model = inventModel(inventoryOf(claim, given), given, shape, null);
    const row = (coordinates: number[]) =>
      [0, 1, 2].map((place) => printScalar(model.derivative('p', [place], coordinates)));
    expect([row([]), row([0]), row([1]), row([0, 0])]).toEqual([
      ['1/3', '1/3', '1/3'],
      ['1', '0', '-1'],
      ['0', '1', '-1'],
      ['0', '0', '0'],
    ]);
  });

  it('answers the same when asked again, and from its data', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const inventory = inventoryOf(
          equation(term.sum(x, p(x)), f(1, { kind: 'variable', name: 'z', space: family(1) })),
          [],
        );
        const model = inventModel(inventory, [], { ...shape, sizes: { X: 2, F: 2 } }, seed);
        const ask = (source: Pick<typeof model, 'derivative' | 'size'>) => [
          source.size('F', 1),
          source.size('F', 2),
          source.derivative('p', [1], [0]),
          source.derivative('f', [1, 0], []),
          source.derivative('f', [2, 0], []),
        ];
        const first = ask(model);
        expect(ask(model)).toEqual(first);
        expect(ask(storedModel(model.toData()))).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('may give the members of a family different sizes', () => {
    const inventory = inventoryOf(equation(f(1, { kind: 'variable', name: 'z', space: family(1) }), 0), []);
    const sizes = [1, 2, 3, 4, 5, 6].map((seed) => {
      const model = inventModel(inventory, [], { ...shape, sizes: { F: 2 } }, seed);
      return [1, 2, 3].map((index) => model.size('F', index)).join();
    });
    expect(sizes.some((triple) => triple.includes('1') && triple.includes('2'))).toBe(true);
  });

  it('has free points that differ and points that agree, whatever small seed', () => {
    const inventory = inventoryOf(equation(p(x), p(x2)), []);
    const places = Array.from({ length: 40 }, (_, seed) => {
      const model = inventModel(inventory, [], shape, seed);
      return [model.point('x', X), model.point('x2', X)];
    });
    expect(places.some(([a, b]) => a === b) && places.some(([a, b]) => a !== b)).toBe(true);
  });

  it('has other values at another θ, as demanded there too, and the same ones where a function is constant', () => {
    const given = [assume.positive(p), assume.normalised(p), assume.constant(q)];
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = inventModel(inventoryOf(claim, given), given, shape, seed);
        const row = (source: ModelSource) => [0, 1, 2].map((place) => source.derivative('p', [place], []));
        expect(rationals.sum(row(model.at(1)).map((value) => value as never))).toEqual(rationals.one);
        expect(model.at(1).derivative('q', [1], [])).toEqual(model.derivative('q', [1], []));
        expect(row(model.at(1).at(0))).toEqual(row(model));
        expect(row(storedModel(model.toData()).at(1))).toEqual(row(model.at(1)));
      }),
    );
    const differs = [1, 2, 3].some((seed) => {
      const model = inventModel(inventoryOf(claim, given), given, shape, seed);
      return toNumber(model.derivative('p', [0], [])) !== toNumber(model.at(1).derivative('p', [0], []));
    });
    expect(differs).toBe(true);
  });
});
