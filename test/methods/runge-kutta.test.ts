import { describe, expect, it } from 'vitest';
import { integrate } from '../../src/methods/index.ts';

const options = { tolerance: 1e-10, scale: 1, maxSteps: 1000 };

describe('integration', () => {
  it('follows a rotation to the tolerance, at each of the times asked for', async () => {
    const times = [0.1, 1, 2.5, 6];
    const { values, outcome, steps } = await integrate(
      async ([x, y]) => Float64Array.of(-y!, x!),
      [1, 0],
      times,
      options,
    );
    expect(outcome).toBe('converged');
    expect(steps).toBeGreaterThan(times.length);
    times.forEach((time, k) => {
      expect(values[k]![0]).toBeCloseTo(Math.cos(time), 8);
      expect(values[k]![1]).toBeCloseTo(Math.sin(time), 8);
    });
  });

  it('takes about ten times as many steps for a tolerance 10^4 times smaller: order 5 with errors per unit of time', async () => {
    const steps = async (tolerance: number): Promise<number> =>
      (await integrate(async ([x, y]) => Float64Array.of(-y!, x!), [1, 0], [20], { ...options, tolerance })).steps;
    const ratio = (await steps(1e-10)) / (await steps(1e-6));
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(14);
  });

  it('is exact for polynomials of degree five', async () => {
    const { values } = await integrate(async ([t]) => Float64Array.of(1, 5 * t! ** 4), [0, 0], [2], options);
    expect(values[0]![1]).toBeCloseTo(32, 11);
  });

  it('says when it did not arrive: too few steps, or a solution that ends', async () => {
    const blowUp = async ([y]: Float64Array) => Float64Array.of(y! * y!);
    const few = await integrate(blowUp, [1], [0.5, 2], { ...options, maxSteps: 200 });
    expect(few.values[0]![0]).toBeCloseTo(2, 8); // y = 1 / (1 - t), which ends at 1
    expect([few.outcome, few.values.length]).toEqual(['max-steps', 1]);
    const all = await integrate(blowUp, [1], [2], { ...options, maxSteps: 100_000 });
    expect([all.outcome, all.values.length]).toEqual(['step-too-small', 0]);
  });

  it('tells the times it reaches', async () => {
    const reached: number[] = [];
    await integrate(async () => Float64Array.of(1), [0], [1], { ...options, reached: (time) => reached.push(time) });
    expect(reached.at(-1)).toBe(1);
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
  });
});
