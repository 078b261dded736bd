import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The Nakagami family with shape m and spread omega: the law of the square root of a gamma variable with shape m and mean omega. */
export function nakagami(): Family {
  return {
    name: 'nakagami',
    summary: 'Nakagami distribution with shape m and spread omega',
    coordinates: [
      { name: 'm', domain: 'positive' },
      { name: 'omega', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('log(2) + m*log(m/omega) - lgamma(m) + (2*m - 1)*log(x) - m*x^2/omega'),
    normalised: true,
    statistics: ['log(x)', 'x^2'].map(parseExpression),
  };
}
