import { namesInSpace } from './free-variables.ts';
import { patternSign } from './matching.ts';
import { asVariable, type Natural, variableNatural } from './natural.ts';
import { renaming, type Substitution } from './replacements.ts';
import type { PointVariable } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** A term to be integrated over the points of X^n. */
export interface IntegralOverSample {
  readonly over: PointVariable;
  readonly of: Term;
}

/**
 * What an induction over the number n of observations supposes and shows, for a term over X^n: it supposes the term for
 * n, a fixed number of this new name, whatever the point of X^n, which is a variable of a pattern; and shows it for
 * n + 1. `null` where the space is not X^n for a variable n, and where other points lie in spaces that depend on n, since
 * the induction would have to be about them too. For n = 0, where X^0 has one point, nothing is to be shown.
 */
export function inductionOverSample(
  sample: PointVariable,
  term: Term,
  number: string,
): { readonly hypothesis: IntegralOverSample; readonly conclusion: IntegralOverSample } | null {
  const count = sample.space.kind === 'power' ? asVariable(sample.space.length) : null;
  if (count === null || dependsOtherwise(term, sample.name, count)) return null;
  const ofLength = (length: Natural, name: string): IntegralOverSample => {
    const at: Substitution = { naturals: new Map([[count, length]]) };
    const over = { ...sample, name, space: substituteInSpace(sample.space, at) };
    return { over, of: substitute(term, { ...at, points: new Map([[sample.name, over]]) }) };
  };
  return {
    hypothesis: ofLength(variableNatural(number), `${patternSign}${sample.name}`),
    conclusion: ofLength(variableNatural(number, 1), sample.name),
  };
}

/** Whether other points lie in spaces that depend on the number. */
function dependsOtherwise(term: Term, sample: string, count: string): boolean {
  return [...(renaming([term], '').points ?? [])].some(
    ([name, point]) => name !== sample && point.kind === 'variable' && namesInSpace(point.space).includes(count),
  );
}
