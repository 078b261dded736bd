import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';

const most = 20;

/**
 * The Dirichlet family with concentrations a1, ..., an, density prod x_k^(a_k - 1) Gamma(sum a)/prod Gamma(a_k) on the
 * simplex of positive x1, ..., xn with sum 1, with respect to Lebesgue measure in x1, ..., x(n-1).
 */
export function dirichlet(n: number): Family {
  if (!Number.isInteger(n) || n < 2 || n > most) {
    throw new InputError(`a Dirichlet family has 2 to ${most} concentrations, got n = ${n}`);
  }
  const numbers = Array.from({ length: n }, (_, k) => k + 1);
  const powers = numbers.map((k) => `(a${k} - 1)*log(x${k}) - lgamma(a${k})`).join(' + ');
  return {
    name: 'dirichlet',
    summary: 'Dirichlet distribution on n proportions with concentrations a1, ..., an',
    coordinates: numbers.map((k) => ({ name: `a${k}`, domain: 'positive' })),
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'simplex', variables: numbers.map((k) => `x${k}`) },
    logDensity: parseExpression(`${powers} + lgamma(${numbers.map((k) => `a${k}`).join(' + ')})`),
    normalised: true,
    statistics: numbers.map((k) => parseExpression(`log(x${k})`)),
  };
}
