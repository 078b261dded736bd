import type { ProofDocument } from 'fisher-rao';
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
