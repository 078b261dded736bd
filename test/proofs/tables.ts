import { type ProofDocument, type StatementReport, type VerificationReport, witnessText } from 'fisher-rao';
import { assumptionsOf } from './necessity.ts';

/** A file of `proofs/` that is made from what the kernels say: its path there, and its text. */
export interface Table {
  readonly path: string;
  readonly text: string;
}

/** Every table of `proofs/`: the statements of each document, and the assumptions of all of them. */
export function tablesOf(documents: readonly ProofDocument[], { statements }: VerificationReport): readonly Table[] {
  return [
    ...documents.map(({ name, source }) => ({
      path: `${name}/statements.md`,
      text: statementTable(
        source,
        statements.filter(({ document }) => document === name),
      ),
    })),
    { path: 'assumptions.tsv', text: assumptionTable(documents) },
  ];
}

const introduction = `Made by \`npm run proofs:tables\`, and held to what the kernels say by the tests. The file of a claim is named after its
label. \`fisher-rao verify --explain LABEL\` prints its argument step by step, or the witness that refutes it, in which
\`--replay\` evaluates both sides again ([how](../GUIDE.md#verdicts)).`;

/** One line a statement: label, what it says, verdict, what that rests on, and the statements that its proof applies. */
function statementTable(source: string, statements: readonly StatementReport[]): string {
  const rows = statements.map((statement) => {
    const { label, title, claim, verdict, definitions = [], uses = [] } = statement;
    const shown = `\`\` ${shortened(claim, label).replaceAll('|', '\\|')} \`\``;
    const where = definitions.length === 0 ? '' : ` where ${plain(shortened(definitions.join(', '), label))}`;
    const cells = [
      plain(label),
      `${plain(title)}: ${shown}${where}`,
      verdict,
      plain(groundsOf(statement)),
      plain(uses.join(', ')),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |\n`;
  });
  const heading = `# ${source}\n\n${introduction}\n\n`;
  return `${heading}| label | theorem | verdict | rests on | uses |\n|---|---|---|---|---|\n${rows.join('')}`;
}

function groundsOf(statement: StatementReport): string {
  switch (statement.verdict) {
    case 'proved':
      return statement.assumptions.join('; ');
    case 'supported':
      return `${statement.cases} cases within ${statement.tolerance}`;
    case 'refuted':
      // Few digits, so that no rounding of another machine shows.
      return statement.witness === undefined
        ? ''
        : `witness: ${shortened(witnessText(statement.witness, 4), statement.label)}`;
    case 'undecided':
      return statement.reason ?? '';
  }
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>|~$[\]]/g, '\\$&');
}

/** What would fill a page by itself is cut. */
function shortened(text: string, label: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 500)} ... (whole by --explain ${label})`;
}

/**
 * One line for each assumption that a theorem rests on: its kind, then the labels of the theorems whose proofs were seen to
 * fail without it, of those of which it cannot be left out (smooth functions, what defines a family), and of those whose
 * proofs pass without it: it says then only what is meant.
 */
function assumptionTable(documents: readonly ProofDocument[]): string {
  const rows = new Map<string, Record<'needed' | 'fixed' | 'idle', string[]>>();
  for (const statement of documents.flatMap(({ statements }) => statements)) {
    for (const { kind, text, passesWithout } of assumptionsOf(statement)) {
      const key = `${kind}\t${text}`;
      const row = rows.get(key) ?? { needed: [], fixed: [], idle: [] };
      rows.set(key, row);
      row[passesWithout === null ? 'fixed' : passesWithout() ? 'idle' : 'needed'].push(statement.label);
    }
  }
  const lines = [...rows].map(
    ([key, labels]) =>
      `${key}\t${Object.values(labels)
        .map((some) => some.join(' '))
        .join('\t')}`,
  );
  const heading = 'kind\tassumption\tproofs fail without it\tit cannot be left out\tproofs pass without it';
  return [heading, ...lines.sort()].map((line) => `${line}\n`).join('');
}
