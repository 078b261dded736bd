import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/**
 * The von Mises family on the circle: unit vectors (x1, x2) = (cos(t), sin(t)) with density
 * exp(kappa cos(t - mu))/(2 pi I0(kappa)) per angle, concentration kappa about the mean direction mu, an angle
 * [Mardia, Jupp 2000, Directional Statistics, section 3.5].
 */
export function vonMises(): Family {
  return {
    name: 'von-mises',
    summary: 'von Mises distribution on the circle with mean direction mu and concentration kappa',
    coordinates: [
      { name: 'mu', domain: 'real', angle: true },
      { name: 'kappa', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'sphere', variables: ['x1', 'x2'] },
    logDensity: parseExpression('kappa*(x1*cos(mu) + x2*sin(mu)) - log(2*pi*besseli(0, kappa))'),
    normalised: true,
    statistics: ['x1', 'x2'].map(parseExpression),
  };
}
