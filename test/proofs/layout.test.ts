import { readdirSync } from 'node:fs';
import type { ProofDocument } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { documents, proofs } from './documents.ts';

const folders = readdirSync(proofs, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** The statements that a module makes, by label. */
async function labelsIn(file: URL, { statements }: ProofDocument): Promise<string[]> {
  const values: unknown[] = Object.values(await import(file.href));
  return statements.filter((entry) => values.includes(entry)).map(({ label }) => label);
}

/** `T-2.1.3` of `T-2.1.3/repaired`: what the file is named after. */
const resultOf = (label: string): string => label.split('/')[0].toLowerCase();

/** Whether a file is named after a numbered claim, as `t-2.1.3-multiplicativity.ts`. */
const claimOf = (file: string, results: readonly string[]): string | undefined =>
  results.find((result) => file.startsWith(`${result}-`));

describe('proofs/ has a folder for each document and a file for each result', () => {
  it.each(folders)('%s', async (folder) => {
    const document = documents.find(({ name }) => name === folder)!;
    expect(document).toBeDefined();
    const results = [...new Set(document.statements.map(({ label }) => resultOf(label)))].filter((result) =>
      /^[a-z]+-/.test(result),
    );
    const files = readdirSync(new URL(folder, proofs)).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
    const placed: string[] = [];
    for (const file of files) {
      const labels = await labelsIn(new URL(`${folder}/${file}`, proofs), document);
      const claim = claimOf(file, results);
      // Files without a number hold set-ups and general results, which are no claims of the ledger.
      const own = labels.filter((label) => results.includes(resultOf(label)));
      expect(
        own.filter((label) => resultOf(label) !== claim),
        file,
      ).toEqual([]);
      placed.push(...labels);
    }
    expect(placed.sort()).toEqual(document.statements.map(({ label }) => label).sort());
  });
});
