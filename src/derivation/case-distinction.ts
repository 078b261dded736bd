import { numberNatural, variableNatural } from './natural.ts';
import { renaming, type Substitution } from './replacements.ts';
import { expandedSpace, isSameSpace, type Parameter, type PointVariable, type SamplePoint } from './space.ts';
import { substitute } from './substitution.ts';
import { type Claim, relationOf, type Term } from './term.ts';

/**
 * What may take the place of a free variable so that nothing is left out: 0 and n + 1 for a natural n, which is then any
 * number before; the pairs for a point of a product, and so of X^(n+1); the one point of X^0. `null` for any other point,
 * and for one that lies in another space in these terms.
 */
export function casesOf(on: Parameter, terms: readonly Term[]): readonly Substitution[] | null {
  if (on.sort === 'natural') {
    return [numberNatural(0), variableNatural(on.name, 1)].map((value) => ({ naturals: new Map([[on.name, value]]) }));
  }
  const found = renaming(terms, '').points?.get(on.name);
  if (found?.kind === 'variable' && !isSameSpace(found.space, on.space)) return null;
  const space = expandedSpace(on.space);
  // No user's name has a dot in it.
  const part = (side: 'left' | 'right', own: PointVariable['space']): PointVariable => ({
    kind: 'variable',
    name: `${on.name}.${side}`,
    space: own,
  });
  const at = (point: SamplePoint): readonly Substitution[] => [{ points: new Map([[on.name, point]]) }];
  if (space.kind === 'unit') return at({ kind: 'empty' });
  if (space.kind !== 'pairs') return null;
  return at({ kind: 'pair', left: part('left', space.left), right: part('right', space.right) });
}

/** The claim in one of the cases. */
export function claimIn(claim: Claim, given: Substitution): Claim {
  return { left: substitute(claim.left, given), right: substitute(claim.right, given), ...relationOf(claim) };
}
