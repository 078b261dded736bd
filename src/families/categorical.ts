import { rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';

const most = 50;

/**
 * The categorical family with n outcomes: probabilities p1, ..., p(n-1), the last one what is left. An observation is
 * the indicator vector (e1, ..., en) of the outcome.
 */
export function categorical(n: number): Family {
  if (!Number.isInteger(n) || n < 2 || n > most) {
    throw new InputError(`a categorical family has 2 to ${most} outcomes, got n = ${n}`);
  }
  const outcomes = Array.from({ length: n }, (_, k) => k);
  const free = outcomes.slice(0, -1).map((k) => `p${k + 1}`);
  const last = `1 - ${free.join(' - ')}`;
  return {
    name: 'categorical',
    summary: 'categorical distribution over n outcomes with probabilities p1, ..., p(n-1) and the rest',
    coordinates: free.map((name) => ({ name, domain: 'unit' })),
    constants: [],
    conditions: [parseExpression(last)],
    sampleSpace: {
      kind: 'finite',
      variables: outcomes.map((k) => `e${k + 1}`),
      states: outcomes.map((k) => outcomes.map((j) => rational(j === k ? 1 : 0))),
    },
    logDensity: parseExpression([...free, `(${last})`].map((p, k) => `e${k + 1}*log(${p})`).join(' + ')),
    normalised: true,
  };
}
