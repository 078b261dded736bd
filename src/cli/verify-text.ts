import {
  type Instance,
  instanceText,
  type StatementReport,
  type VerificationReport,
  type Witness,
} from '../derivation/index.ts';
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
        ...(rest.witness === undefined ? [] : [`witness: ${witnessText(rest.witness)}`]),
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

/** The case in which a claim fails in one line: its two sides, and the model or the inputs. */
export function witnessText(witness: Witness | Instance): string {
  if (!('model' in witness)) return shortened(instanceText(witness));
  const facts = modelFacts(witness.model);
  return shortened(`${witness.left} against ${witness.right}${facts.length === 0 ? '' : `, with ${facts.join('; ')}`}`);
}

/** Lines that nobody would read to the end are cut; JSON has the whole. */
export function shortened(text: string): string {
  return text.length <= longestLine
    ? text
    : `${text.slice(0, longestLine)} ... (${text.length} characters; whole in JSON)`;
}

const longestLine = 1000;

function modelFacts(model: Witness['model']): string[] {
  return [
    ...Object.entries(model.naturals).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(model.sizes).map(([name, size]) => `${size} element${size === 1 ? '' : 's'} in ${name}`),
    ...Object.entries(model.functions).flatMap(([name, table]) => functionText(name, table)),
    ...Object.entries(model.polynomials ?? {}).flatMap(([name, table]) => polynomialText(name, table)),
  ];
}

/** A function's value and partial derivatives at each of its arguments; all of them, for a witness is small. */
function functionText(name: string, table: Witness['model']['functions'][string]): string[] {
  return Object.entries(table).flatMap(([point, values]) =>
    Object.entries(values)
      .sort(([along], [other]) => along.length - other.length)
      .map(([along, value]) => {
        const derivative = along === '' ? '' : `∂${along.split(',').join('∂')} `;
        return `${derivative}${name}(${point.split(';').join(', ')}) = ${value}`;
      }),
  );
}

/** A function of real arguments, as `σ(u) = 1 + (2 u) + (u)^2/2!`; the arguments are numbered, `u[0]`, where they are many. */
function polynomialText(name: string, table: NonNullable<Witness['model']['polynomials']>[string]): string[] {
  return Object.entries(table).map(([point, powers]) => {
    const terms = Object.entries(powers).flatMap(([power, coefficients]) => {
      const inner = Object.entries(coefficients)
        .filter(([, value]) => value !== '0')
        .map(([input, value]) =>
          input === '' ? value : `${value === '1' ? '' : `${value} `}u${input === '[]' ? '' : input}`,
        );
      if (inner.length === 0) return [];
      if (power === '0') return [inner[0]];
      return [`(${inner.join(' + ')})${power === '1' ? '' : `^${power}/${power}!`}`];
    });
    const place = point === '' ? '' : `${point.split(';').join(', ')}, `;
    return `${name}(${place}u) = ${terms.length === 0 ? '0' : terms.join(' + ')}`;
  });
}
