import { type StatementReport, type VerificationReport, witnessText } from '../derivation/index.ts';
import { numberText } from '../report/index.ts';

/** The verdicts by document: one line per statement with what decides it below, and the counts at the end. */
export function verificationText({ statements, summary }: VerificationReport): string {
  const documents = [...new Set(statements.map((statement) => statement.document))];
  const blocks = documents.map((document) => {
    const own = statements.filter((statement) => statement.document === document);
    return `${document}\n${own.map(statementText).join('')}\n`;
  });
  const counts = (['proved', 'supported', 'refuted', 'undecided', 'unexpected'] as const)
    .map((verdict) => `${summary[verdict]} ${verdict}`)
    .join(', ');
  const seconds = statements.reduce((sum, statement) => sum + statement.seconds, 0);
  return `${blocks.join('')}${counts} (${seconds.toFixed(2)} s)\n`;
}

function statementText(statement: StatementReport): string {
  const { label, title, verdict, expected, seconds } = statement;
  const unexpected = verdict === expected ? '' : `  UNEXPECTED: its file declares ${expected}`;
  const lines = groundsOf(statement).map((line) => `             ${line}\n`);
  const named = title === '' ? label : `${label}: ${title}`;
  return `  ${verdict.padEnd(9)}  ${named} (${seconds.toFixed(2)} s)${unexpected}\n${lines.join('')}`;
}

/** The claim, then what decides the statement: assumptions of a theorem, a witness, numeric cases, or the reason. */
export function groundsOf({ verdict, claim: whole, assumptions, ...rest }: StatementReport): string[] {
  const claim = shortened(whole);
  switch (verdict) {
    case 'proved':
      return [
        claim,
        ...(assumptions.length === 0 ? ['no assumption'] : assumptions.map((one) => `given ${one}`)),
        ...(rest.uses === undefined ? [] : [`uses ${rest.uses.join(', ')}`]),
      ];
    case 'refuted':
      return [
        claim,
        ...(rest.witness === undefined ? [] : [`witness: ${shortened(witnessText(rest.witness))}`]),
        ...(rest.reason === undefined ? [] : [shortened(rest.reason)]),
      ];
    case 'supported':
      return [claim, supportText(rest)];
    case 'undecided':
      return [claim, ...(rest.reason === undefined ? [] : [shortened(rest.reason)])];
  }
}

/** How many cases support a statement, and how far off they are at worst. */
export function supportText({ cases, worstError, tolerance }: Partial<StatementReport>): string {
  const within = tolerance === undefined ? '' : ` (tolerance ${numberText(tolerance, 1)})`;
  return `${cases} cases, worst error ${numberText(worstError ?? Number.NaN, 2)}${within}`;
}

/** Lines that nobody would read to the end are cut; JSON has the whole. */
export function shortened(text: string): string {
  return text.length <= longestLine
    ? text
    : `${text.slice(0, longestLine)} ... (${text.length} characters; whole in JSON)`;
}

const longestLine = 1000;
