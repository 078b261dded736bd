import { expect, it } from 'vitest';
import { reportFamilies } from '../../src/cli/report-families.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { randomSource } from '../../src/network/index.ts';

const settings = () => ({ engine: referenceEngine, random: randomSource(3), points: 2 });

it('derives four families with the curvatures that theory gives, and numbers that agree', async () => {
  const told: string[] = [];
  const families = await reportFamilies(settings(), (title, done, total) => told.push(`${done}/${total} ${title}`));
  // Hyperbolic plane; one dimension; spheres of radius 2 in 3 dimensions for any simplex: R = 6/4.
  expect(families.map((family) => family.scalar!.replaceAll(' ', ''))).toEqual(['-1', '0', '3/2', '3/2']);
  expect(families[0]!.latex.metric).toMatch(/^g = \\begin\{pmatrix\}/);
  expect(families[0]!.latex.scalar).toBe('R = -1');
  for (const { check } of families) {
    expect(check.points).toBe(2);
    expect(check.worst.map((one) => one.quantity)).toEqual(['metric', 'christoffel', 'riemann', 'ricci', 'scalar']);
    for (const { error, tolerance } of check.worst) expect(error).toBeLessThanOrEqual(tolerance);
  }
  expect(told).toHaveLength(4);
  expect(told[3]).toMatch(/^4\/4 Gibbs/);
});

it('gives the same numbers for the same random source', async () => {
  const [one, other] = [await reportFamilies(settings(), () => {}), await reportFamilies(settings(), () => {})];
  expect(other).toEqual(one);
});
