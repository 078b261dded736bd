import { FisherRaoError } from '../errors.ts';
import type { Statement } from './document.ts';
import type { Chain, Theorem } from './kernel.ts';
import { type GeneralStatement, originOf, proofOutcome } from './statement.ts';

/**
 * The labels of the statements whose theorems the argument of a statement applies, in order of first use; one that no
 * statement made is not among them. Empty for a statement that is not proved, and for calculations, which apply none.
 */
export function usesOf(statement: Statement): readonly string[] {
  if (statement.kind !== 'statement' || statement.proof === null || !isProved(statement)) return [];
  const argument = statement.proof();
  const chains = argument.kind === 'chain' ? [argument] : [argument.base, argument.step];
  const labels = chains.flatMap(theoremsIn).map((theorem) => originOf(theorem)?.label);
  return [...new Set(labels)].filter((label) => label !== undefined);
}

function isProved(statement: GeneralStatement): boolean {
  try {
    return proofOutcome(statement)?.outcome === 'proved';
  } catch (error) {
    if (error instanceof FisherRaoError) return false; // its argument rests on what is not proved
    throw error;
  }
}

function theoremsIn({ steps }: Chain): readonly Theorem[] {
  return steps.flatMap(({ by }) =>
    by.flatMap((reason) => (reason.kind === 'theorem' ? [reason.theorem, ...reason.discharging] : [])),
  );
}
