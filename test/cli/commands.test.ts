import { expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCaptured } from './run-captured.ts';

it.each(Object.entries(commands))('%s is complete: name, examples, formats and help', async (name, load) => {
  const command = await load();
  expect(command.name).toBe(name);
  expect(command.formats).toContain('json');
  expect(command.examples.length).toBeGreaterThan(0);
  for (const { line } of command.examples) expect(line.startsWith(`fisher-rao ${name}`)).toBe(true);
  for (const option of Object.keys(command.options)) expect(option).toMatch(/^[a-z][a-zA-Z]*$/);
  expect((await runCaptured([name, '--help'])).stdout).toContain(command.examples[0]!.line);
});
