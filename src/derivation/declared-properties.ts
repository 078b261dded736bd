import type { Assumption, PropertyOfFunction, Uses } from './assumption.ts';
import { keyOfFunction } from './identity.ts';
import type { Smoothness } from './judgement.ts';
import type { UndeterminedFunction } from './term.ts';

/** Nothing is known of derivatives. */
export const notSmooth: Smoothness = { order: 0, uses: [] };

/** The assumption that says so of the function, or `null`. */
export function declaredProperty(
  given: readonly Assumption[],
  kind: PropertyOfFunction,
  symbol: UndeterminedFunction,
): Uses | null {
  const key = keyOfFunction(symbol);
  const found = given.find((known) => known.kind === kind && keyOfFunction(known.function) === key);
  return found ? [found] : null;
}

/** How often the function is assumed to be differentiable: the most that any assumption says. */
export function declaredSmoothness(given: readonly Assumption[], symbol: UndeterminedFunction): Smoothness {
  const key = keyOfFunction(symbol);
  let best = notSmooth;
  for (const known of given) {
    if (known.kind !== 'differentiable' || keyOfFunction(known.function) !== key) continue;
    if (known.order > best.order) best = { order: known.order, uses: [known] };
  }
  return best;
}

/** How often all of several terms can be differentiated. */
export function least(parts: readonly Smoothness[]): Smoothness {
  const order = Math.min(Number.POSITIVE_INFINITY, ...parts.map((part) => part.order));
  return { order, uses: parts.flatMap((part) => part.uses) };
}
