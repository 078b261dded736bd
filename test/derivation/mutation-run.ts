import {
  type Calculation,
  type CalculationDerivation,
  type Derivation,
  FisherRaoError,
  type GeneralStatement,
  type ProofDocument,
  proveCalculation,
  type Statement,
} from 'fisher-rao';
import { calculationMutants } from './calculation-mutants.ts';
import { judgeCalculation } from './judge-calculation.ts';
import { type Content, type Judgement, judgeGeneral, theoremOf } from './judge-general.ts';
import { mutantsOf } from './mutants.ts';
import { seededNumbers } from './seeded-numbers.ts';

export type { Judgement };

/** What decides derivations: the two kernels, or stand-ins that tests plant. */
export interface Acceptor {
  /** The theorem of a derivation, or `null` where it is rejected. */
  readonly general: (derivation: Derivation) => Content | null;
  readonly calculation: (derivation: CalculationDerivation) => boolean;
}

/** The kernels as they are. */
export const kernels: Acceptor = {
  general: theoremOf,
  calculation: (derivation) => proveCalculation(derivation).outcome === 'proved',
};

/** One mutant of a proof; `judge` says what becomes of it. */
export interface Trial {
  /** The proof and the place in it that is changed. */
  readonly place: string;
  readonly name: string;
  readonly judge: (acceptor: Acceptor) => Judgement;
}

type Documents = readonly Pick<ProofDocument, 'name' | 'statements'>[];

/** Every mutant of every proof in the documents that is proved as it stands. */
export function trialsOf(documents: Documents): readonly Trial[] {
  return drawn(documents, Number.POSITIVE_INFINITY, 1);
}

/**
 * A seeded sample of them: up to `per` mutants of every place of every proof whose name, `document/label`, contains a text.
 * What is drawn from a proof does not depend on the others.
 */
export function drawn(documents: Documents, per: number, seed: number, only: string = ''): readonly Trial[] {
  return documents.flatMap(({ name, statements }) =>
    statements.flatMap((entry) => {
      const label = `${name}/${entry.label}`;
      return label.includes(only) ? some(trialsOfStatement(label, entry), per, seededNumbers(seed, label)) : [];
    }),
  );
}

function trialsOfStatement(label: string, entry: Statement): readonly Trial[] {
  if (entry.expected !== 'proved') return [];
  if (entry.kind === 'statement' && entry.proof !== null) return generalTrials(label, entry);
  return entry.kind === 'calculation' ? calculationTrials(label, entry) : [];
}

/** Up to so many trials of every place. */
function some(trials: readonly Trial[], per: number, random: () => number): readonly Trial[] {
  if (per === Number.POSITIVE_INFINITY) return trials;
  const places = new Map<string, Trial[]>();
  for (const trial of trials) {
    const known = places.get(trial.place);
    if (known === undefined) places.set(trial.place, [trial]);
    else known.push(trial);
  }
  return [...places.values()].flatMap((all) =>
    Array.from({ length: Math.min(per, all.length) }, () => all.splice(Math.floor(random() * all.length), 1)[0]),
  );
}

function generalTrials(label: string, { given, claim, proof }: GeneralStatement): readonly Trial[] {
  const derivation = { given, claim, proof: proof!() };
  let before: Content | null = null;
  return mutantsOf(derivation).map((mutant) => ({
    place: `${label}, ${mutant.place}`,
    name: [`${label}, ${mutant.place}`, ...(mutant.change === '' ? [] : [mutant.change])].join(': '),
    judge: (acceptor) =>
      withoutMeaning(() => {
        before ??= theoremOf(derivation)!;
        return judgeGeneral(mutant, before, acceptor.general);
      }),
  }));
}

function calculationTrials(label: string, calculation: Calculation): readonly Trial[] {
  return calculationMutants(calculation).map(({ change, derivation }) => ({
    place: `${label}, ${change.split(': ')[0]}`,
    name: `${label}, ${change}`,
    judge: (acceptor) => withoutMeaning(() => judgeCalculation(derivation(), acceptor.calculation)),
  }));
}

/** An accepted claim that is ill-formed is an escape too. */
function withoutMeaning(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    if (error instanceof FisherRaoError) return { kind: 'escape', reason: error.message };
    throw error;
  }
}
