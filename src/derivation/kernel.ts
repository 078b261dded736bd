import { FisherRaoError, NotationError } from '../errors.ts';
import { admitClaim, admitRelation, admitTerm, identifier, list, record } from './admission.ts';
import { type Assumption, admitAssumption, distinct } from './assumption.ts';
import { claimFollows } from './at-most.ts';
import { type DeterminantLaw, type DeterminantLawName, determinantLaws } from './determinant-laws.ts';
import { isSameTerm } from './identity.ts';
import { admitJustification, type Justification, type Proved } from './justification.ts';
import { checkNames } from './names.ts';
import { type Natural, numberNatural, variableNatural } from './natural.ts';
import { printTerm } from './print.ts';
import type { Setting } from './reasoning.ts';
import { regularityUnder } from './regularity.ts';
import { checkScopes } from './scope.ts';
import { substitute } from './substitution.ts';
import { type Claim, relationOf, type Term } from './term.ts';

/** A chain: `from`, then each step's term, equal to the one before it, or not less than it, by its justifications. */
export interface Chain {
  readonly kind: 'chain';
  readonly from: Term;
  readonly steps: readonly Step[];
}

/** One equality of a chain, or one inequality: the term before is at most `to`. */
export interface Step {
  readonly to: Term;
  /** Equality where this is absent. */
  readonly relation?: 'atMost';
  readonly by: readonly Justification<Theorem>[];
}

/** Induction over a natural variable n of the claim: `base` proves it for 0, `step` for n + 1 from the claim for n. */
export interface Induction {
  readonly kind: 'induction';
  readonly on: string;
  readonly base: Chain;
  readonly step: Chain;
}

/** A claim, the assumptions that it may rest on, and why it follows. Plain data but for the theorems that it applies. */
export interface Derivation {
  readonly given: readonly Assumption[];
  readonly claim: Claim;
  readonly proof: Chain | Induction;
}

/** The first fault of a derivation. */
export interface Fault {
  /** `base` or `step` of an induction, or the one chain. */
  readonly part: 'chain' | 'base' | 'step';
  /** The number of the step, from 1; 0 where the fault lies before the first step. */
  readonly step: number;
  readonly left: Term | null;
  readonly right: Term | null;
  readonly reason: string;
}

/** What came of a derivation. */
export type ProofOutcome =
  | { readonly outcome: 'proved'; readonly theorem: Theorem }
  | { readonly outcome: 'failed'; readonly fault: Fault };

/** Known to this module alone: without it no theorem is made. */
const secret: unique symbol = Symbol('theorem');

/**
 * A claim that the kernel has proved, with the assumptions that its proof used. Only {@link prove} makes one, besides the
 * laws of determinants: the class
 * is there to keep that secret, and what merely looks like a theorem is not one for {@link isTheorem}. To be trusted:
 * this file with admission, scope, identity, substitution (in terms, definitions and spaces), replacements, unfolding,
 * regularity (with what is declared and remembered), integrability (with its search, its induction, the known integrals,
 * the factors of spaces and monomials), atoms, binder, canonical with the rules of its forms, the laws of determinants,
 * case distinction, reasoning, at-most, and the rational functions of algebra. All else in this folder only proposes,
 * prints, or evaluates independently.
 */
class Theorem implements Proved {
  readonly claim: Claim;
  readonly assumptions: readonly Assumption[];
  readonly #proved: true;

  constructor(key: typeof secret, claim: Claim, assumptions: readonly Assumption[]) {
    if (key !== secret) throw new NotationError('a theorem comes from `prove` alone');
    this.claim = claim;
    this.assumptions = Object.freeze([...assumptions]);
    this.#proved = true;
    Object.freeze(this);
  }

  static isTheorem(value: unknown): value is Theorem {
    return typeof value === 'object' && value !== null && #proved in value && value.#proved;
  }
}
Object.freeze(Theorem.prototype);
const { isTheorem: hasSecret } = Theorem;

export type { Theorem };

/** The laws of determinants, as theorems to be applied; see {@link determinantLaws}. */
export const determinantTheorems: Readonly<Record<DeterminantLawName, Theorem>> = Object.freeze({
  product: byLaw(determinantLaws.product),
  row: byLaw(determinantLaws.row),
  transposition: byLaw(determinantLaws.transposition),
  linearity: byLaw(determinantLaws.linearity),
  derivative: byLaw(determinantLaws.derivative),
});

function byLaw({ claim, given }: DeterminantLaw): Theorem {
  const admitted = admitClaim(claim);
  checkScopes([admitted.left, admitted.right]);
  return new Theorem(secret, admitted, given.map(admitAssumption));
}

/** Whether a value is a theorem that {@link prove} made or a law, and not something that resembles one. */
export function isTheorem(value: unknown): value is Theorem {
  return hasSecret(value);
}

/**
 * Checks a derivation and makes its claim a theorem, or points to the first fault. The theorem holds for all sample
 * spaces of the declared kinds (finite and nonempty, or any measure spaces whose measure is sigma-finite and not zero, so
 * also countable and continuous ones, where sums are integrals), all functions with the listed assumptions that are
 * measurable in their points, all values of free variables and all θ of an open set: both sides have a meaning, integrals
 * being absolutely convergent, and are equal, or the left one is at most the right one. Everything is copied before it is
 * checked. Never throws for what a derivation contains.
 */
export function prove(derivation: Derivation): ProofOutcome {
  try {
    const source = record(derivation, 'a derivation');
    const given = Object.freeze(list(source['given'], 'assumptions').map(admitAssumption));
    const claim = admitClaim(source['claim']);
    const proof = admitProof(source['proof']);
    checkNames(claim, given);
    const setting: Setting = { given, regularity: regularityUnder(given), hypothesis: null, claimFollows };
    const uses =
      proof.kind === 'chain' ? checkChain(proof, claim, setting, 'chain') : checkInduction(proof, claim, setting);
    return { outcome: 'proved', theorem: new Theorem(secret, claim, distinct(uses)) };
  } catch (error) {
    if (error instanceof Objection) return { outcome: 'failed', fault: error.fault };
    if (!(error instanceof FisherRaoError)) throw error;
    return { outcome: 'failed', fault: { part: 'chain', step: 0, left: null, right: null, reason: error.message } };
  }
}

/** Carries a fault to {@link prove}; never leaves this module. */
class Objection extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.reason);
    this.fault = fault;
  }
}

function admitProof(value: unknown): Chain | Induction {
  const source = record(value, 'a proof');
  if (source['kind'] === 'chain') return admitChain(source);
  if (source['kind'] !== 'induction') throw new NotationError('expected a chain of steps or an induction');
  const base = admitChain(source['base']);
  return Object.freeze({ kind: 'induction', on: identifier(source['on']), base, step: admitChain(source['step']) });
}

function admitChain(value: unknown): Chain {
  const source = record(value, 'a chain of steps');
  if (source['kind'] !== 'chain') throw new NotationError('expected a chain of steps');
  const from = admitTerm(source['from']);
  const steps = list(source['steps'], 'steps').map((entry) => {
    const step = record(entry, 'a step');
    const by = list(step['by'], 'justifications').map((reason) => admitJustification(reason, isTheorem));
    return Object.freeze({ to: admitTerm(step['to']), by: Object.freeze(by), ...admitRelation(step['relation']) });
  });
  return Object.freeze({ kind: 'chain', from, steps: Object.freeze(steps) });
}

/** The claim for n = 0, and from the claim for n the claim for n + 1; n is then arbitrary. */
function checkInduction(proof: Induction, claim: Claim, setting: Setting): readonly Assumption[] {
  checkScopes([claim.left, claim.right]);
  const uses = [claim.left, claim.right].flatMap((side) => meaningOf(side, setting, 'base', 0));
  const at = (value: Natural): Claim => {
    const naturals = new Map([[proof.on, value]]);
    const [left, right] = [substitute(claim.left, { naturals }), substitute(claim.right, { naturals })];
    return { left, right, ...relationOf(claim) };
  };
  return [
    ...uses,
    ...checkChain(proof.base, at(numberNatural(0)), setting, 'base'),
    ...checkChain(
      proof.step,
      at(variableNatural(proof.on, 1)),
      { ...setting, hypothesis: { claim, on: proof.on } },
      'step',
    ),
  ];
}

function checkChain(chain: Chain, claim: Claim, setting: Setting, part: Fault['part']): readonly Assumption[] {
  const terms = [chain.from, ...chain.steps.map(({ to }) => to)];
  checkScopes([claim.left, claim.right, ...terms]);
  const fail = (step: number, left: Term, right: Term, reason: string): never => {
    throw new Objection({ part, step, left, right, reason });
  };
  const uses = [claim.left, claim.right, ...terms].flatMap((term, place) =>
    meaningOf(term, setting, part, Math.max(0, place - 2)),
  );
  if (!isSameTerm(chain.from, claim.left)) {
    fail(
      0,
      claim.left,
      chain.from,
      `the chain must start at the left side of what is to be shown, ${printTerm(claim.left)}`,
    );
  }
  chain.steps.forEach((step, place) => {
    const { to, by } = step;
    if (step.relation === 'atMost' && claim.relation !== 'atMost') {
      fail(place + 1, terms[place], to, 'an equality does not follow from an inequality');
    }
    const finding = claimFollows({ left: terms[place], right: to, ...relationOf(step) }, by, setting);
    if ('uses' in finding) uses.push(...finding.uses);
    else fail(place + 1, terms[place], to, finding.objection);
  });
  const last = terms[terms.length - 1];
  if (!isSameTerm(last, claim.right)) {
    fail(
      terms.length - 1,
      last,
      claim.right,
      `the chain must end at the right side of what is to be shown, ${printTerm(claim.right)}`,
    );
  }
  return uses;
}

function meaningOf(term: Term, { regularity }: Setting, part: Fault['part'], step: number): readonly Assumption[] {
  const meaning = regularity.meaning(term);
  if ('uses' in meaning) return meaning.uses;
  throw new Objection({ part, step, left: term, right: null, reason: meaning.objection });
}
