import { type Assumption, type Claim, type Term, term } from 'fisher-rao';
import { partsOf } from '../../src/derivation/term.ts';
import { rebuilt } from './mutant-definitions.ts';
import { partsOfSum, plainKeyOfAssumption } from './trivial-identity.ts';

type Integrable = Extract<Assumption, { kind: 'integrable' }>;
type Sum = Extract<Term, { kind: 'sum' }>;

/**
 * The assumptions of integrability that have no counterpart among others: none that says the same; none of an integrand
 * that is the same up to a number; none with the factors that depend on the variable, in an equation say, which has a
 * meaning where it holds. `holds` says whether an equation of integrands holds, which finite models can tell.
 */
export function lostIntegrals(
  before: readonly Assumption[],
  given: readonly Assumption[],
  holds: (left: Term, right: Term) => boolean,
): readonly Assumption[] {
  const here = new Set(given.map(plainKeyOfAssumption));
  const assumed = assumedParts(given);
  return before.filter((one) => {
    if (one.kind !== 'integrable' || here.has(plainKeyOfAssumption(one))) return false;
    if (one.order === 0 && one.over.length === 1 && isAssumed({ over: one.over[0], of: one.of }, assumed)) return false;
    return !existsWith(one, given, holds);
  });
}

/**
 * Whether all integrals over infinite spaces in a claim, those in its definitions included, exist by what is assumed of
 * integrals with the same factors, and none of them is differentiated.
 */
export function hasAllIntegrals(claim: Claim, given: readonly Assumption[]): boolean {
  const assumed = assumedParts(given);
  const isDifferentiated = found(claim, (part) => 'kind' in part && part.kind === 'derivative').some(
    (part) => sumsOver(part, isInfinite).length > 0,
  );
  return !isDifferentiated && sumsOver(claim, isInfinite).every((sum) => isAssumed(sum, assumed));
}

/** Whether a sum has only factors that are assumed to have integrals. */
export function isAssumed(sum: Pick<Sum, 'over' | 'of'>, assumed: ReadonlySet<string>): boolean {
  return partsOfSum(sum).every((part) => assumed.has(part));
}

/** The integrals that assumptions say to exist, by what they rest on. */
export function assumedParts(given: readonly Assumption[]): ReadonlySet<string> {
  const all = given.flatMap((one): readonly Pick<Sum, 'over' | 'of'>[] =>
    one.kind === 'integrable' ? one.over.map((over) => ({ over, of: one.of })) : sumsOver(one, () => true),
  );
  // Of a sum of several products only the whole is known to have an integral.
  return new Set(all.map(partsOfSum).flatMap((parts) => (parts.length === 1 ? parts : [])));
}

/** The sums over spaces of a kind in a claim, say, and the definitions that it uses. */
export function sumsOver(data: object, isMeant: (space: Sum['over']['space']) => boolean): readonly Sum[] {
  return found(data, (part) => 'kind' in part && part.kind === 'sum' && 'over' in part && 'of' in part)
    .map((part) => part as Sum)
    .filter(({ over }) => isMeant(over.space));
}

function isInfinite(space: Sum['over']['space']): boolean {
  return found(space, (part) => 'measure' in part).length > 0;
}

function found(data: object, isMeant: (part: object) => boolean): readonly object[] {
  const all: object[] = [];
  rebuilt(data, (part) => {
    if (isMeant(part)) all.push(part);
    return null;
  });
  return all;
}

/** The factors that one change makes in an integrand, by a sign, a 2 or a square, inside a logarithm too. */
const numbers = [
  [1, 1],
  [-1, 1],
  [2, 1],
  [4, 1],
  [1, 2],
  [1, 4],
] as const;

/**
 * Whether an integral exists because others do: its integrand u is c v for one of the assumed integrands v over the same
 * variables and a number c; or, where a factor in a logarithm may have been changed, u - c v is at every θ a multiple of
 * another one that is independent of the variable.
 */
function existsWith(
  one: Integrable,
  given: readonly Assumption[],
  holds: (left: Term, right: Term) => boolean,
): boolean {
  const others = given.flatMap((assumption) => integrandsIn(assumption, one));
  const alike = others.filter(({ order }) => order >= one.order);
  const rests = alike.flatMap(({ of }) =>
    numbers.map(([n, d]) => term.subtract(one.of, term.multiply(term.fraction(n, d), of))),
  );
  if (rests.some((rest) => holds(rest, term.fraction(0, 1)))) return true;
  if (one.order > 0 || one.over.length > 1 || !hasLogarithm(one.of)) return false;
  const beside = (of: Term): Term => renamedIn(of, one.over[0].name);
  return rests.some((rest) =>
    others.some(({ of }) => holds(term.multiply(rest, beside(of)), term.multiply(beside(rest), of))),
  );
}

/** Whether there is a logarithm that is not differentiated, in which a factor becomes a summand. */
function hasLogarithm(term: Term): boolean {
  return term.kind === 'log' || (term.kind !== 'derivative' && partsOf(term).some(hasLogarithm));
}

interface Integrand {
  readonly of: Term;
  readonly order: number;
}

/** The integrands over the variables of an integral that an assumption says to be integrable. */
function integrandsIn(assumption: Assumption, { over }: Integrable): readonly Integrand[] {
  const names = over.map(({ name }) => name).join();
  if (assumption.kind === 'integrable')
    return assumption.over.map(({ name }) => name).join() === names ? [assumption] : [];
  if (assumption.kind !== 'equation' || assumption.claim.left.kind !== 'sum') return [];
  const { over: variable, of } = assumption.claim.left;
  const isSameSpace = over.length === 1 && JSON.stringify(variable.space) === JSON.stringify(over[0].space);
  return isSameSpace ? [{ of: renamedIn(of, variable.name, over[0].name), order: 0 }] : [];
}

/** The term with another point for a free variable; names that it binds are others. */
function renamedIn(of: Term, name: string, to: string = `${name}'`): Term {
  return rebuilt(of, (value) =>
    'kind' in value && value.kind === 'variable' && 'name' in value && value.name === name
      ? { ...value, name: to }
      : null,
  );
}
