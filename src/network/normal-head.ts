import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { normal, reparametrize } from '../families/index.ts';
import type { Head } from './head.ts';
import { lawHead, outputCoordinates } from './law-head.ts';

/**
 * y ~ Normal(z, scale^2) with a known scale, one output a variable. I(z) = 1 / scale^2, and psi(z) = z / scale.
 *
 * @throws InputError if the scale is not positive.
 */
export function normalHead(scale = 1): Head {
  if (!(scale > 0 && Number.isFinite(scale))) throw new InputError(`A normal head has a positive scale; got ${scale}.`);
  // With the variance known, x^2 is no statistic of the unknown mean: a full exponential family of its own, not a
  // submanifold of all normal distributions.
  const { base: _, ...law } = reparametrize(normal(), outputCoordinates(1), { mu: 'z1', sigma: String(scale) });
  return lawHead({
    law: { ...law, statistics: [parseExpression('x')] },
    description: `normal with standard deviation ${scale}`,
    draw: ([mean], random) => mean! + scale * random.normal(),
    embedding: (b, h) => b.divide(h, scale),
  });
}
