import { expect, it } from 'vitest';
import { packageVersion } from '../../src/cli/version.ts';
import { runCaptured } from './run-captured.ts';

it('prints the same facts as text and as JSON', async () => {
  const json = await runCaptured(['environment', '--format', 'json']);
  const facts = JSON.parse(json.stdout);
  expect(facts).toMatchObject({ version: packageVersion(), node: process.version });
  const text = await runCaptured(['environment']);
  for (const fact of Object.values(facts)) expect(text.stdout).toContain(String(fact));
});
