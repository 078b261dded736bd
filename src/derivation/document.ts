import { InputError } from '../errors.ts';
import { type Calculation, decideCalculation, isCalculation } from './calculation.ts';
import type { ExaminationOptions } from './examine.ts';
import { decideExperiment, type Experiment, isExperiment } from './experiment.ts';
import { isOpenQuestion, type OpenQuestion } from './open-question.ts';
import { decideGeneral, type GeneralStatement, isGeneralStatement } from './statement.ts';
import type { Verdict } from './verdict.ts';

/**
 * A claim of a document with the verdict that is expected of it: about undetermined objects, about closed forms, about
 * numbers, or one that nothing decides.
 */
// biome-ignore lint/suspicious/noExplicitAny: the inputs of an experiment are its own affair
export type Statement = GeneralStatement | Calculation | Experiment<any> | OpenQuestion;

/** A document's statements, in order. */
export interface ProofDocument {
  readonly kind: 'proof-document';
  readonly name: string;
  /** The text that the statements are about. */
  readonly source: string;
  readonly statements: readonly Statement[];
}

const documents = new WeakSet<object>();

/** Whether a value is a document that {@link proofDocument} made. */
export function isProofDocument(value: unknown): value is ProofDocument {
  return typeof value === 'object' && value !== null && documents.has(value);
}

/** Makes a document. Throws {@link InputError} where two statements share a label or one was not made by this package. */
export function proofDocument(parts: Omit<ProofDocument, 'kind'>): ProofDocument {
  const { name, source } = parts;
  const listed: readonly Statement[] = Object.freeze([...parts.statements]); // what is checked is what is kept
  const stranger = listed.findIndex((entry) => !isStatement(entry));
  if (stranger >= 0) {
    throw new InputError(
      `document ${name}: entry ${stranger + 1} was not made by \`statement\`, \`calculation\`, \`experiment\` or \`openQuestion\``,
    );
  }
  const labels = listed.map(({ label }) => label);
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice !== undefined) throw new InputError(`document ${name} has two statements labelled ${twice}`);
  const made: ProofDocument = Object.freeze({
    kind: 'proof-document',
    name,
    source,
    statements: listed,
  });
  documents.add(made);
  return made;
}

function isStatement(value: unknown): value is Statement {
  return isGeneralStatement(value) || isCalculation(value) || isExperiment(value) || isOpenQuestion(value);
}

/** Decides a statement by the means of its kind. */
export async function decide(of: Statement, options: ExaminationOptions = {}): Promise<Verdict> {
  switch (of.kind) {
    case 'statement':
      return decideGeneral(of, options);
    case 'calculation':
      return decideCalculation(of);
    case 'experiment':
      return decideExperiment(of);
    case 'open-question':
      return { kind: 'undecided', reason: of.reason };
  }
}
