import { DomainError } from '../../errors.ts';
import { logDensityAt, type Placement } from './line-points.ts';
import type { SamplePoints, SampleSpaceRule } from './sample-space-rule.ts';

const settled = 1e-14;
const mostPoints = 4096;

/**
 * Equally spaced points on the circle, given by the sample variables as functions of the angle. For smooth periodic
 * functions their mean converges exponentially [Trefethen, Weideman 2014, The exponentially convergent trapezoidal rule];
 * their number is doubled until the mass and the second moment of the log-density are settled. Throws
 * {@link DomainError} where they do not settle.
 */
export function onCircle(placement: Placement, values: (angle: number) => readonly number[]): SampleSpaceRule {
  const { variables } = placement.family.sampleSpace;
  const logDensity = (angle: number): number => {
    const at = values(angle);
    return logDensityAt(placement, (name) => at[variables.indexOf(name)]);
  };
  let coarse = angles(16);
  for (let count = 32; count <= mostPoints; count *= 2) {
    const fine = angles(count);
    const [before, after] = [coarse, fine].map((list) => moments(list, logDensity));
    if (after!.every((moment, k) => Math.abs(moment - before![k]!) <= settled * (1 + Math.abs(moment)))) {
      const points = (list: readonly number[]): SamplePoints => ({
        variables: Object.fromEntries(
          variables.map((name, k) => [name, Float64Array.from(list, (angle) => values(angle)[k]!)]),
        ),
        weights: new Float64Array(list.length).fill((2 * Math.PI) / list.length),
      });
      return { fine: points(fine), coarse: points(coarse), amplification: 1 };
    }
    coarse = fine;
  }
  throw new DomainError(`the moments of the density on the circle do not settle with ${mostPoints} points.`);
}

/** Angles between the multiples of the step, so that 0 is none of them. */
function angles(count: number): number[] {
  return Array.from({ length: count }, (_, k) => ((k + 0.5) * 2 * Math.PI) / count);
}

function moments(list: readonly number[], logDensity: (angle: number) => number): number[] {
  const logs = list.map(logDensity);
  return [0, 2].map((order) => logs.reduce((sum, l) => sum + Math.exp(l) * l ** order, 0) / list.length);
}
