import { type Calculation, claimedSides } from './calculation.ts';
import type { Statement } from './document.ts';
import { type ExplainedChain, explain, texOrText } from './explain.ts';
import { keyOfDefinition } from './identity.ts';
import { inventoryOf } from './inventory.ts';
import { printAssumption, printClaim, printDefinition } from './print.ts';
import { type GeneralStatement, proofOutcome } from './statement.ts';
import { assumptionToTex, definitionToTex } from './statement-tex.ts';
import type { DefinedFunction, Term } from './term.ts';
import { claimToTex } from './term-tex.ts';

/** Something said once, as text and as TeX. */
export interface ExplainedText {
  readonly text: string;
  readonly tex: string;
}

/** What there is to say of how a statement is argued; plain data. */
export interface ExplainedArgument {
  /** The claim; `null` where it is words. */
  readonly claim: ExplainedText | null;
  /** For a proof what it rests on, otherwise what the statement assumes; empty where that is words. */
  readonly assumptions: readonly ExplainedText[];
  readonly chains: readonly ExplainedChain[];
  /** What the defined functions in the claim and in the chains mean. */
  readonly definitions: readonly ExplainedText[];
}

/** The argument of a statement with what its claim, its assumptions and its defined functions mean. */
export function explainArgument(statement: Statement): ExplainedArgument {
  const chains = explain(statement);
  if (statement.kind === 'calculation') {
    const sides = claimedSides(statement);
    const [sign, texSign] = statement.relation === 'equal' ? [' = ', ' = '] : [' <= ', ' \\le '];
    return {
      claim: { text: sides.join(sign), tex: sides.map(texOrText).join(texSign) },
      assumptions: [],
      chains,
      definitions: definitionsUsed(statement).map(([name, text]) => ({
        text: `${name} := ${text}`,
        tex: `${texOrText(name)} := ${texOrText(text)}`,
      })),
    };
  }
  if (statement.kind !== 'statement') return { claim: null, assumptions: [], chains, definitions: [] };
  const { claim, given } = statement;
  const outcome = chains.length === 0 ? null : proofOutcome(statement);
  const rests = outcome?.outcome === 'proved' ? outcome.theorem.assumptions : given;
  return {
    claim: { text: printClaim(claim), tex: claimToTex(claim) },
    assumptions: rests.map((one) => ({ text: printAssumption(one), tex: assumptionToTex(one) })),
    chains,
    definitions: definitionsIn([claim.left, claim.right, ...(chains.length === 0 ? [] : termsOfProof(statement))]).map(
      (one) => ({ text: printDefinition(one), tex: definitionToTex(one) }),
    ),
  };
}

function termsOfProof({ proof }: GeneralStatement): readonly Term[] {
  if (proof === null) return [];
  const argument = proof();
  const chains = argument.kind === 'chain' ? [argument] : [argument.base, argument.step];
  return chains.flatMap(({ from, steps }) => [from, ...steps.map(({ to }) => to)]);
}

function definitionsIn(terms: readonly Term[]): readonly DefinedFunction[] {
  const found = new Map<string, DefinedFunction>();
  for (const left of terms) {
    for (const one of inventoryOf({ left, right: left }, []).definitions) found.set(keyOfDefinition(one), one);
  }
  return [...found.values()];
}

/** Those of the definitions of a calculation that its sides mention, or others of them that do. */
export function definitionsUsed({ chain, difference, definitions }: Calculation): Calculation['definitions'] {
  const names = new Set([...chain.map(({ text }) => text), difference ?? ''].flatMap(namesIn));
  const used = [...definitions].reverse().filter(([name, text]) => {
    if (!names.has(name)) return false;
    for (const other of namesIn(text)) names.add(other);
    return true;
  });
  return used.reverse();
}

function namesIn(text: string): readonly string[] {
  return text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
