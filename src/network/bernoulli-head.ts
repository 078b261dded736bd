import { bernoulli, reparametrize } from '../families/index.ts';
import type { Builder, Variable } from '../program/index.ts';
import { activations } from './activation.ts';
import type { Head } from './head.ts';
import { outputCoordinates } from './law-head.ts';

/** exp(-softplus(-z) / 2), the root of the probability of success, which cannot overflow. */
function rootProbability(b: Builder, z: Variable): Variable {
  return b.exp(b.multiply(activations.softplus(b, b.negate(z)), -0.5));
}

/**
 * y is 1 with probability p = 1 / (1 + exp(-z)), else 0; one output a variable. I(z) = p (1 - p), and
 * psi(z) = 2 (sqrt p, sqrt(1 - p)), a circle of radius 2.
 */
export function bernoulliHead(): Head {
  const law = reparametrize(bernoulli(), outputCoordinates(1), { theta: '1/(1 + exp(-z1))' });
  return {
    family: 'bernoulli',
    description: 'Bernoulli with logit z',
    group: 1,
    targets: 1,
    law: () => law,
    embedding: (b, h) => b.multiply(b.concatenate([rootProbability(b, h), rootProbability(b, b.negate(h))], 1), 2),
    negativeLogLikelihood: (b, h, y) => b.reduceSum(b.subtract(activations.softplus(b, h), b.multiply(y, h)), [1]),
    sample: (h, random) => Float64Array.from(h, (z) => (random.uniform() * (1 + Math.exp(-z)) < 1 ? 1 : 0)),
  };
}
