import {
  type Assumption,
  type Chain,
  type Claim,
  type Derivation,
  equation,
  type Induction,
  inequality,
  type Natural,
  type Step,
  type Term,
} from '../../src/derivation/index.ts';
import { numberNatural, variableNatural } from '../../src/derivation/natural.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { functionsAssumed, mutantAssumptions, mutantClaims, withAssumption } from './mutant-assumptions.ts';
import { definitionsIn, mutantDefinitions, withDefinition } from './mutant-definitions.ts';
import { mutantReasons } from './mutant-reasons.ts';
import { finiteSpacesIn, withMeasure } from './mutant-spaces.ts';
import { type MutantTerm, mutantTerms } from './mutant-terms.ts';

/** A derivation with one thing changed in it. */
export interface Mutant {
  /** Where it is changed: a seeded sample has some mutants of every place. */
  readonly place: string;
  readonly change: string;
  readonly derivation: () => Derivation;
  /** Terms that must be equal if the kernel accepts it. */
  readonly equalities: () => readonly (readonly [Term, Term])[];
  /** The finite space that may be any measure space in the mutant, if it is one of these. */
  readonly infinite: string | null;
  /** The name of the definition that is changed, if one is. */
  readonly defined: string | null;
}

/**
 * Every mutant of a derivation by one change: of an assumption, which is dropped, or changed where it is given and where
 * it is cited; of a definition, changed wherever it stands; of a finite space, which becomes any measure space; of a
 * term or a reason of a step, of the steps and their order; of the claim, alone or with the ends of the chains.
 */
export function mutantsOf(derivation: Derivation): readonly Mutant[] {
  const { proof, claim } = derivation;
  return [
    ...derivation.given.flatMap((assumption, place) => mutantsOfAssumption(derivation, assumption, place)),
    ...definitionsIn(derivation).flatMap((old) =>
      mutantDefinitions(old).map(({ change, definition }) => ({
        ...made(`definition of ${old.name}`, change, () => withDefinition(derivation, old, definition())),
        defined: old.name,
      })),
    ),
    ...finiteSpacesIn(derivation).map((name) => ({
      ...made(`space ${name}`, 'any measure space', () => withMeasure(derivation, name)),
      infinite: name,
    })),
    ...mutantClaims(claim).map(({ change, claim: changed }) =>
      made('claim', change, () => ({ ...derivation, claim: changed() })),
    ),
    ...(proof.kind === 'chain' ? chainMutants(derivation, proof) : inductionMutants(derivation, proof)),
  ];
}

const nothing = (): readonly [] => [];

function made(
  place: string,
  change: string,
  derivation: Mutant['derivation'],
  equalities: Mutant['equalities'] = nothing,
): Mutant {
  return { place, change, derivation, equalities, infinite: null, defined: null };
}

function mutantsOfAssumption(derivation: Derivation, assumption: Assumption, place: number): readonly Mutant[] {
  const where = `assumption ${place} (${assumption.kind})`;
  const others = mutantAssumptions(assumption, functionsAssumed(derivation.given));
  return [
    made(`${where} dropped`, '', () => ({ ...derivation, given: derivation.given.toSpliced(place, 1) })),
    ...others.map((other) =>
      made(where, other.change, () => withAssumption(derivation, assumption, other.assumption())),
    ),
  ];
}

/** The claim of a mutant chain is what it shows: its ends. */
function chainMutants(derivation: Derivation, proof: Chain): readonly Mutant[] {
  return mutantChains(proof).map(({ place, change, chain, equalities }) =>
    made(
      place,
      change,
      () => {
        const changed = chain();
        const claim = (isBound(changed) ? inequality : equation)(changed.from, endOf(changed));
        return { ...derivation, claim, proof: changed };
      },
      equalities,
    ),
  );
}

function inductionMutants(derivation: Derivation, proof: Induction): readonly Mutant[] {
  const { claim } = derivation;
  const withProof = (parts: Partial<Induction>): Derivation => ({ ...derivation, proof: { ...proof, ...parts } });
  return [
    ...(['base', 'step'] as const).flatMap((part) =>
      mutantChains(proof[part]).map(({ place, change, chain, equalities }) =>
        made(`${part}, ${place}`, change, () => withProof({ [part]: chain() }), equalities),
      ),
    ),
    ...mutantClaims(claim).map(({ change, claim: changed }) =>
      made('claim with the ends of the chains', change, () => withClaim(derivation, proof, changed())),
    ),
    made('induction', 'the step shows the claim for n again', () => withProof({ step: chainFor(proof.step, claim) })),
    made('induction', 'the step stands for the base', () => withProof({ base: proof.step })),
  ];
}

/** The induction for another claim: base and step begin and end with what they have to show then. */
function withClaim(derivation: Derivation, proof: Induction, claim: Claim): Derivation {
  const at = (value: Natural): Claim => {
    const naturals = new Map([[proof.on, value]]);
    return { ...claim, left: substitute(claim.left, { naturals }), right: substitute(claim.right, { naturals }) };
  };
  const base = chainFor(proof.base, at(numberNatural(0)));
  const step = chainFor(proof.step, at(variableNatural(proof.on, 1)));
  return { ...derivation, claim, proof: { ...proof, base, step } };
}

/** The chain from the left side of a claim to its right side, the terms between them as they were. */
function chainFor(chain: Chain, { left, right }: Claim): Chain {
  const steps = chain.steps.map((step, place) => (place + 1 === chain.steps.length ? { ...step, to: right } : step));
  return { kind: 'chain', from: left, steps };
}

interface MutantChain {
  readonly place: string;
  readonly change: string;
  readonly chain: () => Chain;
  readonly equalities: Mutant['equalities'];
}

function mutantChains(chain: Chain): readonly MutantChain[] {
  const first = chain.steps[0]?.relation;
  return [
    ...mutantTerms(chain.from).map(({ change, term }) => ({
      place: 'start',
      change,
      chain: (): Chain => ({ ...chain, from: term() }),
      equalities: () => (first === 'atMost' ? [] : [[term(), chain.from] as const]),
    })),
    ...(isBound(chain)
      ? [{ place: 'the chain', change: 'turned round', chain: () => turned(chain), equalities: nothing }]
      : []),
    ...chain.steps.flatMap((_, place) => mutantSteps(chain, place)),
  ];
}

function mutantSteps(chain: Chain, place: number): readonly MutantChain[] {
  const { from, steps } = chain;
  const [step, name] = [steps[place], `step ${place + 1}`];
  const before = place === 0 ? from : steps[place - 1].to;
  const withStep = (changed: Step): Chain => ({ ...chain, steps: steps.with(place, changed) });
  const terms = mutantTerms(step.to).map(
    ({ change, term }: MutantTerm): MutantChain => ({
      place: name,
      change,
      chain: () => withStep({ ...step, to: term() }),
      equalities: () => (step.relation === 'atMost' ? [] : [[term(), step.to]]),
    }),
  );
  const reasons = mutantReasons(step.by).map(
    ({ change, by }): MutantChain => ({
      place: `${name}, reasons`,
      change,
      chain: () => withStep({ ...step, by: by() }),
      equalities: nothing,
    }),
  );
  const equal: Step = { to: step.to, by: step.by.filter(({ kind }) => kind !== 'difference') };
  const order: MutantChain[] = [];
  if (step.relation === 'atMost') {
    const equalities = (): readonly (readonly [Term, Term])[] => [[before, step.to]];
    order.push({ place: `${name}, relation`, change: '<= taken for =', chain: () => withStep(equal), equalities });
  }
  if (place + 1 < steps.length) {
    const exchanged = steps.with(place, steps[place + 1]).with(place + 1, step);
    order.push(
      {
        place: `${name}, order`,
        change: 'left out',
        chain: () => ({ ...chain, steps: steps.toSpliced(place, 1) }),
        equalities: nothing,
      },
      {
        place: `${name}, order`,
        change: 'exchanged with the next',
        chain: () => ({ ...chain, steps: exchanged }),
        equalities: nothing,
      },
    );
  }
  return [...terms, ...reasons, ...order];
}

/** Whether a chain shows <= only. */
function isBound({ steps }: Chain): boolean {
  return steps.some(({ relation }) => relation === 'atMost');
}

function endOf({ from, steps }: Chain): Term {
  return steps.length === 0 ? from : steps[steps.length - 1].to;
}

/** The chain from its end to its start, each step with the reasons that it had in the other direction. */
function turned(chain: Chain): Chain {
  const terms = [chain.from, ...chain.steps.map(({ to }) => to)];
  const back = chain.steps.map((step, place) => ({ ...step, to: terms[place] })).reverse();
  return { kind: 'chain', from: endOf(chain), steps: back };
}
