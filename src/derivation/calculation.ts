import { InputError } from '../errors.ts';
import {
  type CalculationFault,
  type CalculationOutcome,
  type CalculationSide,
  proveCalculation,
} from './calculation-kernel.ts';
import { admitSubject, type Subject, type SubjectParts } from './calculation-subject.ts';
import { instanceText } from './instance.ts';
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
  /** `equal`; or `atMost`, for two sides with the difference that shows it, `null` where none is given. */
  readonly relation: 'equal' | 'atMost';
  readonly difference: string | null;
  /** The line of each side in the text that it comes from, if it comes from one. */
  readonly lines: readonly number[] | null;
  readonly expected: VerdictKind;
}

type Side = string | { readonly equals: string; readonly by: readonly string[] };

/** The sides of a claim and how they are related; those of >= exchanged. */
function relationIn(
  label: string,
  claim: string | readonly Side[],
): { readonly relation: Calculation['relation']; readonly sides: readonly Side[] } {
  if (typeof claim !== 'string') return { relation: 'equal', sides: claim };
  const [sign, another] = claim.match(/<=|>=/g) ?? [];
  if (sign === undefined) return { relation: 'equal', sides: claim.split('=') };
  const sides = claim.split(sign);
  if (another !== undefined || sides.some((side) => side.includes('='))) {
    throw new InputError(`calculation ${label}: a bound has two sides, "left <= right"; got "${claim}"`);
  }
  return { relation: 'atMost', sides: sign === '<=' ? sides : sides.reverse() };
}

const calculations = new WeakSet<object>();

/**
 * Makes a calculation. `claim` is a chain of equal sides, as in `metric(sigma, sigma) = 2/sigma^2`, in mathjs syntax with
 * the functions of {@link calculationFunctions} and those declared as undetermined; where steps rest on assumed equations
 * it is a list of sides, each with the names of those by which it equals the one before. A bound, `left <= right` or
 * `left >= right`, needs as its `difference` larger less smaller side, written so that it is seen to be >= 0.
 *
 * Throws {@link InputError} where a part is missing or ill-formed.
 */
export function calculation(
  parts: SubjectParts & {
    readonly label: string;
    readonly title: string;
    readonly claim: string | readonly Side[];
    readonly definitions?: Readonly<Record<string, string>>;
    readonly difference?: string;
    readonly lines?: readonly number[];
    readonly expected: VerdictKind;
  },
): Calculation {
  const { label, title, claim, definitions = {}, difference = null, lines = null, expected, ...subject } = parts;
  if (label === '') throw new InputError('a calculation needs a label, such as "T-2.1.5"');
  if (!verdictKinds.includes(expected)) {
    throw new InputError(
      `calculation ${label}: expected must be one of ${verdictKinds.join(', ')}, got ${String(expected)}`,
    );
  }
  const { relation, sides } = relationIn(label, claim);
  const chain = sides.map((side): CalculationSide => {
    const { text, by } = typeof side === 'string' ? { text: side, by: [] } : { text: side.equals, by: [...side.by] };
    return Object.freeze({ text: text.trim(), by: Object.freeze(by) });
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
    definitions: Object.freeze(Object.entries(definitions).map((entry) => Object.freeze(entry))),
    chain: Object.freeze(chain),
    relation,
    difference,
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

/**
 * The sides that a calculation states: all that stand in one claim, `a = b = c`; of a chain that goes on in further lines,
 * or in steps that cite assumptions, the first and the last, for the others are its argument.
 */
export function claimedSides({ chain, lines }: Calculation): readonly string[] {
  const isOneClaim =
    lines === null ? chain.every(({ by }) => by.length === 0) : lines.every((line) => line === lines[0]);
  return (isOneClaim ? chain : [chain[0], chain[chain.length - 1]]).map(({ text }) => text);
}

const outcomes = new WeakMap<Calculation, CalculationOutcome>();

/** What the kernel says of a calculation; asked once. */
export function calculationOutcome(of: Calculation): CalculationOutcome {
  const outcome = outcomes.get(of) ?? proveCalculation(of);
  outcomes.set(of, outcome);
  return outcome;
}

/**
 * Decides a calculation: proved by the kernel; refuted where sides of the claim ({@link claimedSides}) differ at a point. A
 * wrong step of the argument between equal ends leaves it undecided.
 */
export function decideCalculation(of: Calculation): Verdict {
  const outcome = calculationOutcome(of);
  if (outcome.outcome === 'proved') return { kind: 'proved', theorem: outcome.theorem };
  const direct =
    of.chain.length === 2 ? outcome : proveCalculation({ ...of, chain: [of.chain[0], of.chain[of.chain.length - 1]] });
  const reason = explainCalculationFault(outcome.fault, of.lines);
  const { witness: atStep } = outcome.fault;
  if (atStep !== null && of.chain.length > 2 && claimedSides(of).length === of.chain.length) {
    return { kind: 'refuted', witness: atStep, reason };
  }
  if (direct.outcome === 'proved' || direct.fault.witness === null) return { kind: 'undecided', reason };
  return { kind: 'refuted', witness: direct.fault.witness, ...(of.chain.length === 2 ? {} : { reason }) };
}

/** A fault in words: which step or line, why, both sides, and where they differ. */
export function explainCalculationFault(
  { step, left, right, reason, witness }: CalculationFault,
  lines: readonly number[] | null = null,
): string {
  const first = lines === null ? 'before the first step' : `the claim of line ${lines[0]}, before its first step`;
  const place = step === 0 ? first : lines === null ? `step ${step}` : `line ${lines[step]}`;
  const sides = step === 0 ? '' : ` Left: ${left}. Right: ${right}.`;
  const where = witness === null ? '' : ` Values: ${instanceText(witness)}.`;
  return `${place}: ${reason}.${sides}${where}`;
}
