import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reparametrize } from '../../src/families/index.ts';
import { geodesicBetweenPoints } from '../../src/geodesic/between.ts';
import { familySpace } from '../../src/geodesic/space.ts';
import { family, given, space } from './sample-spaces.ts';

/** Points whose coordinates are from the middle of their domains. */
const middling = (domain: string): fc.Arbitrary<number> => {
  if (domain === 'unit') return fc.double({ min: 0.1, max: 0.45, noNaN: true });
  return fc.double(domain === 'positive' ? { min: 0.5, max: 3, noNaN: true } : { min: -1, max: 1, noNaN: true });
};

describe.each(['bernoulli', 'categorical', 'gumbel', 'inverse-gaussian', 'normal', 'weibull'])(
  'in the %s family',
  (name) => {
    const of = space(name);
    const point = fc.tuple(...of.coordinates.map(({ domain }) => middling(domain)));

    it('closed form and geodesic equation agree to 1e-9: the length, the first velocity, the middle', () => {
      fc.assert(
        fc.property(point, point, (from, to) => {
          const closed = geodesicBetweenPoints(of, from, to);
          const solved = geodesicBetweenPoints(of, from, to, 'equation');
          expect([closed.method, solved.method]).toEqual(['closed form', 'geodesic equation']);
          expect(Math.abs(closed.length - solved.length)).toBeLessThan(1e-9);
          for (const [a, b] of [
            [closed.velocity, solved.velocity],
            [closed.at(0.5), solved.at(0.5)],
          ]) {
            a.forEach((value, i) => {
              expect(Math.abs(value - b[i])).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
            });
          }
          expect(solved.error).toBeLessThan(1e-9);
        }),
        { numRuns: 1 },
      );
    });
  },
);

describe('in the gamma family, which has no closed form,', () => {
  const gamma = space('gamma');
  const [a, b, c] = [
    [1, 2],
    [5, 1],
    [0.5, 0.7],
  ];
  const distance = (from: number[], to: number[]): number => geodesicBetweenPoints(gamma, from, to).length;

  it('distance is symmetric and keeps the triangle inequality', () => {
    expect(distance(a, b)).toBeCloseTo(distance(b, a), 10);
    expect(distance(a, c)).toBeLessThan(distance(a, b) + distance(b, c));
  });

  it('it does not depend on the parametrisation', () => {
    const rate = reparametrize(
      family('gamma'),
      [
        { name: 'k', domain: 'positive' },
        { name: 'm', domain: 'positive' },
      ],
      { k: 'k', theta: 'm/k' },
    );
    const there = geodesicBetweenPoints(familySpace(rate), [1, 2], [5, 5]);
    expect(there.length).toBeCloseTo(distance(a, b), 10);
  });

  it('points on the way divide it', () => {
    const { at, length } = geodesicBetweenPoints(gamma, a, b);
    const middle = at(0.25);
    expect(distance(a, middle)).toBeCloseTo(length / 4, 9);
    expect(distance(middle, b)).toBeCloseTo((3 * length) / 4, 9);
  });

  it('it is said that a shorter path elsewhere is not excluded', () => {
    expect(geodesicBetweenPoints(gamma, a, b)).toMatchObject({
      method: 'geodesic equation',
      minimality: 'locally shortest',
    });
  });
});

describe('for one parameter without a known arc length', () => {
  const chi = space('chi-squared');

  it('quadrature and the geodesic equation agree, and the way is paced by length', () => {
    const found = geodesicBetweenPoints(chi, [0.5], [20]);
    expect(found).toMatchObject({ method: 'quadrature', minimality: 'unique' });
    const solved = geodesicBetweenPoints(chi, [0.5], [20], 'equation');
    expect(found.length).toBeCloseTo(solved.length, 9);
    expect(found.at(0.3)[0]).toBeCloseTo(solved.at(0.3)[0], 8);
    expect(found.velocity[0]).toBeCloseTo(solved.velocity[0], 8);
    expect(geodesicBetweenPoints(chi, [20], [0.5]).length).toBeCloseTo(found.length, 11);
  });
});

describe('around the angle of the von Mises family', () => {
  const circle = space('von-mises');

  it('the nearer way is taken, whatever multiples of 2 pi the coordinates have', () => {
    const near = geodesicBetweenPoints(circle, [0, 4], [0.5, 4]);
    const around = geodesicBetweenPoints(circle, [2 * Math.PI, 4], [0.5, 4]);
    expect(around.length).toBeCloseTo(near.length, 9);
    expect(near.minimality).toBe('locally shortest');
    expect(around.at(0.5)[0]).toBeGreaterThan(2 * Math.PI);
  });
});

describe('what has no distance says so:', () => {
  it('a metric that is not definite', () => {
    const minkowski = given(['t', 'x'], [['-1', '0'], ['0', '1']]); // biome-ignore format: a matrix
    expect(() => geodesicBetweenPoints(minkowski, [0, 0], [1, 0])).toThrow('not positive definite at t = 0, x = 0');
  });

  it('a singular metric, with its null directions', () => {
    const cylinder = given(['x', 'y'], [['1', '1'], ['1', '1']]); // biome-ignore format: a matrix
    expect(() => geodesicBetweenPoints(cylinder, [0, 0], [1, 0])).toThrow(/null directions: d_x - d_y/);
  });

  it('points whose geodesic leaves a domain that is cut off', () => {
    // sigma < 1 only, above which half-circles between distant points rise.
    const cut = reparametrize(
      family('normal'),
      [
        { name: 'mu', domain: 'real' },
        { name: 's', domain: 'unit' },
      ],
      { mu: 'mu', sigma: 's' },
    );
    expect(() => geodesicBetweenPoints(familySpace(cut), [0, 0.9], [4, 0.9])).toThrow(/leaves the domain, at mu = /);
    expect(geodesicBetweenPoints(familySpace(cut), [0, 0.2], [0.1, 0.2]).method).toBe('closed form');
  });

  it('points between which the metric ends', () => {
    const broken = given(['x'], [['1/x^2']]);
    expect(() => geodesicBetweenPoints(broken, [-1], [1])).toThrow(/the metric is singular between the points/);
  });
});
