import { describe, expect, test } from 'vitest';
import { rational } from '../../../src/algebra/index.ts';
import { beta, exponential, type Family, normal, poisson, typedFamily, vonMises } from '../../../src/families/index.ts';
import { quantileFunction } from '../../../src/interpret/index.ts';

const shares = [1e-6, 0.03, 0.4, 0.5, 0.77, 0.999];
const typed = (density: string, variables: string, parameters: string): Family =>
  typedFamily({ density, variables, parameters }).family;

describe('quantiles', () => {
  // Distribution functions in closed form, inverted by hand.
  test.each([
    ['exponential', exponential(), [2.5], (u: number) => -Math.log(1 - u) / 2.5],
    [
      'logistic, not normalised',
      typed('exp(-x/s)/(1+exp(-x/s))^2', 'x real', 's positive'),
      [3],
      (u: number) => 3 * Math.log(u / (1 - u)),
    ],
    ['a power on an interval', typed('a*x^(a-1)', 'x unit', 'a positive'), [0.4], (u: number) => u ** 2.5],
    [
      'half an angle',
      typed('1 + c*cos(x)', 'x circle', 'c unit'),
      [1e-9],
      (u: number) => 2 * Math.PI * u, // all but uniform
    ],
  ] as const)('of the law %s are those of its distribution function', (_, family, values, quantile) => {
    const found = quantileFunction(family, values);
    // A share off by 1e-7 moves the quantile by 1e-7 over the density.
    for (const share of shares) {
      const slope = (quantile(share + 1e-7) - quantile(share - 1e-7)) / 2e-7;
      expect(Math.abs(found(share) - quantile(share))).toBeLessThan(1e-7 * slope + 1e-12);
    }
  });

  test('of a normal law lie symmetrically about the mean', () => {
    const found = quantileFunction(normal(), [7, 0.5]);
    expect(found(0.5)).toBeCloseTo(7, 7);
    expect(found(0.975)).toBeCloseTo(7 + 0.5 * 1.959963984540054, 6); // a table value
    expect(found(0.2) + found(0.8)).toBeCloseTo(14, 6);
  });

  test('of counts are the least counts whose probabilities sum to more than the share', () => {
    const found = quantileFunction(poisson(), [3]);
    let [sum, probability] = [0, Math.exp(-3)];
    for (let count = 0; count < 9; count += 1) {
      sum += probability;
      expect(found(sum - 1e-9)).toBe(count);
      expect(found(sum + 1e-9)).toBe(count + 1);
      probability *= 3 / (count + 1);
    }
    const both = typed('exp(-a*x^2)', 'x integer', 'a positive');
    expect(quantileFunction(both, [1])(0.5)).toBe(0);
    expect(quantileFunction(both, [1])(0.0103)).toBe(-2); // P(x <= -2) = 0.01040 with sum exp(-n^2) = 1.77264
    expect(quantileFunction(both, [1])(0.0105)).toBe(-1);
  });

  test('are refused where the sample has several components', () => {
    expect(() => quantileFunction(beta(), [1, 2])).toThrow(/nothing here draws from beta/);
    expect(() => quantileFunction(vonMises(), [0, 1])).toThrow(/exact expectations or observed targets/);
  });
});

test('a constant with a value counts', () => {
  const family = typedFamily({
    density: 'k*exp(-k*r*x)',
    variables: 'x positive',
    parameters: 'r positive',
    constants: 'k = 2',
  }).family;
  expect(family.constants[0]?.value).toEqual(rational(2));
  expect(quantileFunction(family, [3])(0.5)).toBeCloseTo(Math.LN2 / 6, 7);
});
