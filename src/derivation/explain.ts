import { nameToTex } from '../calculus/index.ts';
import { FisherRaoError } from '../errors.ts';
import { type Calculation, calculationOutcome } from './calculation.ts';
import type { CalculationFault } from './calculation-kernel.ts';
import { calculationToTex } from './calculation-tex.ts';
import { determinantLawIn } from './determinants.ts';
import type { Statement } from './document.ts';
import { instanceText } from './instance.ts';
import type { Justification } from './justification.ts';
import type { Chain, Theorem } from './kernel.ts';
import { printAssumption, printClaim, printTerm } from './print.ts';
import { type GeneralStatement, originOf, proofOutcome } from './statement.ts';
import { assumptionToTex, textToTex } from './statement-tex.ts';
import { relationOf } from './term.ts';
import { claimToTex, termToTex } from './term-tex.ts';

/** One side of an argument: as text, as TeX, and why it equals the side before it. */
export interface ExplainedSide {
  readonly text: string;
  readonly tex: string;
  readonly because: readonly string[];
  /** The same for text in TeX, with formulas between dollars; of a theorem its label alone. */
  readonly becauseTex: readonly string[];
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
 * experiment, an open question, or a claim that is only examined. Of a step that fails it says so and why; those after it
 * are not checked.
 */
export function explain(statement: Statement): readonly ExplainedChain[] {
  if (statement.kind === 'calculation') return [explainedCalculation(statement)];
  return statement.kind === 'statement' ? explainedProof(statement) : [];
}

function explainedCalculation(calculation: Calculation): ExplainedChain {
  const { chain, relation, difference } = calculation;
  const outcome = calculationOutcome(calculation);
  const fault = outcome.outcome === 'failed' ? { ...outcome.fault, reason: faultText(outcome.fault) } : null;
  if (relation === 'atMost') {
    const [left, right] = chain.map(({ text }) => ({ text, tex: texOrText(text) }));
    const because = inText(
      fault === null ? ['canonical form', 'it is >= 0 as it is written'] : [`FAILED: ${fault.reason}`],
    );
    const shown = difference === null ? [] : [{ text: difference, tex: texOrText(difference), ...because }];
    const less = {
      text: `${right.text} - (${left.text})`,
      tex: `${right.tex} - \\left(${left.tex}\\right)`,
      ...(difference === null ? because : inText([])),
    };
    return { heading: 'the difference of the two sides', sides: [less, ...shown] };
  }
  const sides = chain.map(({ text, by }, place) => ({
    text,
    tex: texOrText(text),
    ...judged(place, inText(place === 0 ? [] : ['canonical form', ...by]), fault),
  }));
  return { heading: '', sides };
}

/** Where the kernel objects, and why. */
interface Objection {
  readonly step: number;
  readonly reason: string;
}

/** The justification of a step; of the one that fails what is wrong, and of those behind it that nobody looked at them. */
function judged(place: number, reasons: Reasons, fault: Objection | null): Reasons {
  if (fault === null || place < fault.step) return reasons;
  return inText(place === fault.step ? [`FAILED: ${fault.reason}`] : ['not checked']);
}

type Reasons = Pick<ExplainedSide, 'because' | 'becauseTex'>;

/** Reasons without formulas. */
function inText(because: readonly string[]): Reasons {
  return { because, becauseTex: because.map(textToTex) };
}

function faultText({ reason, witness }: CalculationFault): string {
  return witness === null ? reason : `${reason}: ${instanceText(witness)}`;
}

/** An expression of a calculation as TeX; what cannot be read has none, and stays text: the verdict says why. */
export function texOrText(text: string): string {
  try {
    return calculationToTex(text);
  } catch (error) {
    if (error instanceof SyntaxError) return `\\text{${text}}`;
    throw error;
  }
}

function explainedProof(statement: GeneralStatement): readonly ExplainedChain[] {
  const { proof } = statement;
  if (proof === null) return [];
  try {
    const argument = proof();
    const outcome = proofOutcome(statement);
    const fault = outcome?.outcome === 'failed' ? outcome.fault : null;
    if (argument.kind === 'chain') return [explainedChain('', argument, fault)];
    const inBase = fault?.part === 'base';
    const unchecked = { step: -1, reason: '' };
    return [
      explainedChain(`base: ${argument.on} = 0`, argument.base, inBase ? fault : null),
      explainedChain(`step: from ${argument.on} to ${argument.on} + 1`, argument.step, inBase ? unchecked : fault),
    ];
  } catch (error) {
    if (error instanceof FisherRaoError) return []; // a proof that rests on what is not proved; the verdict says so
    throw error;
  }
}

function explainedChain(heading: string, { from, steps }: Chain, fault: Objection | null): ExplainedChain {
  const first = { text: printTerm(from), tex: termToTex(from), ...judged(0, inText([]), fault) };
  const rest = steps.map((step, place) => ({
    text: printTerm(step.to),
    tex: termToTex(step.to),
    ...judged(place + 1, { because: step.by.map(reasonText), becauseTex: step.by.map(reasonTex) }, fault),
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
  evaluation: 'evaluation at a value of the parameter',
  powers: 'rules for powers',
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
    case 'theorem': {
      const law = determinantLawIn(justification.theorem);
      if (law !== undefined) return law;
      return `theorem ${[originOf(justification.theorem)?.label ?? '', printClaim(justification.theorem.claim)].join(': ')}`;
    }
    case 'cases':
      return justification.on.sort === 'natural'
        ? `the cases ${justification.on.name} = 0 and ${justification.on.name}+1`
        : justification.on.space.kind === 'parameters'
          ? `at every value ${justification.on.name}`
          : `${justification.on.name} is a pair`;
    case 'inductionHypothesis':
      return 'induction hypothesis';
  }
}

/** The same for TeX, formulas between dollars; a theorem by its label, for its claim is a line of its own. */
function reasonTex(justification: Justification<Theorem>): string {
  switch (justification.kind) {
    case 'definition':
      return `definition of $${nameToTex(justification.definition.name)}$`;
    case 'difference':
      return `the difference $${termToTex(justification.term)}$ is nonnegative as it is written`;
    case 'assumption': {
      const { assumption } = justification;
      const name = assumption.kind === 'equation' ? `${textToTex(assumption.name)}: ` : '';
      return `${name}$${assumptionToTex(assumption)}$`;
    }
    case 'theorem': {
      if (determinantLawIn(justification.theorem) !== undefined) return textToTex(reasonText(justification));
      const label = originOf(justification.theorem)?.label;
      return `theorem ${label === undefined ? `$${claimToTex(justification.theorem.claim)}$` : textToTex(label)}`;
    }
    default:
      return textToTex(reasonText(justification));
  }
}
