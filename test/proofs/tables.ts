import type { ProofDocument, StatementReport, VerificationReport } from 'fisher-rao';
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

/** One line a statement: label, what it says, verdict, what that rests on, and the statements that its proof applies. */
function statementTable(source: string, statements: readonly StatementReport[]): string {
  const rows = statements.map((statement) => {
    const { label, title, claim, verdict, uses = [] } = statement;
    const cells = [label, `${title}: \`${claim}\``, verdict, groundsOf(statement), uses.join(', ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |\n`;
  });
  const heading = `# ${source}\n\nMade by \`npm run proofs:tables\`, and held to what the kernels say by the tests.\n\n`;
  return `${heading}| label | theorem | verdict | rests on | uses |\n|---|---|---|---|---|\n${rows.join('')}`;
}

function groundsOf(statement: StatementReport): string {
  switch (statement.verdict) {
    case 'proved':
      return statement.assumptions.join('; ');
    case 'supported':
      return `${statement.cases} cases within ${statement.tolerance}`;
    case 'refuted':
      return `${sideText(statement.witness?.left)} against ${sideText(statement.witness?.right)}`;
    case 'undecided':
      return statement.reason ?? '';
  }
}

/** Few digits, so that no rounding of another machine shows. */
function sideText(side: string | number | readonly number[] | undefined): string {
  if (typeof side === 'number') return String(Number(side.toPrecision(4)));
  if (typeof side === 'object')
    return `(${side.slice(0, 4).map(sideText).join(', ')}${side.length > 4 ? ', ...' : ''})`;
  return side ?? '';
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
