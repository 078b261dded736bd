import { expect, it } from 'vitest';
import {
  naturalOf,
  outside,
  pointOf,
  pointsIn,
  pointsOfConcrete,
  tuplesOf,
  withNatural,
  withPoint,
} from '../../src/derivation/environment.ts';
import { declare } from '../../src/derivation/index.ts';
import { storedModel } from '../../src/derivation/model.ts';
import { addNaturals, numberNatural } from '../../src/derivation/natural.ts';
import { family, i, n, X, x } from './setting.ts';

const model = storedModel({
  sizes: { X: 2, 'F[1]': 2, 'F[2]': 2, 'F[3]': 2 },
  dimension: 3,
  naturals: { n: 2 },
  points: { x: 1, i: 0 },
  functions: {},
});

it('lists the points of products and powers', () => {
  expect(pointsOfConcrete(i.space, model)).toEqual([0, 1, 2]);
  expect(pointsOfConcrete({ kind: 'pairs', left: X, right: X }, model)).toHaveLength(4);
  expect(pointsOfConcrete(family.first(3), model)).toHaveLength(8);
  expect(pointsOfConcrete(family.first(0), model)).toEqual([[]]);
  expect(pointsOfConcrete(family.first(1), model)).toEqual([
    [[], 0],
    [[], 1],
  ]);
});

it('a variable has its innermost value, and that of the model where it is free', () => {
  expect([naturalOf(n, model, outside), pointOf(x, model, outside)]).toEqual([2, 1]);
  const inner = withNatural(withPoint(outside, 'x', 0), 'n', 5);
  expect([naturalOf(addNaturals(n, numberNatural(1)), model, inner), pointOf(x, model, inner)]).toEqual([6, 0]);
  expect([naturalOf(n, model, outside), pointOf(x, model, outside)]).toEqual([2, 1]);
});

it('spaces have the length that their naturals have there', () => {
  const power = family.first(n);
  expect(pointsIn(power, model)).toHaveLength(4);
  const y = declare.point('y', power);
  expect(tuplesOf([y, x], model, withNatural(outside, 'n', 1))).toHaveLength(4);
  expect(tuplesOf([], model, outside)).toEqual([[]]);
});
