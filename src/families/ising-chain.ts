import type { Family } from './family.ts';
import { potentialFamily } from './potential.ts';

/**
 * The infinite chain of Ising spins s_k = +1 or -1 with weight exp(beta sum s_k s_(k+1) + h sum s_k), per site: psi is the
 * logarithm of the largest eigenvalue of the transfer matrix [Ising 1925, Z. Phys. 31].
 */
export function isingChain(): Family {
  return potentialFamily({
    name: 'ising-chain',
    summary: 'infinite chain of Ising spins with coupling beta and field h, per site',
    coordinates: [
      { name: 'beta', domain: 'real' },
      { name: 'h', domain: 'real' },
    ],
    potential: 'log(exp(beta)*(exp(h) + exp(-h))/2 + sqrt(exp(2*beta)*(exp(h) - exp(-h))^2/4 + exp(-2*beta)))',
    exponent: 'beta*bonds + h*magnetisation',
    variables: ['bonds', 'magnetisation'],
    per: 'the means per site of an infinite chain',
  });
}
