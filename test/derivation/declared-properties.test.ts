import { expect, it } from 'vitest';
import { declaredProperty, declaredSmoothness, least, notSmooth } from '../../src/derivation/declared-properties.ts';
import { assume, declare } from '../../src/derivation/index.ts';
import { p, q, Y } from './setting.ts';

const given = [
  assume.positive(p),
  assume.differentiable(p, 1),
  assume.differentiable(p, 3),
  assume.differentiable(p, 2),
];

it('properties are those declared of this very function', () => {
  expect(declaredProperty(given, 'positive', p.symbol)).toEqual([assume.positive(p)]);
  expect(declaredProperty(given, 'nonzero', p.symbol)).toBeNull();
  expect(declaredProperty(given, 'positive', q.symbol)).toBeNull();
  // Of the same name, on another space.
  expect(declaredProperty(given, 'positive', declare.function('p', Y).symbol)).toBeNull();
});

it('smoothness is the most that is declared, and of several the least, with the reasons of all', () => {
  expect(declaredSmoothness(given, p.symbol)).toEqual({ order: 3, uses: [assume.differentiable(p, 3)] });
  expect(declaredSmoothness(given, q.symbol)).toEqual(notSmooth);
  const [once, twice] = [1, 2].map((order) => declaredSmoothness([assume.differentiable(p, order)], p.symbol));
  expect(least([twice, once])).toEqual({ order: 1, uses: [...twice.uses, ...once.uses] });
  expect(least([])).toEqual({ order: Number.POSITIVE_INFINITY, uses: [] });
});
