import {
  type Assumption,
  type Calculation,
  type CalculationDerivation,
  type Claim,
  type Derivation,
  type Examination,
  equation,
  examine,
  FisherRaoError,
  type GeneralStatement,
  type ProofDocument,
  type ProofOutcome,
  printAssumption,
  printClaim,
  prove,
  proveCalculation,
  type Theorem,
} from 'fisher-rao';
import { calculationMutants } from './calculation-mutants.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { NoValue, valuesOf } from './second-route/independent-value.ts';
import { seededNumbers } from './seeded-numbers.ts';

/** What decides derivations: the two kernels, or stand-ins that tests plant. */
export interface Acceptor {
  /** The theorem of a derivation, or `null` where it is rejected. */
  readonly general: (derivation: Derivation) => Pick<Theorem, 'claim' | 'assumptions'> | null;
  readonly calculation: (derivation: CalculationDerivation) => boolean;
}

/** The kernels as they are. */
export const kernels: Acceptor = {
  general: (derivation) => theoremIn(prove(derivation)),
  calculation: (derivation) => proveCalculation(derivation).outcome === 'proved',
};

function theoremIn(outcome: ProofOutcome): Theorem | null {
  return outcome.outcome === 'proved' ? outcome.theorem : null;
}

/** One mutant of a proof; `judge` says what becomes of it. */
export interface Trial {
  /** The proof and the place in it that is changed. */
  readonly place: string;
  readonly name: string;
  readonly judge: (acceptor: Acceptor) => Judgement;
}

/**
 * What became of a mutant: rejected; accepted, and seen to be true by another route; or accepted without that: an escape,
 * false or not known to be true.
 */
export type Judgement = { readonly kind: 'killed' | 'true' } | { readonly kind: 'escape'; readonly reason: string };

/** Every mutant of every proof in the documents that is proved as it stands. */
export function trialsOf(documents: readonly Pick<ProofDocument, 'name' | 'statements'>[]): readonly Trial[] {
  return documents.flatMap(({ name, statements }) =>
    statements.flatMap((entry): readonly Trial[] => {
      if (entry.expected !== 'proved') return [];
      const label = `${name}/${entry.label}`;
      if (entry.kind === 'statement' && entry.proof !== null) return generalTrials(label, entry);
      return entry.kind === 'calculation' ? calculationTrials(label, entry) : [];
    }),
  );
}

/** A seeded sample: up to `per` mutants of every place of every proof. */
export function drawn(trials: readonly Trial[], per: number, seed: number): readonly Trial[] {
  const places = new Map<string, Trial[]>();
  for (const trial of trials) {
    const some = places.get(trial.place) ?? [];
    places.set(trial.place, some);
    some.push(trial);
  }
  const random = seededNumbers(seed);
  return [...places.values()].flatMap((some) =>
    Array.from({ length: Math.min(per, some.length) }, () => some.splice(Math.floor(random() * some.length), 1)[0]),
  );
}

function generalTrials(label: string, { given, claim, proof }: GeneralStatement): readonly Trial[] {
  const derivation = { given, claim, proof: proof!() };
  return mutantsOf(derivation).map((mutant) => ({
    place: `${label}, ${mutant.change.split(': ')[0]}`,
    name: `${label}, ${mutant.change}`,
    judge: (acceptor) => withoutMeaning(() => judgeGeneral(mutant, derivation, acceptor)),
  }));
}

function calculationTrials(label: string, calculation: Calculation): readonly Trial[] {
  return calculationMutants(calculation).map(({ change, derivation }) => ({
    place: `${label}, ${change.split(': ')[0]}`,
    name: `${label}, ${change}`,
    judge: (acceptor) => withoutMeaning(() => judgeCalculation(derivation(), acceptor)),
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

/** Finite models tried for an accepted claim, and the relative error that rounding may make in them. */
const models = 60;
const rounding = 1e-9;

function judgeGeneral({ derivation, equalities }: Mutant, original: Derivation, acceptor: Acceptor): Judgement {
  const theorem = acceptor.general(derivation);
  if (theorem === null) return { kind: 'killed' };
  const { claim, assumptions } = theorem;
  const before = theoremIn(prove(original));
  if (equalities.length === 0 && before !== null && saysTheSame(theorem, before)) return { kind: 'true' };
  const claims = [claim, ...equalities.map(([left, right]) => equation(left, right))];
  for (const [place, examined] of claims.entries()) {
    const given = place === 0 ? assumptions : derivation.given;
    const { witness, cases, worstError } = examinedUnder(examined, given);
    const what = `${printClaim(examined)}, given ${given.map(printAssumption).join('; ')}`;
    if (witness !== null) return { kind: 'escape', reason: `false in a model: ${what}` };
    if (cases === 0) return { kind: 'escape', reason: `no model was found for: ${what}` };
    if (!(worstError < rounding)) return { kind: 'escape', reason: `error ${worstError} in: ${what}` };
  }
  return { kind: 'true' };
}

/** In models of the assumptions, or, where none can be made, of fewer of them: what holds under fewer holds under all. */
function examinedUnder(claim: Claim, given: readonly Assumption[]): Examination {
  const all = examine(claim, given, { models });
  if (all.witness !== null || all.cases > 0) return all;
  const fewer = given.filter((one) => one.kind !== 'equation' || one.name.startsWith('normalisation'));
  const some = examine(claim, fewer, { models });
  return some.witness === null ? some : all;
}

type Content = Pick<Theorem, 'claim' | 'assumptions'>;

/**
 * Whether a theorem is the one of the unchanged proof: which did not use what was dropped, or used an integral whose
 * existence an assumed equation with this integral in it says too.
 */
function saysTheSame(theorem: Content, original: Content): boolean {
  if (printClaim(theorem.claim) !== printClaim(original.claim)) return false;
  const here = theorem.assumptions.map(printAssumption);
  const lost = original.assumptions.filter((one) => !here.includes(printAssumption(one)));
  const equations = theorem.assumptions.filter(({ kind }) => kind === 'equation').map(withoutIndices);
  const isSaid = (one: Assumption): boolean =>
    one.kind === 'integrable' &&
    equations.some((text) => text.includes(`} ${withoutIndices(one).split(' absolutely')[0]}`));
  return here.length === original.assumptions.length - lost.length && lost.every(isSaid);
}

function withoutIndices(assumption: Assumption): string {
  return printAssumption(assumption)
    .replaceAll(/∂_\w+/gu, '∂')
    .replaceAll(/\([^()]*\)/gu, '');
}

/** Points at which both sides of an accepted calculation must agree, and how many may be tried to find them. */
const [points, attempts] = [5, 60];
/** After so many milliseconds the points seen so far must do. */
const patience = 5000;
const tolerance = 1e-7;

function judgeCalculation(derivation: CalculationDerivation, acceptor: Acceptor): Judgement {
  if (!acceptor.calculation(derivation)) return { kind: 'killed' };
  const claim = derivation.chain.map(({ text }) => text).join(derivation.relation === 'equal' ? ' = ' : ' <= ');
  const start = performance.now();
  let agreed = 0;
  try {
    // A logarithm means log|u| to the kernel: that decides where no point has real values otherwise.
    for (let seed = 1; seed <= 2 * attempts && agreed < points; seed++) {
      if (agreed > 0 && (seed > attempts || performance.now() - start > patience)) break;
      const values = valuesOf(derivation, seed, seed > attempts);
      if (!values.every(Number.isFinite)) continue;
      const violated = values.slice(1).some((right, place) => violation(derivation.relation, values[place], right));
      if (violated) return { kind: 'escape', reason: `false: ${claim}, where the sides are ${values.join(', ')}` };
      agreed++;
    }
  } catch (error) {
    if (!(error instanceof NoValue)) throw error;
    return { kind: 'escape', reason: `cannot be evaluated (${error.message}): ${claim}` };
  }
  return agreed === 0 ? { kind: 'escape', reason: `no point has real values: ${claim}` } : { kind: 'true' };
}

function violation(relation: CalculationDerivation['relation'], left: number, right: number): boolean {
  const difference = relation === 'equal' ? Math.abs(left - right) : left - right;
  return difference > tolerance * Math.max(1, Math.abs(left), Math.abs(right));
}
