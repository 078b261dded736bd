import { type Rational, rationalToNumber } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { potentialFamily } from './potential.ts';

/**
 * The infinite chain of Potts spins with q colours and weight exp(beta times equal neighbours + h times spins of the first
 * colour), per site: psi is the logarithm of the largest eigenvalue of the transfer matrix, with y = exp(beta) and
 * z = exp(h) [Wu 1982, Rev. Mod. Phys. 54]. Without a value, q stays symbolic. Throws {@link InputError} unless q is a
 * whole number from 2 on.
 */
export function pottsChain(q?: Rational): Family {
  if (q !== undefined && (q.denominator !== 1 || q.numerator < 2)) {
    throw new InputError(`q is the number of colours, 2 or more; got ${rationalToNumber(q)}`);
  }
  const [y, z] = ['exp(beta)', 'exp(h)'];
  return potentialFamily({
    name: 'potts-chain',
    summary: 'infinite chain of Potts spins of q colours with coupling beta and a field h on one colour, per site',
    coordinates: [
      { name: 'beta', domain: 'real' },
      { name: 'h', domain: 'real' },
    ],
    constants: [{ name: 'q', domain: 'natural', ...(q === undefined ? {} : { value: q }) }],
    potential: `log((${y}*${z} + ${y} + q - 2 + sqrt((${y}*${z} - ${y} - q + 2)^2 + 4*(q - 1)*${z}))/2)`,
    exponent: 'beta*bonds + h*colour',
    variables: ['bonds', 'colour'],
    per: 'the means per site of an infinite chain',
  });
}
