import { expect, test } from 'vitest';
import { rational } from '../../../src/algebra/index.ts';
import { evaluate, referenceEngine } from '../../../src/engine/index.ts';
import { generalisedNormal, laplace, pareto, uniform } from '../../../src/families/index.ts';
import { fisherMetricFromHessian } from '../../../src/geometry/index.ts';
import { metricDerivatives, metricProgram, samplePoints } from '../../../src/interpret/index.ts';
import { scalar } from '../../../src/program/index.ts';

const inputs = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, scalar(value)]));

test('points around a cut know their side and keep their distance from it', () => {
  const { fine } = samplePoints(laplace(), { mu: rational(5), b: rational(1) });
  const [x, sign] = [fine.variables['x']!, fine.variables['sign']!];
  expect(fine.moving?.variable).toBe('x');
  expect(Math.max(...x)).toBeGreaterThan(30);
  expect(Math.min(...x)).toBeLessThan(-30);
  x.forEach((offset, k) => {
    expect(sign[k]).toBe(Math.sign(offset));
  });
});

test('the mean of the square of a score that jumps is right: 1/b^2 in both directions for Laplace', () => {
  const { metric } = evaluate(
    metricProgram(laplace(), { mu: rational(3), b: rational(1, 2) }).program,
    inputs({ mu: 3, b: 0.5 }),
  );
  [4, 0, 0, 4].forEach((entry, k) => {
    expect(metric!.data[k]).toBeCloseTo(entry, 12);
  });
});

test('the points move with the end of the support: derivatives of the metric count what enters there', async () => {
  // Pareto: g = diag(1/alpha^2, alpha^2/m^2). At fixed points the derivative along m would be alpha times that.
  const { program } = metricProgram(pareto(), { alpha: rational(2), x_m: rational(3) });
  const { metric, first } = await metricDerivatives(program, { alpha: 2, x_m: 3 }, referenceEngine);
  expect(metric[1]![1]).toBeCloseTo(4 / 9, 12);
  expect(first[1]![1]![1]).toBeCloseTo(-8 / 27, 12);
  expect(first[1]![0]![0]).toBeCloseTo(0, 12);
});

test('an interval between two ends is covered, the upper one moving', async () => {
  const { program } = metricProgram(uniform(), { theta: rational(3) });
  const { metric, first } = await metricDerivatives(program, { theta: 3 }, referenceEngine);
  expect(metric[0]![0]).toBeCloseTo(1 / 9, 13);
  expect(first[0]![0]![0]).toBeCloseTo(-2 / 27, 13);
});

test('where the support moves or the density has a kink, minus the mean Hessian is another matrix', () => {
  const hessian = (family: Parameters<typeof metricProgram>[0], at: Readonly<Record<string, number>>) => {
    const point = Object.fromEntries(Object.entries(at).map(([name, value]) => [name, rational(value)]));
    const { program } = metricProgram(family, point, 'float64', fisherMetricFromHessian);
    return [...evaluate(program, inputs(at))['metric']!.data];
  };
  // By hand: Pareto [[1/alpha^2, -1/m], [-1/m, alpha/m^2]]; Laplace [[0, 0], [0, 1/b^2]]; uniform -1/theta^2.
  const expected = [1 / 4, -1 / 3, -1 / 3, 2 / 9];
  hessian(pareto(), { alpha: 2, x_m: 3 }).forEach((entry, k) => {
    expect(entry).toBeCloseTo(expected[k]!, 12);
  });
  hessian(laplace(), { mu: 1, b: 2 }).forEach((entry, k) => {
    expect(entry).toBeCloseTo([0, 0, 0, 1 / 4][k]!, 12);
  });
  expect(hessian(uniform(), { theta: 3 })[0]).toBeCloseTo(-1 / 9, 13);
});

test('points whose distance from the cut is lost to rounding in the number format are left out', () => {
  const family = generalisedNormal(rational(3, 2));
  const point = { mu: rational(1), alpha: rational(1) };
  for (const offset of samplePoints(family, point).fine.variables['x']!) expect(1 + offset).not.toBe(1);
  const [double, single] = (['float64', 'float32'] as const).map(
    (dtype) => samplePoints(family, point, dtype).fine.variables['x']!,
  );
  for (const offset of single!) expect(Math.fround(1 + Math.fround(offset))).not.toBe(1);
  expect(Math.max(...single!)).toBeLessThan(Math.max(...double!));
});
