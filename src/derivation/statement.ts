import { DomainError, FisherRaoError, InputError } from '../errors.ts';
import { admitClaim } from './admission.ts';
import { type Assumption, admitAssumption } from './assumption.ts';
import { type Examination, type ExaminationOptions, examine, tolerance } from './examine.ts';
import { type Chain, type Fault, type Induction, type ProofOutcome, prove, type Theorem } from './kernel.ts';
import { printAssumption, printTerm } from './print.ts';
import { checkScopes } from './scope.ts';
import type { Claim } from './term.ts';
import { type Verdict, type VerdictKind, verdictKinds } from './verdict.ts';

/** A claim about undetermined objects, under assumptions, with the verdict that is expected of it. */
export interface GeneralStatement {
  readonly kind: 'statement';
  /** Names the statement within its document, as in `A.1.2`. */
  readonly label: string;
  readonly title: string;
  readonly given: readonly Assumption[];
  readonly claim: Claim;
  readonly expected: VerdictKind;
  /** The argument, if there is one; called once, when the statement is decided. */
  readonly proof: (() => Chain | Induction) | null;
}

/** Makes a statement. Throws {@link InputError} where a part is missing, `NotationError` where one is ill-formed. */
export function statement(parts: {
  readonly label: string;
  readonly title: string;
  readonly given?: readonly Assumption[];
  readonly claim: Claim;
  readonly expected: VerdictKind;
  readonly proof?: () => Chain | Induction;
}): GeneralStatement {
  const { label, title, given = [], claim, expected, proof = null } = parts;
  if (typeof label !== 'string' || label === '') throw new InputError('a statement needs a label, such as "A.1.2"');
  if (!verdictKinds.includes(expected)) {
    throw new InputError(
      `statement ${label}: expected must be one of ${verdictKinds.join(', ')}, got ${String(expected)}`,
    );
  }
  const assumptions = Object.freeze(given.map(admitAssumption));
  const admitted = admitClaim(claim);
  checkScopes([admitted.left, admitted.right]);
  const kind = 'statement';
  const made: GeneralStatement = Object.freeze({
    kind,
    label,
    title,
    given: assumptions,
    claim: admitted,
    expected,
    proof,
  });
  statements.add(made);
  return made;
}

const statements = new WeakSet<object>();
/** Whether a value is a statement that {@link statement} made. */
export function isGeneralStatement(value: unknown): value is GeneralStatement {
  return typeof value === 'object' && value !== null && statements.has(value);
}

const outcomes = new WeakMap<GeneralStatement, ProofOutcome>();
const origins = new WeakMap<Theorem, GeneralStatement>();

/** The statement whose proof made a theorem, if it was one. */
export function originOf(theorem: Theorem): GeneralStatement | undefined {
  return origins.get(theorem);
}

/** What the kernel says of the statement's proof; `null` where it has none. Asked once per statement. */
export function proofOutcome(of: GeneralStatement): ProofOutcome | null {
  if (of.proof === null) return null;
  const known = outcomes.get(of);
  if (known !== undefined) return known;
  const outcome = prove({ given: of.given, claim: of.claim, proof: written(of, of.proof) });
  outcomes.set(of, outcome);
  if (outcome.outcome === 'proved') origins.set(outcome.theorem, of);
  return outcome;
}

/** The proof as its file writes it; what goes wrong there is not this package's fault. */
function written(of: GeneralStatement, proof: () => Chain | Induction): Chain | Induction {
  try {
    return proof();
  } catch (error) {
    if (error instanceof FisherRaoError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`the proof of ${of.label} does not run: ${message}`, { cause: error });
  }
}

/** The theorem of a statement, for use in later proofs. Throws {@link DomainError} where it is not proved. */
export function theoremOf(of: GeneralStatement): Theorem {
  const outcome = proofOutcome(of);
  if (outcome?.outcome === 'proved') return outcome.theorem;
  const reason = outcome === null ? 'it has no proof' : explainFault(outcome.fault);
  throw new DomainError(`nothing can rest on ${of.label} (${of.title}): ${reason}`);
}

/** Decides a general statement: by its proof if it has one, otherwise by evaluation in finite models. */
export function decideGeneral(of: GeneralStatement, options: ExaminationOptions = {}): Verdict {
  let failure: { readonly reason: string; readonly fault?: Fault } | null = null;
  try {
    const outcome = proofOutcome(of);
    if (outcome?.outcome === 'proved') return { kind: 'proved', theorem: outcome.theorem };
    if (outcome !== null) failure = { reason: explainFault(outcome.fault), fault: outcome.fault };
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    failure = { reason: error.message };
  }
  try {
    const examination = examine(of.claim, of.given, options);
    if (examination.witness !== null) return { kind: 'refuted', witness: examination.witness };
    return failure === null ? supported(of, examination) : { kind: 'undecided', ...failure };
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    return { kind: 'undecided', ...(failure ?? { reason: error.message }) };
  }
}

function supported(of: GeneralStatement, { cases, worstError }: Examination): Verdict {
  if (cases === 0) {
    const wanted = of.given.map(printAssumption).join('; ');
    return { kind: 'undecided', reason: `no model was found in which it has a meaning and holds that: ${wanted}` };
  }
  if (worstError <= tolerance) return { kind: 'supported', cases, tolerance, worstError };
  const reason = `the two sides differ by ${worstError}, relatively: too much to agree, too little to refute`;
  return { kind: 'undecided', reason };
}

/** A fault in words: where, why, and both sides. */
export function explainFault({ part, step, left, right, reason }: Fault): string {
  const place = step === 0 ? 'before the first step' : `step ${step}`;
  const where = part === 'chain' ? place : `${part === 'base' ? 'base' : 'step'} of the induction, ${place}`;
  const sides =
    left === null
      ? ''
      : right === null
        ? ` In: ${printTerm(left)}`
        : ` Left: ${printTerm(left)} Right: ${printTerm(right)}`;
  return `${where}: ${reason}.${sides}`;
}
