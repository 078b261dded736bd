import type { DifferentialField } from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import { amariChentsov, fisherMetric, fisherMetricFromHessian } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, kept } from './components.ts';

/** Cumulants of the score up to the third, which add up over independent observations, and minus its mean derivative. */
const additive: readonly Definition[] = [fisherMetric, fisherMetricFromHessian, amariChentsov];

/**
 * The tensors of `count` independent observations from those of one: the score is a sum of independent terms with mean
 * zero, of which the second and third moments are cumulants and add up. Throws {@link UnsupportedError} for a tensor that
 * is no such moment.
 */
export function tensorsOfObservations<E>(
  field: DifferentialField<E>,
  count: E,
  ofOne: (definition: Definition) => Components<E>,
): (definition: Definition) => Components<E> {
  return (definition) => {
    if (!additive.includes(definition)) {
      throw new UnsupportedError(
        `the tensor ${definition.name} of several observations is not ${definition.name} of one times their number`,
      );
    }
    const one = ofOne(definition);
    return kept(field, one.rank, definition.symmetries, (indices) => field.multiply(count, one.at(indices)));
  };
}
