import { expect, test } from 'vitest';
import { rational } from '../../../src/algebra/index.ts';
import { referenceEngine } from '../../../src/engine/index.ts';
import { normal } from '../../../src/families/index.ts';
import { checkFamily, exactGeometry, exactModel, quantities } from '../../../src/interpret/index.ts';

// That all families agree on all engines is tested in test/agreement; here, that disagreement is seen.

const family = normal();
const point = { mu: rational(1, 3), sigma: rational(5, 4) };
const engine = referenceEngine;

test('every quantity is compared, with a tolerance of rounding size', async () => {
  const check = await checkFamily({ family, point, engine });
  expect(check.quantities.map(({ quantity }) => quantity)).toEqual(quantities);
  expect(check.agrees).toBe(true);
  expect(check).toMatchObject({ family: 'normal', engine: 'reference', dtype: 'float64', point: { sigma: 1.25 } });
  for (const { tolerance } of check.quantities) expect(tolerance).toBeLessThan(1e-10);
});

test('closed forms of another family do not agree: each quantity that differs is seen', async () => {
  const model = exactModel({ ...family, logDensity: family.logDensity });
  const geometry = exactGeometry(model);
  const twice = {
    rank: 2,
    at: (i: readonly number[]) => model.field.multiply(model.field.fromInteger(2), geometry.metric.at(i)),
  };
  const check = await checkFamily({
    family,
    point,
    engine,
    exact: { model, geometry: { ...geometry, metric: twice } },
  });
  expect(check.agrees).toBe(false);
  expect(check.quantities.filter(({ error, tolerance }) => error > tolerance).map(({ quantity }) => quantity)).toEqual([
    'metric',
  ]);
});

test('curvature with the opposite sign is seen', async () => {
  const model = exactModel(family);
  const geometry = exactGeometry(model);
  const negated = { rank: 0, at: () => model.field.negate(geometry.scalar.at([])) };
  const check = await checkFamily({
    family,
    point,
    engine,
    exact: { model, geometry: { ...geometry, scalar: negated } },
  });
  expect(check.quantities.find(({ quantity }) => quantity === 'scalar')!.error).toBeCloseTo(2, 10);
  expect(check.agrees).toBe(false);
});
