import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { randomPoint } from '../../src/cli/random-point.ts';
import { evaluate } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { catalogue, type Family, familyByName, type Point } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import {
  exactGeometry,
  exactModel,
  exactTensor,
  familyManifoldAt,
  lowerClosedForms,
} from '../../src/interpret/index.ts';
import { randomSource } from '../../src/network/index.ts';
import { type Program, scalar } from '../../src/program/index.ts';
import { agreementCases } from './families.ts';

/** Index tuples of a tensor, and the name of each component. */
function components(dimension: number, rank: number): (readonly [name: string, indices: readonly number[]])[] {
  return Array.from({ length: dimension ** rank }, (_, k) => {
    const indices = Array.from({ length: rank }, (__, place) => Math.floor(k / dimension ** place) % dimension);
    return [indices.join('_'), indices];
  });
}

/** Metric, Christoffel symbols and third cumulants of a family as one program of its coordinates. */
function geometryProgram(family: Family): Program {
  const model = exactModel(family);
  const { metric, christoffel } = exactGeometry(model);
  const cumulants = exactTensor(model, amariChentsov);
  const dimension = family.coordinates.length;
  const outputs: Record<string, ClosedForm> = {};
  for (const [name, indices] of components(dimension, 2)) outputs[`g_${name}`] = metric.at(indices);
  for (const [name, indices] of components(dimension, 3)) {
    outputs[`christoffel_${name}`] = christoffel.at(indices);
    outputs[`cumulant_${name}`] = cumulants.at(indices);
  }
  const inputs = family.coordinates.map(({ name }) => name);
  return lowerClosedForms({ name: 'geometry', forms: model.field, outputs, inputs });
}

/** The same numbers from Taylor jets at the point, without closed forms. */
function geometryAtPoint(family: Family, point: Point): Record<string, number> {
  const { field, geometry, expected } = familyManifoldAt(family, point);
  const cumulants = expected!(amariChentsov);
  const dimension = family.coordinates.length;
  const values: Record<string, number> = {};
  const value = (jet: ReturnType<typeof field.add>): number => jet.coefficients[0]!;
  for (const [name, indices] of components(dimension, 2)) values[`g_${name}`] = value(geometry.metric.at(indices));
  for (const [name, indices] of components(dimension, 3)) {
    values[`christoffel_${name}`] = value(geometry.christoffel.at(indices));
    values[`cumulant_${name}`] = value(cumulants.at(indices));
  }
  return values;
}

interface LoweredCase {
  readonly title: string;
  readonly family: Family;
  readonly points: fc.Arbitrary<Point>;
  readonly runs?: number;
}

const agreementFamilies = new Set(agreementCases.map(({ family }) => family.name));

/** The families of the catalogue that are no agreement case, at random points of their domain. */
const otherCases = catalogue
  // Three spins instead of the typical number, whose closed forms take seconds.
  .map(({ name, build, typical }) =>
    build(name === 'curie-weiss' ? { parameters: { N: rational(3) } } : (typical ?? {})),
  )
  .filter(({ name, constants }) => !agreementFamilies.has(name) && constants.every(({ value }) => value !== undefined))
  .map((family): LoweredCase => {
    const points = fc.nat().map((seed) => randomPoint(family, randomSource(seed)));
    return { title: family.name, family, points, runs: 1 };
  });

describe('the program of metric, Christoffel symbols and third cumulants has the values of jets at the point', () => {
  const cases: readonly LoweredCase[] = [...agreementCases, ...otherCases];
  const closed = cases.filter(({ family }) => !exactModel(family).kernels);
  test.each(closed.map((each) => [each.title, each] as const))('%s', (_, { family, points, runs }) => {
    const program = geometryProgram(family);
    fc.assert(
      fc.property(points, (point) => {
        const inputs = Object.entries(point).map(([name, value]) => [name, scalar(rationalToNumber(value))]);
        const lowered = evaluate(program, Object.fromEntries(inputs));
        const expected = geometryAtPoint(family, point);
        const size = Math.max(...Object.values(expected).map(Math.abs));
        // Closed forms may cancel where jets do not: a million roundings of the largest component are allowed for.
        for (const [name, value] of Object.entries(expected))
          expect(Math.abs(lowered[name]!.data[0]! - value) / (1 + size), name).toBeLessThan(2 ** 20 * 2 ** -52);
      }),
      { numRuns: runs ?? 2 },
    );
  });
});

test('an expectation without closed form cannot be lowered, and is named', () => {
  const family = familyByName('negative-binomial-size-mean').build({});
  expect(() => geometryProgram(family)).toThrow(UnsupportedError);
  expect(() => geometryProgram(family)).toThrow(/undetermined/);
});
