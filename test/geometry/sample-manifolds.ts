import type { ClosedForm } from '../../src/calculus/index.ts';
import type { Family } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import { type Components, exactGeometry, exactModel, exactTensor, type Manifold } from '../../src/interpret/index.ts';
import { manifold, tuples } from './sample-metrics.ts';

/** Names for up to four coordinates. */
export const names = ['w', 'x', 'y', 'z'];

/** One of the sample metrics as a manifold. */
export function given(
  sample: ReturnType<typeof manifold>,
): Manifold<ClosedForm> & { readonly field: typeof sample.field } {
  const { field } = sample;
  return { coordinates: names.slice(0, field.dimension), field, geometry: sample };
}

/** Every component is zero. */
export function allZero({ field }: Pick<Manifold<ClosedForm>, 'field'>, tensor: Components<ClosedForm>): boolean {
  return tuples(field.dimension, tensor.rank).every((at) => field.isZero(tensor.at(at)));
}

/** A diagonal metric. */
export const diagonal = (
  coordinates: readonly string[],
  entries: readonly string[],
  constants: readonly string[] = [],
) =>
  manifold(
    coordinates,
    entries.map((entry, i) => entries.map((_, j) => (i === j ? entry : '0'))),
    constants,
  );

/** A family as a manifold, with its Amari-Chentsov tensor. */
export function statistical(family: Family) {
  const model = exactModel(family);
  const { field } = model;
  const geometry = exactGeometry(model);
  const manifold: Manifold<ClosedForm> = { coordinates: family.coordinates.map(({ name }) => name), field, geometry };
  return { manifold, field, geometry, tensor: exactTensor(model, amariChentsov) };
}
