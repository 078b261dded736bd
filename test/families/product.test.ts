import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { printExpression } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import {
  bernoulli,
  binomial,
  categorical,
  cauchy,
  checkPoint,
  gibbs,
  laplace,
  multivariateNormal,
  normal,
  pareto,
  poisson,
  productFamily,
  spinModel,
} from '../../src/families/index.ts';
import { density } from './density-checks.ts';

describe('a product of families', () => {
  it('has the product of the densities, names of its own where they clash', () => {
    const family = productFamily([normal(), cauchy(), poisson()]);
    expect(family.name).toBe('normal*cauchy*poisson');
    const names = family.coordinates.map(({ name }) => name);
    expect(names).toEqual(['mu_1', 'sigma_1', 'mu_2', 'gamma_2', 'lambda_3']);
    expect(family.sampleSpace.variables).toEqual(['x_1', 'x_2', 'x_3']);
    const value = density(family, { mu_1: 1, sigma_1: 2, mu_2: 0, gamma_2: 3, lambda_3: 4 })({
      x_1: 0.5,
      x_2: 1,
      x_3: 2,
    });
    const expected =
      density(normal(), { mu: 1, sigma: 2 })({ x: 0.5 }) *
      density(cauchy(), { mu: 0, gamma: 3 })({ x: 1 }) *
      density(poisson(), { lambda: 4 })({ x: 2 });
    expect(value).toBeCloseTo(expected, 14);
  });

  it('leaves names that do not clash', () => {
    const { coordinates, constants } = productFamily([normal(), binomial()]);
    expect(coordinates.map(({ name }) => name)).toEqual(['mu', 'sigma', 'theta']);
    expect(constants.map(({ name }) => name)).toEqual(['n']);
  });

  it('of exponential families has the statistics of all', () => {
    const { statistics = [] } = productFamily([normal(), poisson()]);
    expect(statistics.map(printExpression)).toEqual(['x_1', 'x_1 ^ 2', 'x_2']);
    expect(productFamily([normal(), cauchy()]).statistics).toBeUndefined();
  });

  it('of finite families has the pairs of their states, weights multiplied', () => {
    const ring = gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' }));
    const family = productFamily([categorical(3), ring]);
    const { sampleSpace } = family;
    if (sampleSpace.kind !== 'finite' || ring.sampleSpace.kind !== 'finite') throw new Error('not finite');
    expect(sampleSpace.states.length).toBe(3 * ring.sampleSpace.states.length);
    expect(sampleSpace.weights?.reduce((sum, weight) => Number(sum) + Number(weight), 0)).toBe(3 * 8);
    expect(family.normalised).toBe(false);
    const large = gibbs(spinModel({ spins: 10, couplings: 'chain', fields: 'each' }));
    expect(() => productFamily([large, large])).toThrow(InputError);
  });

  it('keeps what cuts the domain of each factor, and says of each why it is not regular', () => {
    const family = productFamily([multivariateNormal(2), pareto(), laplace()]);
    expect(() => checkPoint(family, { ...family.interior })).not.toThrow();
    const definite = productFamily([multivariateNormal(2), multivariateNormal(1)]);
    expect(() => checkPoint(definite, { ...definite.interior })).not.toThrow();
    expect(() => checkPoint(definite, { ...definite.interior, s12_1: rational(2) })).toThrow(
      /s12_1 \^ 2 must be positive/,
    );
    expect(family.nonRegular).toMatch(/support .*; .*kink/);
  });

  it('takes two factors at least', () => {
    expect(() => productFamily([bernoulli()])).toThrow('a product needs two families or more, got 1');
  });
});
