import { expect, it } from 'vitest';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { type GeodesicJob, geodesicRoutes } from '../../src/cli/network-geodesic-routes.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { sampleModel } from '../methods/sample-immersions.ts';

// A linear network with normal outputs has a constant metric, F = 1/N sum (x; 1)(x; 1)^T: geodesics are straight.
const point = sampleModel({ widths: [1, 1], head: 'normal', samples: 4, damping: 0 });
const job: GeodesicJob = {
  subject: { point, targets: undefined, head: '', parameters: 2, remarks: [] },
  engine: referenceEngine,
  time: 2,
  points: 2,
  singular: 'refuse',
  tolerance: 1e-8,
  file: openCheckpoint(undefined, {}),
  progress: () => {},
};
const v = Float64Array.of(0.3, -0.2);
const goal = Float64Array.from(point.theta, (entry, i) => entry + 2 * v[i]!);
let square = 0;
for (const x of point.inputs as Float64Array) square += (v[0]! * x + v[1]!) ** 2 / 4;

it('following a velocity, reaching its end, and measuring the path there agree', async () => {
  const followed = await geodesicRoutes.direction(job, [v]);
  const reached = await geodesicRoutes.to(job, [goal]);
  const measured = await geodesicRoutes.path(job, [Float64Array.from(point.theta), goal]);
  for (const { length } of [followed, reached, measured]) expect(length).toBeCloseTo(2 * Math.sqrt(square), 9);
  goal.forEach((entry, i) => {
    expect(followed.points!.at(-1)!.theta[i]).toBeCloseTo(entry, 9);
    expect(reached.points!.at(-1)!.theta[i]).toBeCloseTo(entry, 9);
    expect(reached.velocity![i]).toBeCloseTo(2 * v[i]!, 9);
  });
});

it('on a quotient no velocity is determined by where a geodesic ends', async () => {
  await expect(geodesicRoutes.to({ ...job, singular: 'quotient' }, [goal])).rejects.toThrow(InputError);
});
