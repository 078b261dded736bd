import { readFileSync } from 'node:fs';

/** The version of this package as its package.json has it; sources and build lie at the same depth below that file. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}
