import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { isInside, movedInside, multivariateNormal, normal } from '../../src/families/index.ts';

describe('a point', () => {
  const at = (mu: number, sigma: number) => ({ mu: rational(mu), sigma: rational(sigma) });

  it('is inside where each coordinate is in its domain', () => {
    expect(isInside(normal(), at(-3, 1))).toBe(true);
    expect(isInside(normal(), at(-3, 0))).toBe(false);
    expect(isInside(normal(), { mu: rational(1) })).toBe(false);
  });

  it('stays where it is inside, and has nowhere to go without an interior', () => {
    expect(movedInside(normal(), at(2, 1))).toEqual(at(2, 1));
    expect(movedInside(normal(), at(2, -1))).toBeUndefined();
  });

  it('moves towards the interior by halves, the fewest that do', () => {
    const family = multivariateNormal(2);
    const values = { mu1: 0, mu2: 0, s11: 1, s12: 3, s22: 1 };
    const point = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rational(value)]));
    const moved = movedInside(family, point)!;
    expect(isInside(family, moved)).toBe(true);
    // The interior has covariance zero: 3, 3/2 are outside where the variances are about 1, 3/4 may be inside.
    expect(moved['s12']).toEqual(rational(3, 4));
  });
});
