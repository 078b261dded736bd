import fc from 'fast-check';
import {
  curvatureLaws,
  lawProperty,
  manifoldsAtPoint,
  measuredAtPoint,
  measuredExactly,
  type PointManifold,
  planes,
  sectionalCurvatureOfPlane,
  withoutDeclaredSymmetries,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { type Jet, jets } from '../../src/calculus/index.ts';
import { multivariateNormal, normal } from '../../src/families/index.ts';
import { type Components, exactManifold, exactModel } from '../../src/interpret/index.ts';

/** A structure without any symmetry, to which none of the laws applies. */
function lawless(): PointManifold {
  const field = jets(2, 1);
  const any = (rank: number): Components<Jet> => ({
    rank,
    at: (indices) => field.constant(indices.reduce((value, index) => 3 * value + index, 1) ** 2),
  });
  const [matrix, fourth, scalar] = [any(2), any(4), any(0)];
  const tensors = { metric: matrix, inverseMetric: matrix, ricci: matrix, riemann: fourth, curvatureOperator: fourth };
  const geometry = { ...tensors, christoffel: any(3), scalar, kretschmann: scalar };
  return { coordinates: ['x', 'y'], field, geometry };
}

describe.each(curvatureLaws)('$name', ({ violation }) => {
  it('fails for tensors without symmetries', () => {
    expect(violation(measuredAtPoint(lawless()))).not.toBeNull();
  });

  it('holds exactly of the normal family in closed form', () => {
    expect(violation(withoutDeclaredSymmetries(measuredExactly(exactManifold(exactModel(normal())))))).toBeNull();
  });
});

describe('the sectional curvature', () => {
  it.each([2, 3])('depends on the plane alone in %i dimensions', async (dimension) => {
    const cases = fc.record({ manifold: manifoldsAtPoint(dimension), plane: planes(dimension) });
    await fc.assert(lawProperty(sectionalCurvatureOfPlane, cases), { numRuns: 10 });
  });

  it('does not for a curvature without symmetries', () => {
    const manifold = lawless();
    const metric = { rank: 2, at: ([i, j]: readonly number[]) => manifold.field.constant(i === j ? 1 : 0) };
    const wrong = { ...manifold, geometry: { ...manifold.geometry, metric } };
    const plane = [
      [1, 0],
      [0.6, 0.8],
    ] as const;
    expect(sectionalCurvatureOfPlane.violation({ manifold: wrong, plane })).toMatch(/in one basis/);
  });
});

it('curvature of the bivariate normal family keeps the first Bianchi identity exactly', () => {
  const law = curvatureLaws.find(({ name }) => name.startsWith('first Bianchi'))!;
  const manifold = exactManifold(exactModel(multivariateNormal(2)));
  expect(law.violation(measuredExactly(manifold))).toBeNull();
});
