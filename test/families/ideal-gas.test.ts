import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { idealGas } from '../../src/families/index.ts';
import { potentialAt } from './transfer-matrix.ts';

it('the potential of the ideal gas sums the fugacity over numbers of particles, each with its Gaussian integral', () => {
  // Per unit of volume: log sum_n (z int exp(-beta |p|^2) dp / pi^(3/2))^n/n!, with z = exp(alpha) and p in R^3.
  const [beta, alpha] = [2, -0.5];
  let line = 0;
  for (let p = -8; p <= 8; p += 1 / 8) line += Math.exp(-beta * p * p) / 8;
  const single = Math.exp(alpha) * (line / Math.sqrt(Math.PI)) ** 3;
  let [sum, term] = [0, 1];
  for (let n = 1; n < 60; n++) {
    sum += term;
    term *= single / n;
  }
  expect(potentialAt(idealGas(), { beta, alpha })).toBeCloseTo(Math.log(sum), 12);
});

it('degrees of freedom are whole', () => {
  expect(() => idealGas(rational(1, 2))).toThrow('f must be one of 1, 2, 3, ..., got 0.5');
});
