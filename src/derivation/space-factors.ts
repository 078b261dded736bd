import { expandedSpace, isFiniteSpace, type PointVariable, type SampleSpace } from './space.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/**
 * The term with variables of products of spaces as pairs of variables of the factors, which `point` names, and these
 * variables; those of finite spaces are left out, being as good as fixed where integrability is concerned.
 */
export function inFactors(
  over: readonly PointVariable[],
  of: Term,
  point: (space: SampleSpace) => PointVariable,
): { readonly over: readonly PointVariable[]; readonly of: Term } {
  let term = of;
  const factors: PointVariable[] = [];
  const queue = [...over];
  for (let variable = queue.shift(); variable !== undefined; variable = queue.shift()) {
    const space = expandedSpace(variable.space);
    if (isFiniteSpace(space)) continue;
    if (space.kind !== 'pairs') {
      factors.push({ ...variable, space });
      continue;
    }
    const [left, right] = [point(space.left), point(space.right)];
    term = substitute(term, { points: new Map([[variable.name, { kind: 'pair', left, right }]]) });
    queue.unshift(left, right);
  }
  return { over: factors, of: term };
}
