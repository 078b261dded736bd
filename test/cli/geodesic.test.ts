import { expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const run = (line: string) => runCaptured(['geodesic', ...line.split(' ')]);

it('prints as many points as asked, the first velocity, and the method', async () => {
  const { code, stdout, stderr } = await run('normal --from mu=0,sigma=1 --to mu=2,sigma=1 --points 3');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('length 1.86245971891, velocity mu = 1.5206919926, sigma = 0.760345996301');
  expect(stdout).toMatch(/\n {4}0.931229859453 +1 +1.22474487139\n/);
});

it('is the exponential map with --direction: 0.579659 from 0.5 along 0.08 in the Bernoulli family', async () => {
  const { stdout } = await run('bernoulli --from theta=0.5 --direction theta=0.08 --points 2 --format json');
  const { points, length } = JSON.parse(stdout);
  expect(length).toBeCloseTo(0.16, 14);
  expect(points).toHaveLength(2);
  expect(points[1].point.theta).toBeCloseTo(0.579659, 6);
});

it('tells that a geodesic leaves the domain, and where', async () => {
  const line = 'bernoulli --from theta=0.5 --direction theta=1 --length 3';
  expect((await run(line)).stdout).toMatch(/\nit leaves the domain at length 1\.57079\d+, near theta = /);
  const { points, leavesDomain } = JSON.parse((await run(`${line} --format json`)).stdout);
  expect(points.at(-1).length).toBeLessThan(leavesDomain.length);
  expect(leavesDomain).toEqual({ length: expect.closeTo(Math.PI / 2, 6), point: { theta: expect.closeTo(1, 6) } });
});

it('a request that cannot be is refused with exit code 2', async () => {
  expect(await run('normal --from mu=0,sigma=1')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fisher-rao: give either --to or --direction\n',
  });
});
