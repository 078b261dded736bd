/**
 * Laws for your own tests: the half-plane metric, scaled in one direction, keeps every law of metrics and curvature at random
 * points. A connection that is half of what it should be does not, and the law says so. In a test suite each line is a
 * test, with `fc.assert` instead of `fc.check`.
 */
import fc from 'fast-check';
import { calculus, type GivenMetric, givenManifoldAt } from 'fisher-rao';
import {
  curvatureLaws,
  domainPoints,
  lawProperty,
  type ManifoldLaw,
  measuredAtPoint,
  metricLaws,
  type PointManifold,
} from 'fisher-rao/testing';

const { parseExpression } = calculus;

const metric: GivenMetric = {
  coordinates: ['x', 'y'],
  constants: [],
  entries: [
    ['4/y^2', '0'],
    ['0', '1/y^2'],
  ].map((row) => row.map((entry) => parseExpression(entry))),
};

/** The manifold at random points, with the three derivatives of the metric that the second Bianchi identity takes. */
const manifolds = domainPoints([
  { name: 'x', domain: 'real' },
  { name: 'y', domain: 'unit' },
]).map((point): PointManifold => givenManifoldAt(metric, point, 3));

/** The same with half of its connection. */
const halved = manifolds.map((manifold): PointManifold => {
  const { field, geometry } = manifold;
  const half = (at: readonly number[]) => field.divide(geometry.christoffel.at(at), field.fromInteger(2));
  return { ...manifold, geometry: { ...geometry, christoffel: { rank: 3, at: half } } };
});

async function report({ name, violation }: ManifoldLaw, cases: typeof manifolds): Promise<void> {
  const law = { name, violation: (manifold: PointManifold) => violation(measuredAtPoint(manifold, 1e-8)) };
  const { failed, numRuns } = await fc.check(lawProperty(law, cases), { numRuns: 20, seed: 1 });
  console.log(`${failed ? 'FAILS' : `holds at ${numRuns} points`}  ${name}`);
}

for (const law of [...metricLaws, ...curvatureLaws]) await report(law, manifolds);
console.log('with half of the connection:');
for (const law of metricLaws) await report(law, halved);
