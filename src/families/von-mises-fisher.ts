import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/**
 * The von Mises-Fisher family on the sphere: unit vectors x in space with density
 * kappa exp(kappa m . x)/(4 pi sinh(kappa)) per surface, concentration kappa about the mean direction m = (sin(theta)
 * cos(phi), sin(theta) sin(phi), cos(theta)), where theta is the colatitude, between 0 and pi, and phi the longitude
 * [Fisher 1953, Dispersion on a sphere; Mardia, Jupp 2000, Directional Statistics, section 9.3].
 */
export function vonMisesFisher(): Family {
  return {
    name: 'von-mises-fisher',
    summary: 'von Mises-Fisher distribution on the sphere: concentration kappa, mean direction theta, phi',
    coordinates: [
      { name: 'kappa', domain: 'positive' },
      { name: 'theta', domain: 'real' },
      { name: 'phi', domain: 'real', angle: true },
    ],
    constants: [],
    conditions: [parseExpression('sin(theta)')],
    sampleSpace: { kind: 'sphere', variables: ['x1', 'x2', 'x3'] },
    logDensity: parseExpression(
      'kappa*(x1*sin(theta)*cos(phi) + x2*sin(theta)*sin(phi) + x3*cos(theta)) + log(kappa) - log(4*pi*sinh(kappa))',
    ),
    normalised: true,
    statistics: ['x1', 'x2', 'x3'].map(parseExpression),
  };
}
