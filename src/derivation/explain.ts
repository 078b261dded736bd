import { FisherRaoError } from '../errors.ts';
import type { Calculation } from './calculation.ts';
import { calculationToTex } from './calculation-tex.ts';
import type { Statement } from './document.ts';
import type { Justification } from './justification.ts';
import type { Chain, Theorem } from './kernel.ts';
import { printAssumption, printClaim, printTerm } from './print.ts';
import { type GeneralStatement, originOf } from './statement.ts';
import { relationOf } from './term.ts';
import { termToTex } from './term-tex.ts';

/** One side of an argument: as text, as TeX, and why it equals the side before it. */
export interface ExplainedSide {
  readonly text: string;
  readonly tex: string;
  readonly because: readonly string[];
  /** Where the side before is at most this one, not equal to it. */
  readonly relation?: 'atMost';
}

/** A chain of an argument; of an induction there are two. */
export interface ExplainedChain {
  /** Empty where there is one chain only. */
  readonly heading: string;
  readonly sides: readonly ExplainedSide[];
}

/**
 * The argument of a statement, step by step, each with its justification; empty for a statement without one: an
 * experiment, an open question, or a claim that is only examined. That a step stands here does not say that it is right:
 * the verdict does.
 */
export function explain(statement: Statement): readonly ExplainedChain[] {
  if (statement.kind === 'calculation') return [explainedCalculation(statement)];
  return statement.kind === 'statement' ? explainedProof(statement) : [];
}

function explainedCalculation({ chain, relation, difference }: Calculation): ExplainedChain {
  if (relation === 'atMost') {
    const [left, right] = chain.map(({ text }) => ({ text, tex: texOrText(text), because: [] }));
    const because = difference === null ? [] : ['canonical form', 'it is >= 0 as it is written'];
    const shown = difference === null ? [] : [{ text: difference, tex: texOrText(difference), because }];
    const less = {
      text: `${right.text} - (${left.text})`,
      tex: `${right.tex} - \\left(${left.tex}\\right)`,
      because: [],
    };
    return { heading: 'the difference of the two sides', sides: [less, ...shown] };
  }
  const sides = chain.map(({ text, by }, place) => ({
    text,
    tex: texOrText(text),
    because: place === 0 ? [] : ['canonical form', ...by],
  }));
  return { heading: '', sides };
}

/** A side that cannot be read has no TeX; the verdict says why. */
function texOrText(text: string): string {
  try {
    return calculationToTex(text);
  } catch (error) {
    if (error instanceof SyntaxError) return `\\text{${text}}`;
    throw error;
  }
}

function explainedProof({ proof }: GeneralStatement): readonly ExplainedChain[] {
  if (proof === null) return [];
  try {
    const argument = proof();
    if (argument.kind === 'chain') return [explainedChain('', argument)];
    return [
      explainedChain(`base: ${argument.on} = 0`, argument.base),
      explainedChain(`step: from ${argument.on} to ${argument.on} + 1`, argument.step),
    ];
  } catch (error) {
    if (error instanceof FisherRaoError) return []; // a proof that rests on what is not proved; the verdict says so
    throw error;
  }
}

function explainedChain(heading: string, { from, steps }: Chain): ExplainedChain {
  const first = { text: printTerm(from), tex: termToTex(from), because: [] };
  const rest = steps.map((step) => ({
    text: printTerm(step.to),
    tex: termToTex(step.to),
    because: step.by.map(reasonText),
    ...relationOf(step),
  }));
  return { heading, sides: [first, ...rest] };
}

const lawTexts: Readonly<Record<string, string>> = {
  differentiation: 'rules of differentiation',
  logarithmicDerivative: 'derivative of a logarithm',
  logarithmOfProduct: 'logarithm of a product or quotient',
  symmetryOfDerivatives: 'derivatives in either order',
  chainRule: 'chain rule',
  derivativeOfSum: 'derivative of a sum or under an integral',
  linearity: 'linearity of sums',
  delta: 'a sum with δ is its one term',
  interchange: 'sums change places',
  rearrangement: 'sums and factors are rearranged',
  sumOverPairs: 'a sum over pairs is a double sum',
  lastTerm: 'the last term is split off',
};

function reasonText(justification: Justification<Theorem>): string {
  switch (justification.kind) {
    case 'algebra':
      return 'algebra';
    case 'law':
      return lawTexts[justification.law] ?? justification.law;
    case 'definition':
      return `definition of ${justification.definition.name}`;
    case 'difference':
      return `the difference, ${printTerm(justification.term)}, is nonnegative as it is written`;
    case 'assumption':
      return printAssumption(justification.assumption);
    case 'theorem':
      return `theorem ${[originOf(justification.theorem)?.label ?? '', printClaim(justification.theorem.claim)].join(': ')}`;
    case 'inductionHypothesis':
      return 'induction hypothesis';
  }
}
