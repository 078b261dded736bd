import { InputError } from '../errors.ts';
import {
  type CalculationFault,
  type CalculationOutcome,
  type CalculationSide,
  proveCalculation,
} from './calculation-kernel.ts';
import { admitSubject, type Subject, type SubjectParts } from './calculation-subject.ts';
import { type Verdict, type VerdictKind, verdictKinds } from './verdict.ts';

/** A claim about closed forms: names, a family or a metric, decided by canonical forms. */
export interface Calculation {
  readonly kind: 'calculation';
  readonly label: string;
  readonly title: string;
  readonly subject: Subject;
  readonly definitions: readonly (readonly [name: string, text: string])[];
  /** The sides that are claimed to be equal, in order; the claim is about the first and the last. */
  readonly chain: readonly CalculationSide[];
  /** The line of each side in the text that it comes from, if it comes from one. */
  readonly lines: readonly number[] | null;
  readonly expected: VerdictKind;
}

const calculations = new WeakSet<object>();

/**
 * Makes a calculation. `claim` is a chain of equal sides, as in `metric(sigma, sigma) = 2/sigma^2`, in mathjs syntax with
 * the functions of {@link calculationFunctions} and those declared as undetermined; where steps rest on assumed equations
 * it is a list of sides, each with the names of those by which it equals the one before.
 *
 * Throws {@link InputError} where a part is missing or ill-formed.
 */
export function calculation(
  parts: SubjectParts & {
    readonly label: string;
    readonly title: string;
    readonly claim: string | readonly (string | { readonly equals: string; readonly by: readonly string[] })[];
    readonly definitions?: Readonly<Record<string, string>>;
    readonly lines?: readonly number[];
    readonly expected: VerdictKind;
  },
): Calculation {
  const { label, title, claim, definitions = {}, lines = null, expected, ...subject } = parts;
  if (label === '') throw new InputError('a calculation needs a label, such as "T-2.1.5"');
  if (!verdictKinds.includes(expected)) {
    throw new InputError(
      `calculation ${label}: expected must be one of ${verdictKinds.join(', ')}, got ${String(expected)}`,
    );
  }
  const chain = (typeof claim === 'string' ? claim.split('=') : claim).map((side): CalculationSide => {
    return typeof side === 'string' ? { text: side.trim(), by: [] } : { text: side.equals.trim(), by: [...side.by] };
  });
  if (chain.length < 2 || chain.some(({ text }) => text === '')) {
    throw new InputError(
      `calculation ${label}: expected "left = right", got "${chain.map(({ text }) => text).join(' = ')}"`,
    );
  }
  const made: Calculation = Object.freeze({
    kind: 'calculation',
    label,
    title,
    subject: admitSubject(subject),
    definitions: Object.freeze(Object.entries(definitions)),
    chain: Object.freeze(chain),
    lines,
    expected,
  });
  calculations.add(made);
  return made;
}

/** Whether a value is a calculation that {@link calculation} made. */
export function isCalculation(value: unknown): value is Calculation {
  return typeof value === 'object' && value !== null && calculations.has(value);
}

const outcomes = new WeakMap<Calculation, CalculationOutcome>();

/** What the kernel says of a calculation; asked once. */
export function calculationOutcome(of: Calculation): CalculationOutcome {
  const outcome = outcomes.get(of) ?? proveCalculation(of);
  outcomes.set(of, outcome);
  return outcome;
}

/**
 * Decides a calculation: proved by the kernel; refuted where first and last side differ at a point. A wrong step between
 * equal ends leaves it undecided.
 */
export function decideCalculation(of: Calculation): Verdict {
  const outcome = calculationOutcome(of);
  if (outcome.outcome === 'proved') return { kind: 'proved', theorem: outcome.theorem };
  const direct =
    of.chain.length === 2 ? outcome : proveCalculation({ ...of, chain: [of.chain[0], of.chain[of.chain.length - 1]] });
  const reason = explainCalculationFault(outcome.fault, of.lines);
  if (direct.outcome === 'proved' || direct.fault.witness === null) return { kind: 'undecided', reason };
  return { kind: 'refuted', witness: direct.fault.witness, ...(of.chain.length === 2 ? {} : { reason }) };
}

/** A fault in words: which step or line, why, both sides, and where they differ. */
export function explainCalculationFault(
  { step, left, right, reason, witness }: CalculationFault,
  lines: readonly number[] | null = null,
): string {
  const place = step === 0 ? 'before the first step' : lines === null ? `step ${step}` : `line ${lines[step]}`;
  const sides = step === 0 ? '' : ` Left: ${left} Right: ${right}`;
  const where =
    witness === null ? '' : ` At ${JSON.stringify(witness.inputs)}: ${witness.left} against ${witness.right}`;
  return `${place}: ${reason}.${sides}${where}`;
}
