import { expect, it } from 'vitest';
import { catalogue, domainText } from '../../src/families/index.ts';
import { runCaptured } from './run-captured.ts';

it('lists every family of the catalogue with its domain, and its sizes and constants with what stands for them', async () => {
  const { code, stdout, stderr } = await runCaptured(['families']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { name, summary, parameters, typical, build } of catalogue) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(summary);
    expect(stdout).toContain(domainText(build(typical ?? {})));
    for (const parameter of parameters) expect(stdout).toContain(`--parameters ${parameter.name}=...: `);
  }
  expect(stdout).toContain('number of trials (symbolic unless given)');
  expect(stdout).toContain('number of outcomes (3 unless given)');
});

it('and as JSON, an array of {name, coordinates, domain, description}, with constants where there are any', async () => {
  const { stdout } = await runCaptured(['families', '--format', 'json']);
  const list = JSON.parse(stdout);
  expect(list.map(({ name }: { name: string }) => name)).toEqual(catalogue.map(({ name }) => name));
  const named = (name: string) => list.find((entry: { name: string }) => entry.name === name);
  expect(named('normal')).toEqual({
    name: 'normal',
    coordinates: ['mu', 'sigma'],
    domain: 'mu real, sigma positive',
    description: 'mean mu and standard deviation sigma',
  });
  expect(named('categorical')).toEqual({
    name: 'categorical',
    coordinates: ['p1', 'p2'],
    domain: 'p1 unit, p2 unit, 1 - p1 - p2 > 0',
    description: 'one of n outcomes with probabilities p1, p2, ...',
    constants: [{ name: 'n', description: 'number of outcomes', default: 3 }],
  });
  expect(named('binomial').constants).toEqual([{ name: 'n', description: 'number of trials' }]);
});

it('takes no argument and no option of another command', async () => {
  expect((await runCaptured(['families', 'normal'])).code).toBe(2);
  expect((await runCaptured(['families', '--show', 'metric'])).code).toBe(2);
});
