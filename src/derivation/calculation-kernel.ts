import { type ClosedForm, type Expression, partsOf, printClosedForm, substitute } from '../calculus/index.ts';
import { FisherRaoError, InputError, NotationError } from '../errors.ts';
import { domainText } from '../families/index.ts';
import { conditionTexts, numberOf, refuseContradiction, settled } from './calculation-conditions.ts';
import { checkName, regularityOf } from './calculation-family.ts';
import { type CalculationMeaning, calculationMeaning, parseCalculation } from './calculation-language.ts';
import { type Equation, rewritten } from './calculation-rewriting.ts';
import {
  type AssumedEquation,
  admittedSubject,
  domainIn,
  hasMeaning,
  type Subject,
  variablesOf,
} from './calculation-subject.ts';
import { differenceWitness } from './calculation-witness.ts';
import { formulaText } from './formula-text.ts';
import type { Instance } from './instance.ts';
import { lookalikes } from './lookalikes.ts';
import { isManifestlyNonnegative } from './nonnegative.ts';

/** One side of a chain as text, with the names of the assumed equations by which it equals the side before it. */
export interface CalculationSide {
  readonly text: string;
  readonly by: readonly string[];
}

/**
 * A chain of equal expressions about a subject; the claim is that the first equals the last. Or, with `difference`, two
 * sides, of which the first is claimed to be at most the second: the difference, second less first, must be manifestly
 * nonnegative ({@link isManifestlyNonnegative}); `null` where none is given.
 */
export interface CalculationDerivation {
  readonly subject: Subject;
  /** Names for expressions, each of which may use those before it. */
  readonly definitions: readonly (readonly [name: string, text: string])[];
  /** Two or more. */
  readonly chain: readonly CalculationSide[];
  readonly relation: 'equal' | 'atMost';
  readonly difference: string | null;
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
 * same canonical form, and expectations and geometry of the subject are those that the exact layer derives. The assumptions
 * say where the sides have values, as far as the domains of names do not: x - 1 ≠ 0 for a quotient by x - 1, u > 0 for
 * log(u). To be trusted: this file, calculation-language, -conditions and -definedness, nonnegative, and the exact layer.
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
  const chain = derivation.chain.map(({ text, by }) => ({ text: String(text), by: by.map(String) }));
  let step = 0;
  const fail = (reason: string, witness: Instance | null): CalculationOutcome => {
    const [left, right] = [chain[Math.max(0, step - 1)]?.text ?? '', chain[step]?.text ?? ''];
    return { outcome: 'failed', fault: { step, left, right, reason, witness } };
  };
  try {
    const subject = admittedSubject(derivation.subject);
    if (chain.length < 2) throw new InputError('a calculation has at least two sides');
    const definitions = new Map<string, Expression>();
    const parse = (text: string): Expression => substitute(parseCalculation(subject, text), definitions);
    for (const [name, text] of derivation.definitions) {
      checkName(name, 'definitions');
      if (definitions.has(name)) throw new InputError(`${name} is defined twice`);
      if (hasMeaning(subject, name))
        throw new InputError(`${name} has a meaning already: choose another name to define`);
      definitions.set(name, parse(text));
    }
    const equations = subject.equations.map(({ name, left, right }) => ({
      name,
      left: parse(left),
      right: parse(right),
    }));
    const parsed = chain.map(({ text }, place) => {
      step = place;
      return parse(text);
    });
    step = 0;
    const difference = derivation.difference === null ? null : parse(derivation.difference);
    const alike = lookalikes([...namesIn(subject), ...definitions.keys()]);
    if (alike !== null) throw new InputError(`two different names look the same: ${alike.join(' and ')}`);
    const assumed = equations.flatMap(({ left, right }) => [left, right]);
    const meaning = calculationMeaning(subject, [...parsed, ...assumed, ...(difference === null ? [] : [difference])]);
    if (derivation.relation === 'atMost') {
      if (chain.length > 2) throw new InputError('an inequality has two sides');
      step = 1;
      const [left, right] = parsed.map(meaning.value);
      const objection = objectionToBound(subject, meaning, left, right, difference);
      if (objection !== null) return fail(objection.reason, objection.witness);
      refuseContradiction(meaning.forms, meaning.conditions());
      const claim = `${chain[0].text} <= ${chain[1].text}`;
      return {
        outcome: 'proved',
        theorem: new ExactTheorem(
          secret,
          claim,
          assumptionsOf(subject, [], [...parsed, ...(difference === null ? [] : [difference])], meaning),
        ),
      };
    }
    let before = meaning.value(parsed[0]);
    for (step = 1; step < parsed.length; step++) {
      const after = meaning.value(parsed[step]);
      const cited = chain[step].by.map((name) => equationNamed(equations, name));
      const [left, right] = [before, after].map((side) => rewritten(meaning, cited, side));
      if (!meaning.forms.equals(left, right)) {
        // Under assumed equations a point at which they do not hold would be no witness.
        const witness = cited.length > 0 ? null : differenceWitness(subject, meaning, left, right);
        return fail(
          witness === null
            ? 'the closed forms differ, and no point was found at which the values do'
            : 'the two sides differ',
          witness,
        );
      }
      before = after;
    }
    step = 0;
    const cited = equations.filter(({ name }) => chain.some(({ by }) => by.includes(name)));
    for (const equation of cited) refuseOutsideDomain(subject, meaning, equation);
    // To rewrite asks for the values of equations, which notes their conditions again.
    for (const condition of [...meaning.conditions()]) {
      const form = rewritten(meaning, cited, condition.form);
      settled(
        meaning.forms,
        { ...condition, form },
        domainIn(subject),
        condition.said ?? printClosedForm(meaning.forms, condition.form),
      );
    }
    refuseContradiction(meaning.forms, meaning.conditions());
    const claim = `${chain[0].text} = ${chain[chain.length - 1].text}`;
    const used = subject.equations.filter(({ name }) => cited.some((equation) => equation.name === name));
    const formulas = [...parsed, ...cited.flatMap(({ left, right }) => [left, right])];
    return {
      outcome: 'proved',
      theorem: new ExactTheorem(secret, claim, assumptionsOf(subject, used, formulas, meaning)),
    };
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    return fail(error.message, null);
  }
}

/** Why left <= right does not follow, with a point at which it fails, if one was found; `null` where it does follow. */
function objectionToBound(
  subject: Subject,
  meaning: CalculationMeaning,
  left: ClosedForm,
  right: ClosedForm,
  difference: Expression | null,
): { readonly reason: string; readonly witness: Instance | null } | null {
  const { forms } = meaning;
  const witness = (): Instance | null => differenceWitness(subject, meaning, left, right, 'atMost');
  if (difference === null) {
    return { reason: 'the bound needs its difference, written so that it is seen to be >= 0', witness: witness() };
  }
  if (!forms.equals(forms.subtract(right, left), meaning.value(difference))) {
    return { reason: 'the right side less the left is not what is given as the difference', witness: witness() };
  }
  if (isManifestlyNonnegative(difference, domainIn(subject))) return null;
  return { reason: 'the difference is not seen to be >= 0 from how it is written', witness: witness() };
}

/** Throws {@link InputError} where a name is assumed to be a number that does not lie in its domain. */
function refuseOutsideDomain(
  subject: Subject,
  { forms, value }: CalculationMeaning,
  { name, left, right }: Equation,
): void {
  if (left.kind !== 'symbol') return;
  const domain = domainIn(subject)(left.name) ?? 'real';
  const number = numberOf(forms, value(right));
  if (number === null || domain === 'real') return;
  if (number > 0 && (domain !== 'unit' || number < 1) && (domain !== 'natural' || Number.isInteger(number))) return;
  throw new InputError(`the assumption ${name} puts ${number} for ${left.name}, which is ${domain}`);
}

function equationNamed(equations: readonly Equation[], name: string): Equation {
  const found = equations.find((equation) => equation.name === name);
  if (found !== undefined) return found;
  const names = equations.map((equation) => equation.name);
  throw new InputError(
    `no assumption is called "${name}": ${names.length === 0 ? 'none is declared' : `declared are ${names.join(', ')}`}`,
  );
}

/**
 * The domains of the names in the formulas, how expectations are taken or what the metric is where they occur, the
 * equations that steps cited, and what must hold for the sides to have values.
 */
function assumptionsOf(
  subject: Subject,
  used: readonly AssumedEquation[],
  formulas: readonly Expression[],
  { forms, conditions, remarks }: CalculationMeaning,
): readonly string[] {
  const { family, metric, symbols, functions } = subject;
  const names = new Set(formulas.flatMap(namesOfFormula));
  const isAbout = ofSubject.some((name) => names.has(name));
  if (isAbout) for (const name of metric?.entries.flat().flatMap(namesOfFormula) ?? []) names.add(name);
  const constants = family?.constants.filter(({ value }) => value === undefined) ?? [];
  const own = isAbout ? (metric?.coordinates ?? []) : [...(metric?.coordinates ?? []), ...(family?.coordinates ?? [])];
  const isDeclared = ({ name }: { readonly name: string }): boolean => names.has(name);
  return [
    ...(family !== null && isAbout ? [domainText(family), ...regularityOf(family)] : []),
    ...[
      ...own.filter((one) => isAbout || isDeclared(one)),
      ...constants.filter((one) => isAbout || isDeclared(one)),
      ...symbols.filter(isDeclared),
    ].map(({ name, domain }) => `${name} ${domain}`),
    ...(metric !== null && isAbout ? [metricText(metric)] : []),
    ...functions.filter((name) => names.has(name)).map((name) => `${name} is smooth`),
    ...used.map(({ name, left, right }) => `${name}: ${left} = ${right}`),
    ...conditionTexts(forms, conditions()),
    ...remarks(),
  ];
}

/** The functions and quantities of calculations that are those of the family or of the metric. */
const ofSubject: readonly string[] = [
  'E',
  'logdensity',
  'metric',
  'christoffel',
  'riemann',
  'ricci',
  'scalar',
  'cubic',
];

function namesOfFormula(e: Expression): readonly string[] {
  const own = e.kind === 'symbol' || e.kind === 'unknown' ? [e.name] : [];
  return [...own, ...partsOf(e).flatMap(namesOfFormula)];
}

function metricText({ coordinates, entries }: NonNullable<Subject['metric']>): string {
  const rows = entries.map((row) => `[${row.map(formulaText).join(', ')}]`);
  return `the metric of ${coordinates.map(({ name }) => name).join(', ')} is [${rows.join(', ')}]`;
}

/** All names that a calculation may use. */
function namesIn(subject: Subject): readonly string[] {
  const sample = subject.family?.sampleSpace.variables ?? [];
  return [...variablesOf(subject).map(({ name }) => name), ...sample, ...subject.functions];
}
