import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageVersion } from '../../src/cli/version.ts';

it('the version is the one that npm would publish', () => {
  expect(packageVersion()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});
