import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadProofDocuments } from '../../src/cli/proof-files.ts';
import { verificationText } from '../../src/cli/verify-text.ts';
import { verifyDocuments } from '../../src/derivation/index.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const derivations = readdirSync(folder).filter((name) => name.endsWith('.derivation'));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('every example prints the output that lies beside it:', () => {
  it.each(examples)('%s', async (name) => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => {
      lines.push(line);
    });
    await import(`../../examples/${name}`);
    expect(`${lines.join('\n')}\n`).toBe(readFileSync(`${folder}/${name.replace(/\.ts$/, '.txt')}`, 'utf8'));
  });

  it.each(derivations)('%s, by fisher-rao verify, without the seconds', async (name) => {
    const report = await verifyDocuments(await loadProofDocuments([`${folder}/${name}`]));
    const expected = readFileSync(`${folder}/${name.replace(/\.derivation$/, '.txt')}`, 'utf8');
    expect(verificationText(report).replaceAll(/ \(\d+\.\d\d s\)/g, '')).toBe(expected);
  });

  it('and there are some', () => {
    expect(derivations).toHaveLength(3);
    expect(examples.length).toBeGreaterThan(2);
  });
});
