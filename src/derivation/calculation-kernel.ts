import { type Expression, substitute } from '../calculus/index.ts';
import { FisherRaoError, InputError, NotationError } from '../errors.ts';
import { domainText } from '../families/index.ts';
import { calculationMeaning, parseCalculation } from './calculation-language.ts';
import type { Subject } from './calculation-subject.ts';
import { differenceWitness } from './calculation-witness.ts';
import type { Instance } from './experiment.ts';

/** A chain of equal expressions about a subject, as text; the claim is that the first equals the last. */
export interface CalculationDerivation {
  readonly subject: Subject;
  /** Names for expressions, each of which may use those before it. */
  readonly definitions: readonly (readonly [name: string, text: string])[];
  /** Two or more. */
  readonly chain: readonly string[];
}

/** The first step of a calculation that does not hold, or cannot be decided. */
export interface CalculationFault {
  /** From 1; 0 where the fault lies before the first step. */
  readonly step: number;
  readonly left: string;
  readonly right: string;
  readonly reason: string;
  /** A point at which the two sides differ, if one was found. */
  readonly witness: Instance | null;
}

/** What came of a calculation. */
export type CalculationOutcome =
  | { readonly outcome: 'proved'; readonly theorem: ExactTheorem }
  | { readonly outcome: 'failed'; readonly fault: CalculationFault };

/** Known to this module alone: without it no theorem is made. */
const secret: unique symbol = Symbol('exact theorem');

/**
 * An equality of closed forms that {@link proveCalculation} has checked, with what it rests on: the two sides have the
 * same canonical form, and expectations and geometry of the subject are those that the exact layer derives. It holds
 * wherever both sides are defined. To be trusted: this file, calculation-language, and the exact layer.
 */
class ExactTheorem {
  readonly claim: string;
  readonly assumptions: readonly string[];
  readonly #proved: true;

  constructor(key: typeof secret, claim: string, assumptions: readonly string[]) {
    if (key !== secret) throw new NotationError('a theorem comes from `proveCalculation` alone');
    this.claim = claim;
    this.assumptions = Object.freeze([...assumptions]);
    this.#proved = true;
    Object.freeze(this);
  }

  static isTheorem(value: unknown): value is ExactTheorem {
    return typeof value === 'object' && value !== null && #proved in value && value.#proved;
  }
}
Object.freeze(ExactTheorem.prototype);
const { isTheorem: hasSecret } = ExactTheorem;

export type { ExactTheorem };

/** Whether a value is a theorem that {@link proveCalculation} made, and not something that resembles one. */
export function isExactTheorem(value: unknown): value is ExactTheorem {
  return hasSecret(value);
}

/** Checks every step of a calculation, or points to the first that fails. Never throws for what a calculation contains. */
export function proveCalculation(derivation: CalculationDerivation): CalculationOutcome {
  const { subject } = derivation;
  const chain = [...derivation.chain];
  let step = 0;
  const fail = (reason: string, witness: Instance | null): CalculationOutcome => {
    const [left, right] = [chain[Math.max(0, step - 1)] ?? '', chain[step] ?? ''];
    return { outcome: 'failed', fault: { step, left, right, reason, witness } };
  };
  try {
    if (chain.length < 2) throw new InputError('a calculation has at least two sides');
    const definitions = new Map<string, Expression>();
    for (const [name, text] of derivation.definitions) {
      if (definitions.has(name)) throw new InputError(`${name} is defined twice`);
      definitions.set(name, substitute(parseCalculation(subject, text), definitions));
    }
    const parsed = chain.map((text, place) => {
      step = place;
      return substitute(parseCalculation(subject, text), definitions);
    });
    step = 0;
    const meaning = calculationMeaning(subject, parsed);
    let before = meaning.value(parsed[0]);
    for (step = 1; step < parsed.length; step++) {
      const after = meaning.value(parsed[step]);
      if (!meaning.forms.equals(before, after)) {
        const witness = differenceWitness(subject, meaning, before, after);
        return fail(
          witness === null
            ? 'the closed forms differ, but no point was found at which their values do'
            : 'the two sides differ',
          witness,
        );
      }
      before = after;
    }
    const theorem = new ExactTheorem(
      secret,
      `${chain[0]} = ${chain[chain.length - 1]}`,
      assumptionsOf(subject, parsed),
    );
    return { outcome: 'proved', theorem };
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    return fail(error.message, null);
  }
}

/** The domains of what varies, and how expectations were taken where there are any. */
function assumptionsOf(
  { family, metric, symbols, functions }: Subject,
  chain: readonly Expression[],
): readonly string[] {
  const declared = [...(metric?.coordinates ?? []), ...symbols].map(({ name, domain }) => `${name} ${domain}`);
  const domain =
    family === null
      ? []
      : [
          domainText(family),
          ...family.constants.filter(({ value }) => value === undefined).map((c) => `${c.name} ${c.domain}`),
        ];
  const smooth = functions.map((name) => `${name} is smooth`);
  return [...domain, ...declared, ...smooth, ...(family === null || chain.length === 0 ? [] : [regularityOf(family)])];
}

function regularityOf(family: NonNullable<Subject['family']>): string {
  if (family.pivot !== undefined)
    return `the density of ${family.name} is that of its pivot, whose moments are Gamma functions`;
  if (family.statistics === undefined) return `expectations of ${family.name} are finite sums`;
  return `the density of ${family.name} is normalised for all values of its coordinates, and derivatives and integrals may be exchanged`;
}
