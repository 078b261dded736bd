import { parseRational } from '../algebra/index.ts';
import { type Expression, substitute } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { type Calculation, claimedSides } from './calculation.ts';
import { calculationMeaning, parseCalculation } from './calculation-language.ts';
import { valueAt } from './calculation-witness.ts';
import type { Statement } from './document.ts';
import { replay, type Witness } from './examine.ts';
import { replayExperiment } from './experiment.ts';
import { type Instance, type Sides, sideText } from './instance.ts';

/** The sides of a claim at a witness, as they were reported and as they are evaluated now. */
export interface Replay {
  readonly left: string;
  readonly right: string;
  /** Whether both are what the witness says, numbers to ten digits. */
  readonly isReproduced: boolean;
}

/**
 * Evaluates both sides of a claim again in the case that refuted it: the finite model of a general statement, the point of
 * a calculation, the inputs of an experiment. Independent of how the witness was found. Throws {@link InputError} where
 * the witness is not of the statement's kind, `DomainError` where it lacks what the claim mentions.
 */
export async function replayWitness(statement: Statement, witness: Witness | Instance): Promise<Replay> {
  const { left, right } = await sidesAt(statement, witness);
  const isReproduced = [left, right].every(
    (side, place) => side === textOf(place === 0 ? witness.left : witness.right),
  );
  return { left, right, isReproduced };
}

async function sidesAt(statement: Statement, witness: Witness | Instance): Promise<{ left: string; right: string }> {
  if (statement.kind === 'statement' && 'model' in witness) return replay(statement.claim, witness);
  if (statement.kind === 'calculation' && 'inputs' in witness) return told(calculationAt(statement, witness));
  if (statement.kind === 'experiment' && 'inputs' in witness) return told(await replayExperiment(statement, witness));
  throw new InputError(`${statement.label}: the witness is not one of such a statement`);
}

function told({ left, right }: Sides): { left: string; right: string } {
  return { left: textOf(left), right: textOf(right) };
}

function textOf(side: string | Sides['left']): string {
  return typeof side === 'string' ? side : sideText(side);
}

function calculationAt(of: Calculation, { inputs, ...told }: Instance): Sides {
  const known = new Map<string, Expression>();
  const parse = (text: string): Expression => substitute(parseCalculation(of.subject, text), known);
  for (const [name, text] of of.definitions) known.set(name, parse(text));
  const sides = claimedSides(of).map(parse);
  const { forms, value } = calculationMeaning(of.subject, sides);
  const point = Object.fromEntries(
    Object.entries(inputs ?? {}).map(([name, text]) => [name, parseRational(`${text}`)]),
  );
  const values = sides.map((side) => valueAt(forms, point)(value(side)));
  const ends = { left: values[0], right: values[values.length - 1] };
  // Where the claim has more than two sides, the witness may be of two neighbours.
  const pairs = [ends, ...values.slice(1).map((right, place) => ({ left: values[place], right }))];
  return (
    pairs.find(({ left, right }) => [left, right].map(textOf).join() === [told.left, told.right].map(textOf).join()) ??
    ends
  );
}
