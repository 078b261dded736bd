import {
  type Assumption,
  type Claim,
  type Derivation,
  type Examination,
  equation,
  examine,
  type PointVariable,
  printAssumption,
  printClaim,
  printTerm,
  prove,
  type Term,
  type Theorem,
  term,
  type UndeterminedFunction,
} from 'fisher-rao';
import { assumedParts, hasAllIntegrals, isAssumed, lostIntegrals, sumsOver } from './judge-integrals.ts';
import { rebuilt, withoutDefinition } from './mutant-definitions.ts';
import { isIn, weighted, withMeasure } from './mutant-spaces.ts';
import type { Mutant } from './mutants.ts';
import { plainKey, plainKeyOfAssumption, plainKeyOfClaim } from './trivial-identity.ts';

/** What a theorem says. */
export type Content = Pick<Theorem, 'claim' | 'assumptions'>;

/** The theorem of a derivation, or `null` where the kernel rejects it. */
export function theoremOf(derivation: Derivation): Theorem | null {
  const outcome = prove(derivation);
  return outcome.outcome === 'proved' ? outcome.theorem : null;
}

/**
 * What became of a mutant: rejected; accepted, and seen to be true by another route; or accepted without that: an escape,
 * false or not known to be true.
 */
export type Judgement = { readonly kind: 'killed' | 'true' } | { readonly kind: 'escape'; readonly reason: string };

/** Finite models tried for an accepted claim, and where these do not satisfy what is assumed; and the relative error that rounding may make in them. */
const [models, manyModels] = [60, 1500];
const rounding = 1e-9;

/**
 * What becomes of a mutant of a general proof, whose theorem was `before`. An accepted one is true if it says no more than
 * that theorem did, up to {@link plainKey}; or if it holds in finite models of its assumptions, and what its change makes
 * equal is equal there. Finite models cannot say what is integrable: what the theorem assumed of integrals must be assumed
 * in the mutant, or all integrals in it must be. Where the assumptions have no model and a definition was changed, the
 * mutant is true if the same proof is accepted of an undetermined function in its place: what the definition says is not
 * used then, and original and mutant are instances of one theorem.
 */
export function judgeGeneral(
  mutant: Mutant,
  before: Content,
  accept: (derivation: Derivation) => Content | null,
): Judgement {
  const changed = mutant.derivation();
  const theorem = accept(changed);
  if (theorem === null) return { kind: 'killed' };
  const { claim, assumptions } = theorem;
  const { infinite } = mutant;
  const equalities = mutant.equalities().filter(([left, right]) => plainKey(left) !== plainKey(right));
  const content: Content = { claim: before.claim, assumptions: before.assumptions };
  const old = infinite === null ? content : withMeasure(content, infinite);
  const holds = (left: Term, right: Term): boolean => objectionTo(equation(left, right), assumptions) === null;
  const all = [...assumptions, ...assumptions.flatMap((one) => instancesOf(one, old))];
  const unseen = lostIntegrals(old.assumptions, all, holds);
  const here = new Set(all.map(plainKeyOfAssumption));
  const isWithin = old.assumptions.every((one) => one.kind === 'integrable' || here.has(plainKeyOfAssumption(one)));
  const saysNoMore = equalities.length === 0 && unseen.length === 0 && isWithin && isContained(claim, old.claim);
  if (equalities.length === 0 && infinite === null && isInstance({ claim, assumptions }, content))
    return { kind: 'true' };
  if (saysNoMore && (infinite === null || sumsOver({ claim, assumptions }, isIn(infinite)).length === 0))
    return { kind: 'true' };
  if (unseen.length > 0 && !hasAllIntegrals(claim, assumptions))
    return { kind: 'escape', reason: `without assuming that ${said(unseen)}: ${printClaim(claim)}` };
  const claims = [claim, ...equalities.map(([left, right]) => equation(left, right))];
  for (const [place, examined] of claims.entries()) {
    const given = place === 0 ? assumptions : changed.given;
    const objection =
      infinite === null ? objectionTo(examined, given) : objectionOverMeasures(examined, given, infinite);
    if (objection === noModel && mutant.defined !== null && accept(withoutDefinition(changed, mutant.defined)) !== null)
      continue;
    if (objection !== null)
      return { kind: 'escape', reason: `${objection}: ${printClaim(examined)}, given ${said(given)}` };
  }
  return { kind: 'true' };
}

/**
 * An assumption is made for all values of its free variables: with x for x', or with a coordinate of another assumption
 * for an index, it says of these what it says of all, if the variables are not bound in it.
 */
function instancesOf(of: Assumption, { assumptions }: Content): readonly Assumption[] {
  const bound = new Set<unknown>();
  const indices = new Set<string>();
  rebuilt(of, (part) => {
    const fields = part as Record<string, unknown>;
    for (const variable of ['over', 'rows', 'columns'].flatMap((field) => fields[field] ?? []))
      bound.add((variable as { readonly name?: unknown }).name);
    if ('index' in part) bound.add(part.index);
    if (isVariable(part) && part.space.kind === 'coordinates') indices.add(part.name);
    return null;
  });
  const isFree = (name: string): boolean => !bound.has(name) && !bound.has(name.slice(0, -1));
  const unprimed = rebuilt(of, (part) =>
    isVariable(part) && part.name.endsWith("'") && isFree(part.name) ? { ...part, name: part.name.slice(0, -1) } : null,
  );
  const coordinates = new Map<string, object>();
  rebuilt(assumptions, (part) => {
    if ('kind' in part && part.kind === 'coordinate') coordinates.set(JSON.stringify(part), part);
    return null;
  });
  const ofCoordinates = [...indices]
    .filter((name) => !bound.has(name))
    .flatMap((name) =>
      [...coordinates.values()].map((point) =>
        rebuilt(of, (part) => (isVariable(part) && part.name === name ? point : null)),
      ),
    );
  return [unprimed, ...ofCoordinates];
}

function isVariable(part: object): part is PointVariable {
  return 'kind' in part && part.kind === 'variable' && 'name' in part && 'space' in part;
}

const said = (given: readonly Assumption[]): string => given.map(printAssumption).join('; ');

/**
 * Whether a theorem is another one with -f, 2 f or f² for an undetermined function f, of which nothing is assumed but that
 * it is differentiable or free of θ, as these are too.
 */
function isInstance(theorem: Content, general: Content): boolean {
  const key = (of: Content): string =>
    [plainKeyOfClaim(of.claim), ...of.assumptions.map(plainKeyOfAssumption).sort()].join('\n');
  const wanted = key(theorem);
  const functions = new Map<string, UndeterminedFunction>();
  rebuilt(general, (part) => {
    if ('kind' in part && part.kind === 'apply') functions.set((part as Call).function.name, (part as Call).function);
    return null;
  });
  return [...functions.keys()].some((name) => {
    const isKnown = general.assumptions.some(
      (one) =>
        ['positive', 'nonnegative', 'nonzero'].includes(one.kind) && 'function' in one && one.function.name === name,
    );
    return (
      !isKnown &&
      others.some((other) => {
        const put = (part: object): object | null =>
          'kind' in part && part.kind === 'apply' && (part as Call).function.name === name ? other(part as Call) : null;
        return key(rebuilt(general, put)) === wanted;
      })
    );
  });
}

type Call = Extract<Term, { kind: 'apply' }>;
const others: readonly ((of: Term) => Term)[] = [term.negate, (of) => term.multiply(2, of), term.square];

/** Whether a claim says no more than another: the same, or <= in the place of =. */
function isContained(claim: Claim, old: Claim): boolean {
  if (plainKeyOfClaim(claim) === plainKeyOfClaim(old)) return true;
  const sides = [claim.left, claim.right].map(plainKey).sort();
  return old.relation === undefined && `${sides}` === `${[old.left, old.right].map(plainKey).sort()}`;
}

const noModel = 'no model was found';

/** Why finite models do not show a claim to be true; `null` where they do. */
function objectionTo(claim: Claim, given: readonly Assumption[]): string | null {
  const { witness, cases, worstError } = examinedUnder(claim, given);
  if (witness !== null) return 'false in a model';
  if (cases === 0) return noModel;
  return worstError < rounding ? null : `error ${worstError}`;
}

/**
 * In models of the assumptions: more are tried where few satisfy them. Where none can be made, in those of fewer
 * assumptions: what holds under fewer holds under all.
 */
function examinedUnder(claim: Claim, given: readonly Assumption[]): Examination {
  for (const count of [models, manyModels]) {
    const all = examine(claim, given, { models: count });
    if (all.witness !== null || all.cases > 0) return all;
  }
  for (const fewer of subsets(given)) {
    const some = examine(claim, fewer, { models });
    if (some.witness === null && some.cases > 0) return some;
  }
  return { witness: null, cases: 0, worstError: 0 };
}

/** The assumptions without one of the equations, and without any but normalisations. */
function subsets(given: readonly Assumption[]): readonly (readonly Assumption[])[] {
  return [
    ...given.flatMap((one, place) => (one.kind === 'equation' ? [given.toSpliced(place, 1)] : [])),
    given.filter((one) => one.kind !== 'equation' || one.name.startsWith('normalisation')),
  ];
}

/**
 * Likewise for any measure on a space: points of the finite models then have different weights. That its integrals exist
 * must be assumed.
 */
function objectionOverMeasures(claim: Claim, given: readonly Assumption[], space: string): string | null {
  const assumed = assumedParts(given);
  const open = sumsOver(claim, isIn(space)).find((sum) => !isAssumed(sum, assumed));
  if (open !== undefined) return `nothing assumed says that ${printTerm(open)} exists`;
  const heavy = weighted({ claim, given }, space);
  return objectionTo(heavy.claim, [...heavy.given, ...heavy.weights]);
}
