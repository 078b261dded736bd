import { rationals } from '../algebra/index.ts';
import { NotationError } from '../errors.ts';
import { admitClaim, admitFunction, admitTerm, admitVariable, list, record } from './admission.ts';
import { keyOf, keyOfFunction } from './identity.ts';
import { checkScopes } from './scope.ts';
import type { PointVariable } from './space.ts';
import { type Claim, type Term, type UndeterminedFunction, variableArgument } from './term.ts';

/**
 * A property that a derivation may rest on, once it has declared it; a theorem lists those that it used.
 * `positive`, `nonnegative`, `nonzero`: f > 0, f >= 0, f ≠ 0 for all arguments and θ. `constant`: f does not depend on
 * θ. `differentiable`: all partial derivatives of f in θ up to this order exist and are continuous, for all arguments;
 * of a function of real arguments the partial derivatives in these.
 * `equation`: for all values of its free variables and all θ both sides of the claim have a meaning and the claim
 * holds; `name` says what it is called, as in "normalisation of p".
 *
 * `integrable`: the term is k = `order` times continuously differentiable in θ; for all θ, it and these derivatives are
 * absolutely integrable over the variables; their integral is k times continuously differentiable, and its derivatives
 * are the integrals of the derivatives. All this over all the variables together and over any of them (or of the
 * factors of their spaces) for all values of the others, and for all values of the term's other free variables. For
 * order 0 this is integrability; for k > 0 it follows where an integrable function free of θ dominates the derivatives.
 */
export type Assumption =
  | { readonly kind: PropertyOfFunction; readonly function: UndeterminedFunction }
  | { readonly kind: 'differentiable'; readonly function: UndeterminedFunction; readonly order: number }
  | {
      readonly kind: 'integrable';
      readonly over: readonly PointVariable[];
      readonly of: Term;
      readonly order: number;
    }
  | { readonly kind: 'equation'; readonly name: string; readonly claim: Claim };

const propertiesOfFunctions = ['positive', 'nonnegative', 'nonzero', 'constant'] as const;

/** What can be assumed of the values of an undetermined function. */
export type PropertyOfFunction = (typeof propertiesOfFunctions)[number];

/** The claim that f(..., x), summed over the space of the last argument x, is 1; without arguments, that f = 1. */
export function normalisationOf(f: UndeterminedFunction): Claim {
  const call: Term = { kind: 'apply', function: f, arguments: f.parameters.map(variableArgument) };
  const last = f.parameters[f.parameters.length - 1];
  const right: Term = { kind: 'rational', ...rationals.one };
  if (last?.sort !== 'point') return { left: call, right };
  return { left: { kind: 'sum', over: { kind: 'variable', name: last.name, space: last.space }, of: call }, right };
}

/** A private, deeply frozen and checked copy of an assumption. Throws {@link NotationError} where it is ill-formed. */
export function admitAssumption(value: unknown): Assumption {
  const source = record(value, 'an assumption');
  const kind: unknown = source['kind'];
  if (kind === 'equation') {
    const claim = admitClaim(source['claim']);
    checkScopes([claim.left, claim.right]);
    return Object.freeze({ kind, name: String(source['name']), claim });
  }
  const property = propertiesOfFunctions.find((known) => known === kind);
  if (property !== undefined) {
    const symbol = admitFunction(source['function']);
    if (property !== 'constant' || symbol.inputs === undefined)
      return Object.freeze({ kind: property, function: symbol });
    throw new NotationError(`${symbol.name} depends on θ through its real arguments only: nothing has to be assumed`);
  }
  if (kind === 'integrable') {
    const over = Object.freeze(list(source['over'], 'variables').map(admitVariable));
    const of = admitTerm(source['of']);
    if (over.length === 0) throw new NotationError('expected the variables over which the term is integrable');
    checkScopes([integralOver(over, of)]);
    return Object.freeze({ kind, over, of, order: admitOrder(source['order'], 0) });
  }
  if (kind !== 'differentiable') throw new NotationError(`there is no assumption of kind ${JSON.stringify(kind)}`);
  return Object.freeze({
    kind,
    function: admitFunction(source['function']),
    order: admitOrder(source['order'], 1),
  });
}

function admitOrder(order: unknown, least: number): number {
  if (typeof order === 'number' && Number.isSafeInteger(order) && order >= least && order <= largestOrder) return order;
  throw new NotationError(
    `expected the number of times that it is differentiable, from ${least} to ${largestOrder}, got ${String(order)}`,
  );
}

/** More derivatives than this are never assumed. */
const largestOrder = 20;

/** The integral of a term over variables, the first one outside. */
export function integralOver(over: readonly PointVariable[], of: Term): Term {
  return over.reduceRight<Term>((inner, variable) => ({ kind: 'sum', over: variable, of: inner }), of);
}

/** A string that two assumptions share exactly when they say the same. */
export function keyOfAssumption(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'integrable':
      return `integrable ${assumption.order} ${keyOf(integralOver(assumption.over, assumption.of))}`;
    case 'positive':
    case 'nonnegative':
    case 'nonzero':
    case 'constant':
      return `${assumption.kind} ${keyOfFunction(assumption.function)}`;
    case 'differentiable':
      return `differentiable ${assumption.order} ${keyOfFunction(assumption.function)}`;
    case 'equation':
      return keyOfClaim(assumption.claim);
  }
}

function keyOfClaim({ left, right, relation }: Claim): string {
  return `${keyOf(left)} ${relation === 'atMost' ? '<=' : '='} ${keyOf(right)}`;
}

/** Which assumptions a conclusion used; `null` where there is no such conclusion. */
export type Uses = readonly Assumption[];

/** All of several uses, or `null` where one of them failed. */
export function together(parts: readonly (Uses | null)[]): Uses | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

/** The assumptions without repetition, in order of first use. */
export function distinct(assumptions: Uses): Uses {
  return [...new Map(assumptions.map((assumption) => [keyOfAssumption(assumption), assumption])).values()];
}
