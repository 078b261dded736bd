import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { adaptivePanels } from '../../../src/interpret/numeric/adaptive-panels.ts';

function integral(
  breaks: readonly number[],
  f: (t: number) => number,
  which: 'weights' | 'coarse' = 'weights',
): number {
  const rule = adaptivePanels(breaks, (t) => [f(t)], 1e-13);
  return rule.nodes.reduce((sum, t, k) => sum + rule[which][k]! * f(t), 0);
}

it('one panel is exact for polynomials of degree 22, its coarser rule for those of degree 13 and no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 3 }), (degree, end) => {
      const f = (t: number): number => t ** degree;
      const exact = end ** (degree + 1) / (degree + 1);
      expect(Math.abs(integral([0, end], f) - exact)).toBeLessThan(1e-13 * exact);
    }),
  );
  const coarse = (degree: number): number => {
    const rule = adaptivePanels([0, 1], () => [1], 1);
    return rule.nodes.reduce((sum, t, k) => sum + rule.coarse[k]! * t ** degree, 0) - 1 / (degree + 1);
  };
  expect(Math.abs(coarse(13))).toBeLessThan(1e-14);
  expect(Math.abs(coarse(14))).toBeGreaterThan(1e-10);
});

it.each<[string, (t: number) => number, number]>([
  ['a kink', (t) => Math.abs(t - 0.3), (0.3 ** 2 + 0.7 ** 2) / 2],
  ['a narrow peak', (t) => 1e-3 / (1e-6 + (t - 0.7) ** 2), Math.atan(300) + Math.atan(700)],
  ['a root', Math.sqrt, 2 / 3],
])('panels are halved where it is needed: %s', (_, f, exact) => {
  expect(Math.abs(integral([0, 1], f) - exact)).toBeLessThan(1e-11);
});

it('what vanishes beside the first integrand is not resolved, and what cannot be settled is refused', () => {
  const noise = (t: number): number => 1e-20 * Math.sin(1e9 * t);
  expect(adaptivePanels([0, 1], (t) => [1, noise(t)], 1e-12).nodes).toHaveLength(15);
  expect(() => adaptivePanels([0, 1], (t) => [1, Math.sin(1e9 * t)], 1e-12)).toThrow(DomainError);
});
