import { describe, expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { reparametrize } from '../../src/families/index.ts';
import { recognisedSpace } from '../../src/geodesic/recognise.ts';
import { familySpace, type GeodesicSpace } from '../../src/geodesic/space.ts';
import type { ExactField, Manifold } from '../../src/interpret/index.ts';
import { family, given, space, sphere } from './sample-spaces.ts';

const model = (of: GeodesicSpace, ...points: number[][]) =>
  recognisedSpace(of.exact() as Manifold<ClosedForm> & { readonly field: ExactField }, of, points);

describe('what a metric is follows from its closed form:', () => {
  it.each<[string, Record<string, number>, number[], RegExp]>([
    ['normal', {}, [0, 1], /^hyperbolic plane of curvature -0.5$/],
    ['log-normal', {}, [0, 1], /^hyperbolic plane of curvature -0.5$/],
    ['inverse-gaussian', {}, [1, 2], /^hyperbolic plane of curvature -0.5$/],
    ['categorical', { n: 4 }, [0.1, 0.2, 0.3], /^part of a sphere of radius 2:/],
    ['multinomial', { n: 3, N: 9 }, [0.1, 0.2], /^part of a sphere of radius 6:/],
    ['bernoulli', {}, [0.3], /arcsin/],
    ['geometric', {}, [0.3], /artanh/],
    ['poisson', {}, [2], /x\^0.5/],
    ['exponential', {}, [2], /log/],
    ['rayleigh', {}, [2], /log/],
  ])('%s', (name, parameters, point, description) => {
    expect(model(space(name, parameters), point)?.description).toMatch(description);
  });

  it('reparametrisations that keep its shape are recognised too, and give the same distances', () => {
    const precision = reparametrize(
      family('normal'),
      [
        { name: 'mu', domain: 'real' },
        { name: 't', domain: 'positive' },
      ],
      { mu: '3*mu', sigma: 't^(-1/2)' },
    );
    const there = familySpace(precision);
    const plane = model(there, [0, 1], [2 / 3, 1]);
    expect(plane?.description).toBe('hyperbolic plane of curvature -0.5');
    expect(plane?.distance([0, 1], [2 / 3, 1])).toBeCloseTo(Math.SQRT2 * Math.acosh(2), 13);
  });

  it('mixed terms are a shear of the half-plane: (x, y) -> (x + 2y, y) changes no distance', () => {
    const sheared = given(
      ['x', 'y'],
      [
        ['1/y^2', '-2/y^2'],
        ['-2/y^2', '6/y^2'],
      ],
    );
    // dz = dx - 2 dy: (dz^2 + 2 dy^2)/y^2, the normal family again
    const plane = model(sheared, [2, 1], [4, 1]);
    expect(plane?.description).toBe('hyperbolic plane of curvature -0.5');
    expect(plane?.distance([2, 1], [4, 1])).toBeCloseTo(Math.SQRT2 * Math.acosh(2), 13);
  });

  it('a product falls apart into its factors', () => {
    const product = given(
      ['a', 'x', 'b', 'y'],
      [
        ['1/b^2', '0', '0', '0'],
        ['0', '2', '0', '1'],
        ['0', '0', '1/b^2', '0'],
        ['0', '1', '0', '3'],
      ],
    );
    expect(model(product, [0, 0, 1, 0])?.description).toMatch(
      /^product of hyperbolic plane of curvature -1; flat space/,
    );
  });

  it('covariance matrices with fixed mean', () => {
    // tr(S^-1 dS S^-1 dS)/2 for S = [[a, b], [b, c]], written out
    const d2 = '(a*c - b^2)^2';
    const matrices = given(
      ['a', 'b', 'c'],
      [
        [`c^2/(2*${d2})`, `-b*c/${d2}`, `b^2/(2*${d2})`],
        [`-b*c/${d2}`, `(a*c + b^2)/${d2}`, `-a*b/${d2}`],
        [`b^2/(2*${d2})`, `-a*b/${d2}`, `a^2/(2*${d2})`],
      ],
    );
    const found = model(matrices, [1, 0, 1]);
    expect(found?.description).toMatch(/^positive definite matrices of order 2/);
    expect(found?.distance([1, 0, 1], [4, 0, 9])).toBeCloseTo(Math.sqrt((Math.log(4) ** 2 + Math.log(9) ** 2) / 2), 12);
  });
});

describe('nothing is taken for what it is not:', () => {
  it.each<[string, GeodesicSpace, number[]]>([
    ['the gamma family', space('gamma'), [1, 1]],
    ['the beta family', space('beta'), [1, 1]],
    ['a round sphere', sphere, [0, 0]],
    ['a plane in polar coordinates', given(['r', 'phi'], [['1', '0'], ['0', 'r^2']]), [1, 0]], // biome-ignore format: a matrix
    ['a half-plane with a wrong power', given(['x', 'y'], [['1/y^2', '0'], ['0', '1/y^3']]), [0, 1]], // biome-ignore format: a matrix
    ['a metric that is not definite', given(['x', 't'], [['1', '0'], ['0', '-1']]), [0, 0]], // biome-ignore format: a matrix
    ['a simplex with unequal weights', given(['p', 'q'], [['1/p + 1/(1-p-q)', '1/(1-p-q)'], ['1/(1-p-q)', '2/q + 1/(1-p-q)']]), [0.2, 0.3]], // biome-ignore format: a matrix
  ])('%s', (_, of, point) => {
    expect(model(of, point)).toBeNull();
  });

  it('a power of a coordinate that is not positive at all points', () => {
    const line = given(['x'], [['x^2']]);
    expect(model(line, [1], [2])).not.toBeNull();
    expect(model(line, [-1], [2])).toBeNull();
  });
});
