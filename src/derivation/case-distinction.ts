import { freeVariables } from './free-variables.ts';
import { numberNatural, variableNatural } from './natural.ts';
import { renaming, type Substitution } from './replacements.ts';
import {
  expandedSpace,
  isSameSpace,
  type Parameter,
  type PointVariable,
  type SamplePoint,
  type SampleSpace,
} from './space.ts';
import { substitute } from './substitution.ts';
import { type Claim, relationOf, type Term } from './term.ts';

/** What a term becomes in one of the cases. */
export type Case = (term: Term) => Term;

/**
 * What terms become so that nothing is left out: 0 and n + 1 put for a natural n, which is then any number before; pairs
 * for a point of a product, and so of X^(n+1); the one point of X^0. For a value θ0 of θ, the terms at θ0, which is then
 * the value that θ has: it must not occur in them yet. `null` for any other point, for a θ0 that occurs, and for a point
 * that lies in another space in these terms.
 */
export function casesOf(on: Parameter, terms: readonly Term[]): readonly Case[] | null {
  const putting = (given: Substitution): Case => {
    return (term) => substitute(term, given);
  };
  if (on.sort === 'natural') {
    return [numberNatural(0), variableNatural(on.name, 1)].map((value) =>
      putting({ naturals: new Map([[on.name, value]]) }),
    );
  }
  const space = expandedSpace(on.space);
  const variable: PointVariable = { kind: 'variable', name: on.name, space };
  if (space.kind === 'parameters') {
    const occurs = terms.some((term) => freeVariables(term).has(on.name));
    return occurs ? null : [(of) => ({ kind: 'at', parameter: variable, of })];
  }
  const found = renaming(terms, '').points?.get(on.name);
  if (found?.kind === 'variable' && !isSameSpace(found.space, space)) return null;
  // No user's name has a dot in it.
  const part = (side: 'left' | 'right', own: SampleSpace): PointVariable => ({
    kind: 'variable',
    name: `${on.name}.${side}`,
    space: own,
  });
  const at = (point: SamplePoint): readonly Case[] => [putting({ points: new Map([[on.name, point]]) })];
  if (space.kind === 'unit') return at({ kind: 'empty' });
  if (space.kind !== 'pairs') return null;
  return at({ kind: 'pair', left: part('left', space.left), right: part('right', space.right) });
}

/** The claim in one of the cases. */
export function claimIn(claim: Claim, given: Case): Claim {
  return { left: given(claim.left), right: given(claim.right), ...relationOf(claim) };
}
