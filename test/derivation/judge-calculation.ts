import type { CalculationDerivation } from 'fisher-rao';
import type { Judgement } from './judge-general.ts';
import { NoValue, valuesOf } from './second-route/independent-value.ts';

/** Points at which both sides of an accepted calculation must agree, and how many may be tried to find them. */
const [points, attempts] = [5, 60];
const tolerance = 1e-7;

/** What becomes of a mutant of a calculation. An accepted one is true if its sides have the values by another route. */
export function judgeCalculation(
  derivation: CalculationDerivation,
  accept: (derivation: CalculationDerivation) => boolean,
): Judgement {
  if (!accept(derivation)) return { kind: 'killed' };
  const claim = derivation.chain.map(({ text }) => text).join(derivation.relation === 'equal' ? ' = ' : ' <= ');
  let agreed = 0;
  try {
    // A logarithm means log|u| to the kernel: that decides where no point has real values otherwise.
    for (let seed = 1; seed <= 2 * attempts && agreed < points; seed++) {
      if (agreed > 0 && seed > attempts) break;
      const values = valuesOf(derivation, seed, seed > attempts);
      if (!values.every(Number.isFinite)) continue;
      const violated = values.slice(1).some((right, place) => violation(derivation.relation, values[place], right));
      if (violated) return { kind: 'escape', reason: `false: ${claim}, where the sides are ${values.join(', ')}` };
      agreed++;
    }
  } catch (error) {
    if (!(error instanceof NoValue)) throw error;
    return { kind: 'escape', reason: `cannot be evaluated (${error.message}): ${claim}` };
  }
  return agreed === 0 ? { kind: 'escape', reason: `no point has real values: ${claim}` } : { kind: 'true' };
}

function violation(relation: CalculationDerivation['relation'], left: number, right: number): boolean {
  const difference = relation === 'equal' ? Math.abs(left - right) : left - right;
  return difference > tolerance * Math.max(1, Math.abs(left), Math.abs(right));
}
