import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The Pareto family with shape alpha and least value x_m, density alpha x_m^alpha/x^(alpha + 1) on x > x_m
 * [Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions 1, chapter 20]. alpha log(x/x_m) is standard exponential.
 */
export function pareto(): Family {
  return {
    name: 'pareto',
    summary: 'Pareto distribution with shape alpha and least value x_m',
    coordinates: [
      { name: 'alpha', domain: 'positive' },
      { name: 'x_m', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'interval', variables: ['x'], low: parseExpression('x_m'), high: null },
    logDensity: parseExpression('log(alpha) + alpha*log(x_m) - (alpha + 1)*log(x)'),
    normalised: true,
    pivot: gammaPivot('1', { x: 'x_m*exp(pivot/alpha)' }),
    nonRegular: 'the support x > x_m moves with the coordinates, so that the score has mean alpha/x_m, not 0',
  };
}
