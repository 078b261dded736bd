import { readdirSync, readFileSync } from 'node:fs';
import { isProofDocument, type ProofDocument, parseDerivation } from 'fisher-rao';
import { informationInNetworks } from '../../proofs/appendix-information-in-networks/index.ts';
import { naturalGradientNotes } from '../../proofs/notes-natural-gradient/index.ts';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import { soenSun2021 } from '../../proofs/soen-sun-2021-variance-of-fisher-information/index.ts';
import { sun2024 } from '../../proofs/sun-2024-information-geometry/index.ts';

/** Where the proofs lie. */
export const proofs = new URL('../../proofs/', import.meta.url);

/** Every document of `proofs/`, in the order of `claims.tsv`. */
export const documents: readonly ProofDocument[] = [
  sauter2023,
  informationInNetworks,
  soenSun2021,
  naturalGradientNotes,
  sun2024,
];

/** The documents among the examples: texts, and modules that make one. */
export async function exampleDocuments(): Promise<readonly ProofDocument[]> {
  const examples = new URL('../../examples/', import.meta.url);
  const found: ProofDocument[] = [];
  for (const file of readdirSync(examples)) {
    const place = new URL(file, examples);
    if (file.endsWith('.derivation')) found.push(parseDerivation(readFileSync(place, 'utf8'), file));
    else if (file.endsWith('.ts') && readFileSync(place, 'utf8').includes('proofDocument('))
      found.push(...Object.values<unknown>(await import(place.href)).filter(isProofDocument));
  }
  return found;
}
