import { expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { cramerRaoBound } from '../../src/geometry/index.ts';
import { tensorOn } from '../../src/interpret/index.ts';
import { given } from './sample-manifolds.ts';
import { manifold } from './sample-metrics.ts';

/** The normal family in w = mean and x = standard deviation. */
const normal = manifold(
  ['w', 'x'],
  [
    ['1/x^2', '0'],
    ['0', '2/x^2'],
  ],
);
const scalar = (text: string): { rank: number; at: () => ClosedForm } => ({ rank: 0, at: () => normal.form(text) });
const bound = (f: string, h: string): ClosedForm =>
  tensorOn(given(normal), cramerRaoBound, { f: scalar(f), h: scalar(h) }).at([]);

it('the bound of the mean is the variance, that of the variance twice its square', () => {
  expect(normal.field.equals(bound('w', 'w'), normal.form('x^2'))).toBe(true);
  // d(x^2) = 2x dx and g^xx = x^2/2: the variance of the sample variance of n observations is 2 x^4/n to first order.
  expect(normal.field.equals(bound('x^2', 'x^2'), normal.form('2*x^4'))).toBe(true);
});

it('mean and variance have no mixed bound; a function of both has', () => {
  expect(normal.field.isZero(bound('w', 'x^2'))).toBe(true);
  expect(normal.field.equals(bound('w', 'w/x'), normal.form('x'))).toBe(true);
});
