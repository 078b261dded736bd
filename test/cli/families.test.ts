import { expect, it } from 'vitest';
import { catalogue } from '../../src/families/index.ts';
import { runCaptured } from './run-captured.ts';

it('lists every family of the catalogue with its sizes and constants', async () => {
  const { code, stdout, stderr } = await runCaptured(['families']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { name, summary, parameters } of catalogue) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(summary);
    for (const parameter of parameters) expect(stdout).toContain(`--parameters ${parameter.name}=...: `);
  }
});

it('and as JSON, an array of {name, summary, parameters}', async () => {
  const { stdout } = await runCaptured(['families', '--format', 'json']);
  expect(JSON.parse(stdout)).toEqual(
    catalogue.map(({ name, summary, parameters }) => ({ name, summary, parameters: [...parameters] })),
  );
});

it('takes no argument and no option of another command', async () => {
  expect((await runCaptured(['families', 'normal'])).code).toBe(2);
  expect((await runCaptured(['families', '--show', 'metric'])).code).toBe(2);
});
