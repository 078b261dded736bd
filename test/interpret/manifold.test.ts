import { describe, expect, it } from 'vitest';
import { binomial, categorical, gibbs, normal, spinModel } from '../../src/families/index.ts';
import { alphaGeometry } from '../../src/interpret/index.ts';
import { allZero, diagonal, given, statistical } from '../geometry/sample-manifolds.ts';
import { tuples } from '../geometry/sample-metrics.ts';

const exponentialFamilies = [
  { title: 'normal', family: normal() },
  { title: 'binomial', family: binomial() },
  { title: 'categorical', family: categorical(3) },
  { title: 'Gibbs', family: gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' })) },
];

describe.each(exponentialFamilies)('$title', ({ family }) => {
  const { manifold, field, geometry, tensor } = statistical(family);

  it.each([1, -1])('is flat for alpha = %i [Amari, Nagaoka 2000] (2.3)', (numerator) => {
    const { riemann, scalar } = alphaGeometry(manifold, tensor, { numerator, denominator: 1 });
    expect(allZero(manifold, riemann)).toBe(true);
    expect(field.isZero(scalar.at([]))).toBe(true);
  });

  it('has for alpha = 0 the Levi-Civita connection, and curvature (1 - alpha^2) times its own for other alpha', () => {
    const { christoffel, riemann } = alphaGeometry(manifold, tensor, { numerator: 0, denominator: 1 });
    const half = alphaGeometry(manifold, tensor, { numerator: 1, denominator: 2 });
    const factor = field.divide(field.fromInteger(3), field.fromInteger(4));
    for (const at of tuples(field.dimension, 3)) expect(christoffel.at(at)).toEqual(geometry.christoffel.at(at));
    for (const at of tuples(field.dimension, 4)) {
      expect(riemann.at(at)).toEqual(geometry.riemann.at(at));
      expect(half.riemann.at(at)).toEqual(field.multiply(factor, geometry.riemann.at(at)));
    }
  });
});

describe('the sign of alpha', () => {
  it('is that for which the connection +1 vanishes in natural coordinates, and -1 does not', () => {
    // Gibbs measures are given by their natural coordinates.
    const { manifold, tensor } = statistical(gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' })));
    const connection = (numerator: number) =>
      alphaGeometry(manifold, tensor, { numerator, denominator: 1 }).christoffel;
    expect(allZero(manifold, connection(1))).toBe(true);
    expect(allZero(manifold, connection(-1))).toBe(false);
  });

  it('is that for which the connection -1 vanishes in probabilities, which are expectations', () => {
    const { manifold, tensor } = statistical(categorical(4));
    const connection = (numerator: number) =>
      alphaGeometry(manifold, tensor, { numerator, denominator: 1 }).christoffel;
    expect(allZero(manifold, connection(-1))).toBe(true);
    expect(allZero(manifold, connection(1))).toBe(false);
  });

  it('gives connections whose sum for alpha and -alpha is twice that of Levi-Civita', () => {
    const { manifold, tensor, field, geometry } = statistical(normal());
    const [plus, minus] = [1, -1].map((numerator) => alphaGeometry(manifold, tensor, { numerator, denominator: 3 }));
    for (const at of tuples(2, 3)) {
      const total = field.add(plus.christoffel.at(at), minus.christoffel.at(at));
      expect(total).toEqual(field.multiply(field.fromInteger(2), geometry.christoffel.at(at)));
    }
  });
});

it('the Ricci tensor of an alpha-connection need not be symmetric', () => {
  // The plane with T_xxx = y: for alpha = 1, Gamma^x_xx = -y/2 alone, so R_xy = R^x_xxy = -d_y Gamma^x_xx = 1/2, R_yx = 0.
  const plane = diagonal(['x', 'y'], ['1', '1']);
  const { field, form } = plane;
  const tensor = { rank: 3, at: (indices: readonly number[]) => (indices.some((k) => k > 0) ? field.zero : form('y')) };
  const { ricci } = alphaGeometry(given(plane), tensor, { numerator: 1, denominator: 1 });
  expect(ricci.at([0, 1])).toEqual(form('1/2'));
  expect(field.isZero(ricci.at([1, 0]))).toBe(true);
});
