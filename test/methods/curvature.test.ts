import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { squaredArea } from '../../src/methods/curvature.ts';

test('a parallelogram has its squared area, and parallel vectors span none', () => {
  // (3, 0) and (1, 2): area 6.
  expect(squaredArea(9, 5, 3)).toBe(36);
  expect(() => squaredArea(9, 4, 6)).toThrow(DomainError);
  expect(() => squaredArea(0, 4, 0)).toThrow(DomainError);
});
