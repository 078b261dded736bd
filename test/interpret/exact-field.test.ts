import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  binomial,
  categorical,
  cauchy,
  isotropicMultivariateNormal,
  normal,
  productFamily,
} from '../../src/families/index.ts';
import { exactField } from '../../src/interpret/index.ts';

function symbolsOf(family: Parameters<typeof exactField>[0]): string[] {
  return exactField(family).kernels.flatMap((kernel) =>
    kernel.kind === 'symbol' ? [`${kernel.name}${kernel.positive ? ' > 0' : ''}`] : [],
  );
}

describe('the field of a family has as symbols', () => {
  it('its coordinates, open constants, pi, and of the sample the sufficient statistics as they are written', () => {
    expect(symbolsOf(normal())).toEqual(['mu', 'sigma > 0', 'x', 'x ^ 2', 'pi > 0']);
    expect(symbolsOf(isotropicMultivariateNormal(2)).slice(3)).toEqual(['x1', 'x2', 'x1 ^ 2 + x2 ^ 2', 'pi > 0']);
    expect(symbolsOf(binomial())).toContain('n > 0');
    expect(symbolsOf(binomial(rational(3)))).not.toContain('n > 0');
  });

  it('nothing of a sample over which expectations are sums, the sample and its pivot where they have one', () => {
    expect(symbolsOf(categorical(3))).toEqual(['p1 > 0', 'p2 > 0', 'pi > 0']);
    expect(symbolsOf(cauchy())).toEqual(expect.arrayContaining(['x', 'pivot > 0', 'sign']));
  });

  it('those of all factors', () => {
    expect(symbolsOf(productFamily([categorical(2), normal()]))).toEqual([
      'p1 > 0',
      'mu',
      'sigma > 0',
      'x',
      'x ^ 2',
      'pi > 0',
    ]);
  });

  it('and derivations along its coordinates', () => {
    const field = exactField(normal());
    const square = field.multiply(field.symbol('sigma'), field.symbol('sigma'));
    expect(field.partial(square, 1)).toEqual(field.multiply(field.fromInteger(2), field.symbol('sigma')));
    expect(field.isZero(field.partial(square, 0))).toBe(true);
  });
});
