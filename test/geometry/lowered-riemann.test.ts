import { expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { loweredRiemann } from '../../src/geometry/index.ts';
import { type Components, componentsOf } from '../../src/interpret/index.ts';
import { manifold, sphere, tuples, withoutSymmetries } from './sample-metrics.ts';

function tensorsOf({ metric, riemann }: ReturnType<typeof manifold>): Record<string, Components<ClosedForm>> {
  return { metric, riemann };
}

const curved = manifold(
  ['x', 'y'],
  [
    ['1 + y^2', 'x*y/2'],
    ['x*y/2', '2 + x'],
  ],
);

it('the lowered Riemann tensor has its declared antisymmetries, and is positive on a sphere at k = i, l = j', () => {
  for (const sample of [curved, sphere(2)]) {
    const world = { field: sample.field, tensors: tensorsOf(sample) };
    const [declared, plain] = [loweredRiemann, withoutSymmetries(loweredRiemann)].map((d) => componentsOf(world, d));
    for (const at of tuples(2, 4)) expect(plain.at(at)).toEqual(declared.at(at));
  }
  const round = sphere(2);
  const lowered = componentsOf({ field: round.field, tensors: tensorsOf(round) }, loweredRiemann);
  const area = round.field.multiply(round.metric.at([0, 0]), round.metric.at([1, 1]));
  expect(lowered.at([0, 1, 0, 1])).toEqual(round.field.divide(area, round.form('r^2')));
});
