import { rationalFunctions } from '../algebra/index.ts';
import { DomainError, NotationError, UnsupportedError } from '../errors.ts';
import { type Assumption, integralOver, keyOfAssumption, type Uses } from './assumption.ts';
import { Atoms } from './atoms.ts';
import { Canonicaliser, type Means, type Rewriting } from './canonical.ts';
import { keyOfDefinition, keyOfFunction, keyOfSpace } from './identity.ts';
import type { Regularity } from './judgement.ts';
import type { Instance, Justification, Proved } from './justification.ts';
import type { Law } from './law.ts';
import { patternSign } from './matching.ts';
import { variableNatural } from './natural.ts';
import { printAssumption } from './print.ts';
import { type Abstraction, renaming, type Substitution } from './replacements.ts';
import { checkScopes } from './scope.ts';
import type { PointVariable } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { substitute } from './substitution.ts';
import { type Argument, type Claim, type Parameter, relationOf, type Term, type UndeterminedFunction } from './term.ts';

/** Where a step stands: what has been declared, and the hypothesis of the induction around it. */
export interface Setting {
  readonly given: readonly Assumption[];
  readonly regularity: Regularity;
  readonly hypothesis: Hypothesis | null;
  /** How what a theorem assumes is decided where the theorem is applied. */
  readonly claimFollows: (claim: Claim, by: readonly Justification[], setting: Setting) => Finding;
}

/** The claim of an induction for n, which may be used for all values of its variables other than n. */
export interface Hypothesis {
  readonly claim: Claim;
  readonly on: string;
}

/** A conclusion with the assumptions that it used, or why it does not follow. */
export type Finding = { readonly uses: Uses } | { readonly objection: string };

/** Starts the names of arbitrary but fixed values, which no user's name does. */
const constantSign = '!';

/**
 * Whether left = right follows by the justifications: whether the two have one canonical form, equations being used
 * from left to right on either side. Both terms must have been found to have a meaning.
 */
export function follows(left: Term, right: Term, by: readonly Justification[], setting: Setting): Finding {
  const means = meansOf(by, setting);
  if ('objection' in means) return means;
  const plain: Means = { ...means, rewritings: [] };
  const attempts: readonly (readonly [Means, Means])[] =
    means.rewritings.length === 0
      ? [[plain, plain]]
      : [
          [means, plain],
          [plain, means],
          [means, means],
        ];
  for (const [forLeft, forRight] of attempts) {
    const atoms = new Atoms();
    const [first, second] = [
      new Canonicaliser(forLeft, setting.regularity, atoms),
      new Canonicaliser(forRight, setting.regularity, atoms),
    ];
    if (areEqual(first, left, second, right)) return { uses: [...first.uses, ...second.uses] };
  }
  return { objection: 'the two sides do not have the same canonical form by the justifications given' };
}

function areEqual(first: Canonicaliser, left: Term, second: Canonicaliser, right: Term): boolean {
  try {
    return rationalFunctions.equals(first.value(left), second.value(right));
  } catch (error) {
    // Rewriting can only meet an undefined quotient where assumptions contradict each other; nothing is concluded.
    if (error instanceof DomainError || error instanceof UnsupportedError) return false;
    throw error;
  }
}

/** What the justifications of an equality allow. */
export function meansOf(by: readonly Justification[], setting: Setting): Means | { readonly objection: string } {
  const laws = new Set<Law>();
  const unfolding = new Set<string>();
  const rewritings: Rewriting[] = [];
  for (const justification of by) {
    if (justification.kind === 'law') laws.add(justification.law);
    else if (justification.kind === 'definition') unfolding.add(keyOfDefinition(justification.definition));
    else if (justification.kind === 'difference') return { objection: 'a difference shows <=, not =' };
    else if (justification.kind === 'cases') return { objection: 'cases are distinguished in a step of a chain' };
    else if (justification.kind !== 'algebra') {
      const sources = sourcesOf(justification, setting);
      if ('objection' in sources) return sources;
      if (sources.some(({ relation }) => relation === 'atMost')) return { objection: 'an inequality does not show =' };
      rewritings.push(...sources);
    }
  }
  return { laws, unfolding, rewritings };
}

/** What a step takes from elsewhere, for all values of the variables whose names begin with `?`. */
export type Source = Rewriting & { readonly relation?: 'atMost' };

/** The claims that a justification brings in, each a way to read it. */
export function sourcesOf(
  justification: Extract<Justification, { kind: 'assumption' | 'theorem' | 'inductionHypothesis' }>,
  setting: Setting,
): readonly Source[] | { readonly objection: string } {
  if (justification.kind === 'inductionHypothesis') {
    if (setting.hypothesis === null) return { objection: 'there is no induction hypothesis here' };
    return supposed(setting.hypothesis);
  }
  const source =
    justification.kind === 'assumption'
      ? assumedEquation(justification.assumption, setting)
      : instanceOf(justification.theorem, justification.instance, justification.discharging, setting);
  return 'objection' in source ? source : [source];
}

function assumedEquation(cited: Assumption, { given }: Setting): Source | { readonly objection: string } {
  const key = keyOfAssumption(cited);
  const declared = given.find((assumption) => keyOfAssumption(assumption) === key);
  if (declared?.kind === 'equation') return { ...general(declared.claim), uses: [declared] };
  return { objection: `this was not declared as an equation to rest on: ${printAssumption(cited)}` };
}

/**
 * The claim for n, as it stands and for all values of its other variables: what is shown by induction is that it holds
 * for n whatever they are.
 */
function supposed({ claim, on }: Hypothesis): readonly Source[] {
  return [claim, general(claim, on)].map((sides) => ({ ...sides, uses: [] }));
}

/** The claim for all values of its free variables but the `fixed` one: they become variables of a pattern. */
function general(claim: Claim, fixed: string | null = null): Claim {
  const { left, right } = claim;
  const renamed = renaming([left, right], patternSign, fixed);
  return { left: substitute(left, renamed), right: substitute(right, renamed), ...relationOf(claim) };
}

/**
 * The theorem for particular functions, spaces and variables, if what it assumes holds for them. Its variables are
 * renamed apart first, so that nothing put in is captured or replaced a second time.
 */
function instanceOf(
  theorem: Proved,
  instance: Instance,
  discharging: readonly Proved[],
  setting: Setting,
): Source | { readonly objection: string } {
  try {
    const change = changeOf(instance);
    const uses: Assumption[] = [];
    for (const { by } of instance.functions ?? []) {
      const meaning = setting.regularity.meaning(by.body);
      if ('objection' in meaning) return meaning;
      uses.push(...meaning.uses);
    }
    for (const assumption of theorem.assumptions) {
      const finding = discharged(assumption, change, discharging, setting);
      if ('objection' in finding) return finding;
      uses.push(...finding.uses);
    }
    const claim = general(theorem.claim);
    const particular = particularValues(instance);
    const left = substitute(substitute(claim.left, change), particular);
    const right = substitute(substitute(claim.right, change), particular);
    checkScopes([left, right]);
    return { left, right, uses, ...relationOf(theorem.claim) };
  } catch (error) {
    if (error instanceof NotationError || error instanceof UnsupportedError) return { objection: error.message };
    throw error;
  }
}

/** The replacement of functions and spaces, checked to be of the right signatures. */
function changeOf({ functions = [], spaces = {} }: Instance): Substitution {
  const newSpaces = new Map(Object.entries(spaces));
  for (const { replace, by } of functions) checkSignature(replace, by, { spaces: newSpaces });
  return { spaces: newSpaces, functions: new Map(functions.map(({ replace, by }) => [keyOfFunction(replace), by])) };
}

function checkSignature(replace: UndeterminedFunction, by: Abstraction, change: Substitution): void {
  // Parameters by number, so that none is taken for a variable of the spaces that come in.
  const numbered = (parameters: readonly Parameter[]): Substitution => ({
    naturals: new Map(parameters.map(({ name }, place) => [name, variableNatural(`${constantSign}${place}`)])),
  });
  const fits =
    replace.parameters.length === by.parameters.length &&
    replace.parameters.every((parameter, place) => {
      const other = by.parameters[place];
      if (parameter.sort !== 'point' || other.sort !== 'point') return parameter.sort === other.sort;
      const expected = substituteInSpace(substituteInSpace(parameter.space, numbered(replace.parameters)), change);
      return keyOfSpace(expected) === keyOfSpace(substituteInSpace(other.space, numbered(by.parameters)));
    });
  if (!fits) throw new NotationError(`what replaces ${replace.name} has other parameters than ${replace.name}`);
}

function particularValues({ naturals = {}, points = {} }: Instance): Substitution {
  const named = <V>(values: Readonly<Record<string, V>>): Map<string, V> =>
    new Map(Object.entries(values).map(([name, value]) => [`${patternSign}${name}`, value]));
  return { naturals: named(naturals), points: named(points) };
}

/** Whether an assumption of a theorem holds after the change of functions and spaces, by what is declared here. */
function discharged(
  assumption: Assumption,
  change: Substitution,
  discharging: readonly Proved[],
  setting: Setting,
): Finding {
  const { regularity } = setting;
  const objection = { objection: `the theorem is used outside its hypotheses: ${printAssumption(assumption)}` };
  if (assumption.kind === 'equation') {
    const fixed = renaming([assumption.claim.left, assumption.claim.right], constantSign);
    const [left, right] = [assumption.claim.left, assumption.claim.right].map((side) =>
      substitute(substitute(side, fixed), change),
    );
    checkScopes([left, right]);
    return claimHolds({ left, right, ...relationOf(assumption.claim) }, discharging, setting) ?? objection;
  }
  if (assumption.kind === 'integrable') {
    const uses = integrableAfter(assumption, change, regularity);
    return uses === null ? objection : { uses };
  }
  const term = substitute(genericCall(assumption.function), change);
  if (assumption.kind === 'differentiable') {
    const { order, uses } = regularity.smoothness(term);
    return order >= assumption.order ? { uses } : objection;
  }
  const uses = regularity[assumption.kind](term);
  return uses === null ? objection : { uses };
}

/** An assumption of integrability after a change of functions and spaces, its free variables fixed. */
function integrableAfter(
  { over, of, order }: Extract<Assumption, { kind: 'integrable' }>,
  change: Substitution,
  regularity: Regularity,
): Uses | null {
  const integral = integralOver(over, of);
  let changed = substitute(substitute(integral, renaming([integral], constantSign)), change);
  const variables: PointVariable[] = [];
  while (variables.length < over.length && changed.kind === 'sum') {
    variables.push(changed.over);
    changed = changed.of;
  }
  return regularity.integrable(variables, changed, order);
}

function claimHolds(claim: Claim, discharging: readonly Proved[], setting: Setting): Finding | null {
  const { left, right } = claim;
  const meanings = [left, right].map((side) => setting.regularity.meaning(side));
  const uses: Assumption[] = [];
  for (const meaning of meanings) {
    if ('objection' in meaning) return meaning;
    uses.push(...meaning.uses);
  }
  const declared = setting.given.flatMap((known) =>
    known.kind === 'equation' && known.claim.relation === claim.relation ? [known] : [],
  );
  const proved = discharging.filter((theorem) => theorem.claim.relation === claim.relation);
  const by: readonly Justification[] = [
    ...proved.map((theorem) => ({ kind: 'theorem', theorem, instance: {}, discharging: [] }) as const),
    ...declared.map((known) => ({ kind: 'assumption', assumption: known }) as const),
  ];
  // Together, or one by itself where another one changes what it is about.
  for (const reasons of [by, ...by.map((reason) => [reason])]) {
    const finding = setting.claimFollows(claim, reasons, setting);
    if ('uses' in finding) return { uses: [...uses, ...finding.uses] };
  }
  return null;
}

/** The function at arbitrary but fixed arguments. */
function genericCall(symbol: UndeterminedFunction): Term {
  const naturals = new Map(
    symbol.parameters.map(({ name }) => [name, variableNatural(`${constantSign}${name}`)] as const),
  );
  const values = symbol.parameters.map((parameter): Argument => {
    const name = `${constantSign}${parameter.name}`;
    if (parameter.sort === 'natural') return { sort: 'natural', value: variableNatural(name) };
    const space = substituteInSpace(parameter.space, { naturals });
    return { sort: 'point', value: { kind: 'variable', name, space } };
  });
  const { inputs } = symbol;
  if (inputs === undefined) return { kind: 'apply', function: symbol, arguments: values };
  const over = inputs.map((space, place): PointVariable => {
    return { kind: 'variable', name: `${constantSign}#${place}`, space: substituteInSpace(space, { naturals }) };
  });
  // Any argument would do: it has every property that is asked for.
  const of: Term = { kind: 'rational', numerator: 1, denominator: 1 };
  return { kind: 'compose', function: { ...symbol, inputs }, arguments: values, along: [], over, of };
}
