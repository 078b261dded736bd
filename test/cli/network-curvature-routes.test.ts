import { expect, it } from 'vitest';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { type CurvatureJob, curvatureBy } from '../../src/cli/network-curvature-routes.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherImmersion, fisherSummary } from '../../src/methods/index.ts';
import { sampleModel, sampleVectors } from '../methods/sample-immersions.ts';

const context = { format: 'json', write: () => {}, note: () => {}, columns: undefined } as const;

async function jobAt(damping: number): Promise<Omit<CurvatureJob, 'method'>> {
  const point = sampleModel({ widths: [1, 1, 2], head: 'categorical', samples: 5, damping });
  const { v, w } = sampleVectors(point);
  const immersion = await fisherImmersion(point, referenceEngine);
  return {
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
}

it('the three routes agree on scalar, sectional and Ricci curvature', async () => {
  const job = await jobAt(0.3);
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

it('a damping that is lost in rounding is refused where the metric needs it', async () => {
  const job = await jobAt(1e-9);
  const float32 = { ...job, subject: { ...job.subject, point: { ...job.subject.point, dtype: 'float32' } } } as const;
  for (const method of ['definition', 'gauss', 'estimate'] as const) {
    const lost = curvatureBy({ ...float32, method }, context);
    await expect(lost).rejects.toThrow(DomainError);
    await expect(lost).rejects.toThrow(/damping 1e-9 is lost in the rounding of float32.* or --dtype float64/);
  }
  expect((await curvatureBy({ ...job, method: 'gauss' }, context)).scalar!.value).toBeTypeOf('number');
  const fullRank = { ...float32, summary: { ...job.summary, rank: job.summary.parameters } };
  expect((await curvatureBy({ ...fullRank, method: 'gauss' }, context)).scalar!.value).toBeTypeOf('number');
});

it('remarks on a standard error from few draws', async () => {
  const job = await jobAt(0.5);
  const remark = async (pairs: number) =>
    (await curvatureBy({ ...job, method: 'estimate', pairs }, context)).remarks.find((text) => text.includes('draws'));
  // 1 / sqrt(2 (3 - 1))
  expect(await remark(3)).toBe('of 3 draws, the standard error itself is uncertain by 50 % or more');
  expect(await remark(400)).toBeUndefined();
});
