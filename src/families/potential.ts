import { parseExpression } from '../calculus/index.ts';
import type { Constant, Coordinate, Family } from './family.ts';
import { symbol } from './symmetric-matrix.ts';

/** A system that is known by its Massieu potential, the log-partition psi, in natural coordinates. */
export interface Potential {
  readonly name: string;
  readonly summary: string;
  readonly coordinates: readonly Coordinate[];
  readonly constants?: readonly Constant[];
  /** psi in coordinates and constants. */
  readonly potential: string;
  /** The exponent of the weight, linear in the collective variables: 'beta*bonds + h*magnetisation'. */
  readonly exponent: string;
  /** The collective variables, as many as coordinates. */
  readonly variables: readonly string[];
  /** What psi counts: the system, or its part on one site. */
  readonly per: string;
}

/**
 * The family with log-density exponent - psi: the exponential family whose cumulants are the derivatives of
 * psi, so that its metric is the Hessian of psi. In the thermodynamic limit per site no sample space is behind it, and what
 * would need a density is refused.
 */
export function potentialFamily(system: Potential): Family {
  const { name, summary, coordinates, constants = [], potential, exponent, variables, per } = system;
  return {
    name,
    summary,
    coordinates,
    constants,
    conditions: [],
    sampleSpace: { kind: 'macroscopic', variables, description: per },
    logDensity: { kind: 'add', terms: [parseExpression(exponent), { kind: 'negate', of: parseExpression(potential) }] },
    normalised: true,
    statistics: variables.map(symbol),
  };
}
