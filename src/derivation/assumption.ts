import { rationals } from '../algebra/index.ts';
import { NotationError } from '../errors.ts';
import { admitClaim, admitFunction, record } from './admission.ts';
import { keyOf, keyOfFunction } from './identity.ts';
import { checkScopes } from './scope.ts';
import { type Claim, type Term, type UndeterminedFunction, variableArgument } from './term.ts';

/**
 * A property that a derivation may rest on, once it has declared it; a theorem lists those that it used.
 * `positive`, `nonzero`: f > 0, f ≠ 0 for all arguments and θ. `differentiable`: all partial derivatives of f in θ
 * up to this order exist and are continuous, for all arguments. `equation`: the claim holds for all values of its free
 * variables and all θ; `name` says what it is called, as in "normalisation of p".
 */
export type Assumption =
  | { readonly kind: 'positive'; readonly function: UndeterminedFunction }
  | { readonly kind: 'nonzero'; readonly function: UndeterminedFunction }
  | { readonly kind: 'differentiable'; readonly function: UndeterminedFunction; readonly order: number }
  | { readonly kind: 'equation'; readonly name: string; readonly claim: Claim };

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
  if (kind === 'positive' || kind === 'nonzero') {
    return Object.freeze({ kind, function: admitFunction(source['function']) });
  }
  if (kind !== 'differentiable') throw new NotationError(`there is no assumption of kind ${JSON.stringify(kind)}`);
  const order: unknown = source['order'];
  if (typeof order !== 'number' || !Number.isSafeInteger(order) || order < 1) {
    throw new NotationError(`expected the number of times that a function is differentiable, got ${String(order)}`);
  }
  return Object.freeze({ kind, function: admitFunction(source['function']), order });
}

/** A string that two assumptions share exactly when they say the same. */
export function keyOfAssumption(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'positive':
    case 'nonzero':
      return `${assumption.kind} ${keyOfFunction(assumption.function)}`;
    case 'differentiable':
      return `differentiable ${assumption.order} ${keyOfFunction(assumption.function)}`;
    case 'equation':
      return `${keyOf(assumption.claim.left)} = ${keyOf(assumption.claim.right)}`;
  }
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
