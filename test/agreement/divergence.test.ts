import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalToNumber } from '../../src/algebra/index.ts';
import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import type { Family, Point } from '../../src/families/index.ts';
import { familyGeometryAt, samplePoints } from '../../src/interpret/index.ts';
import { agreementCases } from './families.ts';

/** Densities at the points of a rule for the family near `point`, as a function of the coordinates. */
function massesNear(
  family: Family,
  point: Point,
): (values: readonly number[]) => { logs: number[]; weights: number[] } {
  const { variables, weights } = samplePoints(family, point).fine;
  const names = family.coordinates.map(({ name }) => name);
  const constants = new Map(family.constants.map(({ name, value }) => [name, value && rationalToNumber(value)]));
  return (values) => {
    const known: Record<string, number | undefined> = { pi: Math.PI, ...Object.fromEntries(constants) };
    names.forEach((name, k) => {
      known[name] = values[k];
    });
    const raw = Array.from(weights, (_, node) =>
      evaluateExpression(realNumbers, family.logDensity, (name) => (variables[name]?.[node] ?? known[name]) as number),
    );
    const logs = family.normalised ? raw : raw.map((value) => value - logSum(raw, weights));
    return { logs, weights: [...weights] };
  };
}

function logSum(raw: readonly number[], weights: ArrayLike<number>): number {
  const largest = Math.max(...raw);
  return largest + Math.log(raw.reduce((sum, value, k) => sum + weights[k] * Math.exp(value - largest), 0));
}

const regular = agreementCases.filter(({ family }) => family.nonRegular === undefined);

describe('the metric is the Hessian of the Kullback-Leibler divergence to nearby members of the family:', () => {
  it.each(regular.map((entry) => [entry.title, entry] as const))('%s', (_, { family, points }) => {
    const [point] = fc.sample(points, { numRuns: 1, seed: 20261122 });
    const masses = massesNear(family, point);
    const centre = family.coordinates.map(({ name }) => rationalToNumber(point[name]));
    const own = masses(centre);
    const divergence = (values: readonly number[]): number => {
      const { logs } = masses(values);
      // Where a density has underflowed there is nothing to add.
      return own.logs.reduce((sum, log, k) => {
        const mass = own.weights[k] * Math.exp(log);
        return mass > 0 ? sum + mass * (log - logs[k]) : sum;
      }, 0);
    };
    const { metric } = familyGeometryAt(family, point);
    // Steps of a thousandth of a standard deviation: differences are good to the square of that, and to rounding over it.
    const steps = metric.map((row, i) => 4e-3 / Math.sqrt(row[i]));
    const shifted = (...moves: readonly (readonly [number, number])[]) =>
      divergence(
        centre.map((value, k) => moves.reduce((sum, [i, sign]) => (i === k ? sum + sign * steps[i] : sum), value)),
      );
    for (const i of metric.keys()) {
      for (let j = 0; j <= i; j++) {
        const second =
          (shifted([i, 1], [j, 1]) - shifted([i, 1], [j, -1]) - shifted([i, -1], [j, 1]) + shifted([i, -1], [j, -1])) /
          (4 * steps[i] * steps[j]);
        const scale = Math.sqrt(metric[i][i] * metric[j][j]);
        expect(Math.abs(second - metric[i][j]) / scale).toBeLessThan(1e-3);
      }
    }
  });
});
