import { type StatementReport, type VerificationReport, witnessText } from '../derivation/index.ts';
import { shortened, supportText } from './verify-text.ts';

/** The verdicts as Markdown: a table for each document, and the counts at the end. */
export function verificationMarkdown({ statements, summary }: VerificationReport): string {
  const documents = [...new Set(statements.map(({ document }) => document))];
  const tables = documents.map((document) => {
    const rows = statements.filter((statement) => statement.document === document).map(row);
    return `## ${document}\n\n| statement | claim | verdict | rests on | uses | seconds |\n|---|---|---|---|---|---|\n${rows.join('')}\n`;
  });
  const counts = Object.entries(summary).map(([verdict, count]) => `${count} ${verdict}`);
  return `${tables.join('')}${counts.join(', ')}\n`;
}

function row(statement: StatementReport): string {
  const { label, title, claim, verdict, expected, seconds } = statement;
  const unexpected = verdict === expected ? '' : ` (unexpected: declared ${expected})`;
  const cells = [
    `**${plain(label)}** ${plain(title)}`,
    `\`\` ${shortened(claim).replaceAll('|', '\\|')} \`\``,
    `${verdict}${unexpected}`,
    plain(grounds(statement)),
    plain((statement.uses ?? []).join(', ')),
    seconds.toFixed(2),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |\n`;
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>|~$[\]]/g, '\\$&');
}

function grounds(statement: StatementReport): string {
  const { verdict, assumptions, witness, reason } = statement;
  switch (verdict) {
    case 'proved':
      return assumptions.join('; ');
    case 'supported':
      return supportText(statement);
    case 'refuted':
      return witness === undefined ? '' : `witness: ${shortened(witnessText(witness))}`;
    case 'undecided':
      return shortened(reason ?? '');
  }
}
