import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'distance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (line: string) => runCaptured(['distance', ...line.split(' ')]);

it('prints the distance, how it was found, how certain it is, and that the path is the shortest', async () => {
  const { code, stdout, stderr } = await run('normal --from mu=0,sigma=1 --to mu=2,sigma=1');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('from mu = 0, sigma = 1 to mu = 2, sigma = 1\ndistance 1.86245971891\n');
  expect(stdout).toContain('in closed form: hyperbolic plane of curvature -0.5');
  expect(stdout).toContain('the only geodesic between the points');
});

it('as JSON, one object with the ends, the distance and the method', async () => {
  const { stdout } = await run('bernoulli --from theta=0.2 --to theta=0.8 --format json');
  expect(stdout.endsWith('}\n')).toBe(true);
  expect(JSON.parse(stdout)).toEqual({
    family: 'bernoulli',
    coordinates: ['theta'],
    from: { theta: 0.2 },
    to: { theta: 0.8 },
    distance: expect.closeTo(2 * (Math.asin(Math.sqrt(0.8)) - Math.asin(Math.sqrt(0.2))), 12),
    method: 'closed form',
    space: expect.stringContaining('arcsin'),
    error: expect.any(Number),
    minimality: 'unique',
  });
});

it('a geodesic that is known not to be the shortest gives no distance but an upper bound', async () => {
  const sphere = join(folder, 'sphere.json');
  const metric = [['1/(1 - u^2)', '0'], ['0', '1 - u^2']]; // biome-ignore format: a matrix
  writeFileSync(sphere, JSON.stringify({ coordinates: ['u', 'phi'], metric }));
  const line = `--metric ${sphere} --from u=0.01,phi=0 --to u=0.01,phi=4.5`;
  const { stdout } = await run(`${line} --format json`);
  expect(JSON.parse(stdout)).toMatchObject({ distance: null, minimality: 'conjugate', length: expect.any(Number) });
  expect((await run(line)).stdout).toMatch(/length of a geodesic 4\.\d+\n[\s\S]*NOT the shortest path/);
});

it('what is wrong has exit code 2 and nothing on stdout; as JSON the failure stands there alone', async () => {
  const { code, stdout, stderr } = await run('normal --from mu=0,sigma=1 --to mu=2,sigma=-1');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('fisher-rao: --to: sigma must be positive, got -1\n');
  const json = await run('normal --from mu=0,sigma=1 --format json');
  expect(JSON.parse(json.stdout)).toEqual({ error: { kind: 'input', message: expect.any(String) } });
});
