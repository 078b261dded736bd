import { type ExplainedArgument, type StatementReport, textToTex } from '../derivation/index.ts';
import { groundsOf } from './verify-text.ts';

/** The verdict on a statement and its argument, a step a line, each followed by its justification. */
export function explanationText(report: StatementReport, argument: ExplainedArgument | null): string {
  const { label, title, verdict } = report;
  const chains = (argument?.chains ?? []).map(({ heading, sides }) => {
    const lines = sides.flatMap(({ text, because, relation }, place) => [
      place === 0 ? `    ${text}` : relation === 'atMost' ? `  <= ${text}` : `  = ${text}`,
      ...(because.length === 0 ? [] : [`        ${isJudgement(because) ? '' : 'by '}${because.join('; ')}`]),
    ]);
    return `\n${heading === '' ? '' : `  ${heading}\n`}${lines.join('\n')}\n`;
  });
  const steps = chains.length === 0 && argument !== null ? `\n  ${withoutArgument(report)}\n` : chains.join('');
  const definitions = (argument?.definitions ?? []).map(({ text }) => `  where ${text}\n`).join('');
  const grounds = groundsOf(report).map((line) => `  ${line}\n`);
  return `${title === '' ? label : `${label}: ${title}`}\n  ${verdict}\n${grounds.join('')}${definitions}${steps}`;
}

/** Why there are no steps to show. */
function withoutArgument({ verdict }: StatementReport): string {
  switch (verdict) {
    case 'refuted':
      return 'There is no argument: the witness refutes the claim. --replay evaluates it again.';
    case 'supported':
      return 'There is no argument: the verdict rests on the cases above.';
    default:
      return 'There is no argument.';
  }
}

/** What is said of a step that fails, or was not looked at, is no justification. */
function isJudgement([first = '']: readonly string[]): boolean {
  return first.startsWith('FAILED') || first === 'not checked';
}

/**
 * The same as TeX: what the claim assumes and what its symbols mean, then an `align*` for each chain, with the
 * justifications at the right.
 */
export function explanationTex(report: StatementReport, argument: ExplainedArgument | null): string {
  const { claim = null, assumptions = [], definitions = [], chains = [] } = argument ?? {};
  const heading = `\\paragraph{${textToTex(report.label)}} ${textToTex(`${report.title} (${report.verdict})`.trim())}\n`;
  const given =
    assumptions.length > 0
      ? assumptions.map(({ tex }) => `$${tex}$`)
      : report.assumptions.filter(() => report.verdict === 'proved').map(textToTex);
  const found = groundsOf(report).slice(1).map(textToTex);
  const blocks = chains.map(({ heading: part, sides }) => {
    const lines = sides.map(({ tex, becauseTex, relation }, place) => {
      const reason = becauseTex.length === 0 ? '' : ` && \\text{${becauseTex.join('; ')}}`;
      const sign = relation === 'atMost' ? '\\le' : '=';
      return place === 0 ? `  & ${tex}` : `  ${sign} {} & ${tex}${reason}`;
    });
    return `${part === '' ? '' : `${textToTex(part)}\n`}${aligned(lines)}`;
  });
  return [
    heading,
    claim === null ? `${textToTex(report.claim)}\n` : chains.length === 0 ? aligned([`  & ${claim.tex}`]) : '',
    given.length === 0 ? '' : `Given ${given.join('; ')}.\n`,
    report.verdict === 'proved' ? '' : found.map((line) => `${line}\n`).join(''),
    definitions.length === 0 ? '' : `Where\n${aligned(definitions.map(({ tex }) => `  & ${tex}`))}`,
    ...blocks,
  ].join('');
}

function aligned(lines: readonly string[]): string {
  return `\\begin{align*}\n${lines.join(' \\\\\n')}\n\\end{align*}\n`;
}
