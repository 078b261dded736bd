import { expect, it } from 'vitest';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { type CurvatureJob, curvatureBy } from '../../src/cli/network-curvature-routes.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { fisherImmersion, fisherSummary } from '../../src/methods/index.ts';
import { sampleModel, sampleVectors } from '../methods/sample-immersions.ts';

const context = { format: 'json', write: () => {}, note: () => {}, columns: undefined } as const;

it('the three routes agree on scalar, sectional and Ricci curvature', async () => {
  const point = sampleModel({ widths: [1, 1, 2], head: 'categorical', samples: 5, damping: 0.3 });
  const { v, w } = sampleVectors(point);
  const immersion = await fisherImmersion(point, referenceEngine);
  const job: Omit<CurvatureJob, 'method'> = {
    subject: { point, targets: undefined, head: '', parameters: 6, remarks: [] },
    query: { scalar: true, plane: [v, w], direction: v },
    engine: referenceEngine,
    immersion,
    summary: await fisherSummary(immersion),
    kink: Number.POSITIVE_INFINITY,
    singular: 'refuse',
    relativeError: undefined,
    pairs: 400,
    partners: 4,
    tolerance: 1e-4,
    seed: 1,
    file: openCheckpoint(undefined, {}),
  };
  const definition = await curvatureBy({ ...job, method: 'definition' }, context);
  const gauss = await curvatureBy({ ...job, method: 'gauss' }, context);
  const estimate = await curvatureBy({ ...job, method: 'estimate' }, context);
  for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
    expect(definition[quantity]!.value / gauss[quantity]!.value).toBeCloseTo(1, 9);
  expect(estimate.sectional!.value / gauss.sectional!.value).toBeCloseTo(1, 9);
  for (const quantity of ['scalar', 'ricci'] as const) {
    const { value, standardError } = estimate[quantity]!;
    expect(Math.abs(value - gauss[quantity]!.value)).toBeLessThan(3 * standardError!);
  }
  expect(estimate.scalar!.pairs).toBe(402);
});
