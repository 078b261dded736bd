import { type Rational, rational } from '../algebra/index.ts';
import { checkDomain } from './domain.ts';
import type { Family } from './family.ts';
import { potentialFamily } from './potential.ts';

/**
 * The ideal gas in the grand canonical ensemble per unit of volume: psi = exp(alpha) beta^(-f/2) with inverse temperature
 * beta, alpha = beta times the chemical potential (up to a constant), and f degrees of freedom of a particle, 3 unless
 * given [Callen 1985, Thermodynamics and an Introduction to Thermostatistics] (section 3.4). Energy and particles carry
 * natural coordinates -beta and alpha.
 */
export function idealGas(f: Rational = rational(3)): Family {
  checkDomain({ name: 'f', domain: 'natural' }, f);
  return {
    ...potentialFamily({
      name: 'ideal-gas',
      summary: 'ideal gas per unit of volume at inverse temperature beta and reduced chemical potential alpha',
      coordinates: [
        { name: 'beta', domain: 'positive' },
        { name: 'alpha', domain: 'real' },
      ],
      constants: [{ name: 'f', domain: 'natural', value: f }],
      potential: `exp(alpha)*beta^(-${f.numerator}/2)`,
      exponent: 'alpha*particles - beta*energy',
      variables: ['energy', 'particles'],
      per: 'energy and number of particles in a unit of volume',
    }),
  };
}
