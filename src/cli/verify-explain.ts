import { explain, type ProofDocument, type Statement, type StatementReport } from '../derivation/index.ts';
import { InputError } from '../errors.ts';
import { unknownName } from '../suggestion.ts';
import { groundsOf } from './verify-text.ts';

/** A document of the one statement that a label names; `document/label` where several documents have it. */
export function documentOf(documents: readonly ProofDocument[], label: string): ProofDocument {
  const found = documents.flatMap((document) =>
    document.statements
      .filter((entry) => entry.label === label || `${document.name}/${entry.label}` === label)
      .map((entry) => ({ ...document, statements: [entry] })),
  );
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const names = found.map((document) => `${document.name}/${document.statements[0].label}`);
    throw new InputError(`the label "${label}" occurs in several documents: say which, ${names.join(' or ')}`);
  }
  throw unknownName(
    'label',
    label,
    documents.flatMap(({ statements }) => statements.map((entry) => entry.label)),
  );
}

/** The verdict on a statement and its argument, a step a line, each followed by its justification. */
export function explanationText(report: StatementReport, statement: Statement): string {
  const { label, title, verdict } = report;
  const chains = explain(statement).map(({ heading, sides }) => {
    const lines = sides.flatMap(({ text, because, relation }, place) => [
      place === 0 ? `    ${text}` : relation === 'atMost' ? `  <= ${text}` : `  = ${text}`,
      ...(because.length === 0 ? [] : [`        ${isJudgement(because) ? '' : 'by '}${because.join('; ')}`]),
    ]);
    return `\n${heading === '' ? '' : `  ${heading}\n`}${lines.join('\n')}\n`;
  });
  const argument =
    chains.length === 0 ? '\n  There is no argument: the verdict rests on the cases above.\n' : chains.join('');
  const definitions = (report.definitions ?? []).map((one) => `  where ${one}\n`).join('');
  const grounds = groundsOf(report).map((line) => `  ${line}\n`);
  return `${title === '' ? label : `${label}: ${title}`}\n  ${verdict}\n${grounds.join('')}${definitions}${argument}`;
}

/** What is said of a step that fails, or was not looked at, is no justification. */
function isJudgement([first = '']: readonly string[]): boolean {
  return first.startsWith('FAILED') || first === 'not checked';
}

/** The same as TeX: an `align*` for each chain, with the justifications at the right. */
export function explanationTex(report: StatementReport, statement: Statement): string {
  const heading = `\\paragraph{${escaped(report.label)}} ${escaped(`${report.title} (${report.verdict})`.trim())}\n`;
  const chains = explain(statement).map(({ heading: part, sides }) => {
    const lines = sides.map(({ tex, because, relation }, place) => {
      const reason = because.length === 0 ? '' : ` && \\text{${because.map(escaped).join('; ')}}`;
      const sign = relation === 'atMost' ? '\\le' : '=';
      return place === 0 ? `  & ${tex}` : `  ${sign} {} & ${tex}${reason}`;
    });
    return `${part === '' ? '' : `${escaped(part)}\n`}\\begin{align*}\n${lines.join(' \\\\\n')}\n\\end{align*}\n`;
  });
  return `${heading}${chains.join('')}`;
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  Σ: '$\\Sigma$',
  Π: '$\\Pi$',
  '∂': '$\\partial$',
  '∈': '$\\in$',
  θ: '$\\theta$',
  α: '$\\alpha$',
  Γ: '$\\Gamma$',
  '≠': '$\\neq$',
  '×': '$\\times$',
};

function escaped(text: string): string {
  return text.replace(/[\\^~ΣΠ∂∈θαΓ≠×]|[&%$#_{}]/gu, (sign) => special[sign] ?? `\\${sign}`);
}
