import { claimedSides } from './calculation.ts';
import { isExactTheorem } from './calculation-kernel.ts';
import { decide, type ProofDocument, type Statement } from './document.ts';
import type { ExaminationOptions, Witness } from './examine.ts';
import { definitionsUsed } from './explained-argument.ts';
import type { Instance } from './instance.ts';
import { inventoryOf } from './inventory.ts';
import { printAssumption, printClaim, printDefinition } from './print.ts';
import { usesOf } from './uses.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/** One line of a {@link VerificationReport}; plain data. */
export interface StatementReport {
  readonly document: string;
  readonly label: string;
  readonly title: string;
  readonly claim: string;
  /** What the defined functions in the claim mean, if there are any. */
  readonly definitions?: readonly string[];
  readonly verdict: VerdictKind;
  readonly expected: VerdictKind;
  /** For a proof what it rests on, otherwise what the statement assumes. */
  readonly assumptions: readonly string[];
  /** The labels of the statements whose theorems a proof applies, if there are any. */
  readonly uses?: readonly string[];
  readonly witness?: Witness | Instance;
  readonly cases?: number;
  readonly tolerance?: number;
  readonly worstError?: number;
  readonly reason?: string;
  readonly seconds: number;
}

/** The verdicts on documents, and how many there are of each; `unexpected` counts those that differ from `expected`. */
export interface VerificationReport {
  readonly statements: readonly StatementReport[];
  readonly summary: Readonly<Record<VerdictKind | 'unexpected', number>>;
}

/** Settings of {@link verifyDocuments}. */
export interface VerificationOptions extends ExaminationOptions {
  /** Called after each statement, with how many are done and how many there are. */
  readonly onStatement?: (report: StatementReport, done: number, total: number) => void;
}

/** Decides every statement of the documents, in order. */
export async function verifyDocuments(
  documents: readonly ProofDocument[],
  options: VerificationOptions = {},
): Promise<VerificationReport> {
  const all = documents.flatMap(({ name, statements }) => statements.map((statement) => ({ name, statement })));
  const statements: StatementReport[] = [];
  for (const { name, statement } of all) {
    const start = performance.now();
    const verdict = await decide(statement, options);
    const report = reportOf(name, statement, verdict, (performance.now() - start) / 1000);
    statements.push(report);
    options.onStatement?.(report, statements.length, all.length);
  }
  return reportOfAll(statements);
}

/** Reports with how many there are of each verdict. */
export function reportOfAll(statements: readonly StatementReport[]): VerificationReport {
  const summary = { proved: 0, supported: 0, refuted: 0, undecided: 0, unexpected: 0 };
  for (const { verdict, expected } of statements) {
    summary[verdict]++;
    if (verdict !== expected) summary.unexpected++;
  }
  return { statements, summary };
}

/** The report on the one statement of a document that was given up: undecided, for a reason that is not its own. */
export function undecidedReport(
  { name, statements: [statement] }: ProofDocument,
  reason: string,
  seconds: number,
): StatementReport {
  const { label, title, expected } = statement;
  const verdict: Verdict = { kind: 'undecided', reason };
  const assumptions = assumptionsOf(statement, verdict);
  const about = { document: name, label, title, ...contentOf(statement) };
  return { ...about, verdict: verdict.kind, expected, assumptions, reason, seconds };
}

function reportOf(document: string, statement: Statement, verdict: Verdict, seconds: number): StatementReport {
  const { label, title, expected } = statement;
  const about = { document, label, title, ...contentOf(statement), verdict: verdict.kind, expected };
  const uses = usesOf(statement);
  const common = {
    ...about,
    assumptions: assumptionsOf(statement, verdict),
    ...(uses.length === 0 ? {} : { uses }),
  };
  switch (verdict.kind) {
    case 'proved':
      return { ...common, seconds };
    case 'supported':
      return { ...common, cases: verdict.cases, tolerance: verdict.tolerance, worstError: verdict.worstError, seconds };
    case 'refuted':
      return {
        ...common,
        witness: verdict.witness,
        ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
        seconds,
      };
    case 'undecided':
      return { ...common, reason: verdict.reason, seconds };
  }
}

/** The claim as text, with the definitions that it uses. */
function contentOf(statement: Statement): Pick<StatementReport, 'claim' | 'definitions'> {
  switch (statement.kind) {
    case 'statement': {
      const definitions = inventoryOf(statement.claim, []).definitions.map(printDefinition);
      return { claim: printClaim(statement.claim), ...(definitions.length === 0 ? {} : { definitions }) };
    }
    case 'calculation': {
      const definitions = definitionsUsed(statement);
      const claim = claimedSides(statement).join(statement.relation === 'equal' ? ' = ' : ' <= ');
      return {
        claim,
        ...(definitions.length === 0 ? {} : { definitions: definitions.map((pair) => pair.join(' := ')) }),
      };
    }
    default:
      return { claim: statement.claim };
  }
}

/** What a theorem rests on; otherwise what the statement assumes. */
function assumptionsOf(statement: Statement, verdict: Verdict): readonly string[] {
  if (verdict.kind === 'proved') {
    const { theorem } = verdict;
    return isExactTheorem(theorem) ? theorem.assumptions : theorem.assumptions.map(printAssumption);
  }
  if (statement.kind === 'statement') return statement.given.map(printAssumption);
  return statement.kind === 'experiment' ? statement.assumptions : [];
}
