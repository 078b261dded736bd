import { InputError } from '../errors.ts';
import type { Head } from './head.ts';

/**
 * y ~ Normal(h, scale^2 Id) with a known scale. I(h) = Id / scale^2, and psi(h) = h / scale.
 *
 * @throws InputError if the scale is not positive.
 */
export function normalHead(scale = 1): Head {
  if (!(scale > 0 && Number.isFinite(scale))) throw new InputError(`A normal head has a positive scale; got ${scale}.`);
  return {
    family: 'normal',
    description: `normal with standard deviation ${scale}`,
    embedding: (b, h) => b.divide(h, scale),
    negativeLogLikelihood: (b, h, y) => {
      const error = b.divide(b.subtract(y, h), scale);
      const outputs = h.type.shape[1]!;
      return b.add(
        b.multiply(b.reduceSum(b.multiply(error, error), [1]), 0.5),
        outputs * Math.log(scale * Math.sqrt(2 * Math.PI)),
      );
    },
    sample: (h, random) => Float64Array.from(h, (mean) => mean + scale * random.normal()),
  };
}
