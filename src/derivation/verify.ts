import type { ExaminationOptions, Witness } from './examine.ts';
import { inventoryOf } from './inventory.ts';
import { printAssumption, printClaim, printDefinition } from './print.ts';
import { decide, type ProofDocument, type Statement, type Verdict, type VerdictKind } from './statement.ts';

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
  readonly witness?: Witness;
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
export function verifyDocuments(
  documents: readonly ProofDocument[],
  options: VerificationOptions = {},
): VerificationReport {
  const all = documents.flatMap(({ name, statements }) => statements.map((statement) => ({ name, statement })));
  const summary = { proved: 0, supported: 0, refuted: 0, undecided: 0, unexpected: 0 };
  const statements = all.map(({ name, statement }, place) => {
    const start = performance.now();
    const verdict = decide(statement, options);
    const report = reportOf(name, statement, verdict, (performance.now() - start) / 1000);
    summary[report.verdict]++;
    if (report.verdict !== report.expected) summary.unexpected++;
    options.onStatement?.(report, place + 1, all.length);
    return report;
  });
  return { statements, summary };
}

function reportOf(document: string, statement: Statement, verdict: Verdict, seconds: number): StatementReport {
  const { label, title, expected } = statement;
  const rests = verdict.kind === 'proved' ? verdict.theorem.assumptions : statement.given;
  const claim = printClaim(statement.claim);
  const assumptions = rests.map(printAssumption);
  const definitions = inventoryOf(statement.claim, []).definitions.map(printDefinition);
  const defined = definitions.length === 0 ? {} : { definitions };
  const common = { document, label, title, claim, ...defined, verdict: verdict.kind, expected, assumptions };
  switch (verdict.kind) {
    case 'proved':
      return { ...common, seconds };
    case 'supported':
      return { ...common, cases: verdict.cases, tolerance: verdict.tolerance, worstError: verdict.worstError, seconds };
    case 'refuted':
      return { ...common, witness: verdict.witness, seconds };
    case 'undecided':
      return { ...common, reason: verdict.reason, seconds };
  }
}
