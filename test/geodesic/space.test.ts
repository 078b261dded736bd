import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { gibbs, spinModel } from '../../src/families/index.ts';
import { familySpace } from '../../src/geodesic/space.ts';
import { given, space } from './sample-spaces.ts';

describe('a family as a space', () => {
  const categorical = space('categorical');

  it('reads points in the order of its coordinates, and refuses those outside', () => {
    expect(categorical.values({ p2: rational(1, 4), p1: rational(1, 2) })).toEqual([0.5, 0.25]);
    expect(() => categorical.values({ p1: rational(1, 2), p2: rational(1, 2) })).toThrow(InputError);
  });

  it('says which condition fails', () => {
    expect(categorical.failing([0.5, 0.4])).toBeNull();
    expect(categorical.failing([0.5, 0.6])).toBe('1 - p1 - p2 > 0');
  });

  it('has its metric at any point in numbers', () => {
    const { field, geometry } = space('normal').at(1)([0, 2]);
    expect(field.value(geometry.metric.at([1, 1]))).toBeCloseTo(0.5, 14);
  });

  it('has no closed form where that would be a sum over many states', () => {
    const spins = (n: number) => familySpace(gibbs(spinModel({ spins: n, couplings: 'chain', fields: 'none' })));
    expect(spins(3).exact()).not.toBeNull();
    expect(spins(8).exact()).toBeNull();
  });
});

describe('a metric as a space', () => {
  const plane = given(['x', 'y'], [['1', '0'], ['0', 'x^2']]); // biome-ignore format: a matrix

  it('takes any values of its coordinates, all of them and no others', () => {
    expect(plane.values({ y: rational(2), x: rational(-1) })).toEqual([-1, 2]);
    expect(() => plane.values({ x: rational(1) })).toThrow('no value for y: the coordinates of the metric are x, y');
    expect(() => plane.values({ x: rational(1), y: rational(1), z: rational(1) })).toThrow('unknown z');
    expect(plane.failing([-5, 5])).toBeNull();
  });
});
