import type { ProofDocument } from '../derivation/index.ts';
import { InputError } from '../errors.ts';
import { unknownName } from '../suggestion.ts';

/** A document of the one statement that a label names; `document/label` where several documents have it. */
export function documentOf(documents: readonly ProofDocument[], label: string): ProofDocument {
  const found = documents.flatMap((document) =>
    document.statements
      .filter((entry) => entry.label === label || `${document.name}/${entry.label}` === label)
      .map((entry) => ({ ...document, statements: [entry] })),
  );
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const names = [...new Set(found.map((document) => `${document.name}/${document.statements[0].label}`))];
    throw new InputError(
      names.length === 1
        ? `several documents are called ${found[0].name}, and have the label "${label}": give the path of one of them`
        : `the label "${label}" occurs in several documents: say which, ${names.join(' or ')}`,
    );
  }
  throw unknownName(
    'label',
    label,
    documents.flatMap(({ statements }) => statements.map((entry) => entry.label)),
  );
}
