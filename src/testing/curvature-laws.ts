import type { Jet } from '../calculus/index.ts';
import {
  derivativeOfRiemann,
  firstBianchi,
  loweredRiemann,
  planeArea,
  planeCurvature,
  ricci,
  riemann,
  secondBianchi,
} from '../geometry/index.ts';
import { type Components, type Manifold, tensorOn } from '../interpret/index.ts';
import { type Definition, define, minus, product, sum, tensor } from '../notation/index.ts';
import type { Law } from './law.ts';
import {
  largestComponent,
  type ManifoldLaw,
  type MeasuredManifold,
  measuredAtPoint,
  type PointManifold,
  recomputed,
  residualViolation,
  withoutSymmetries,
} from './measured-manifold.ts';

function residual(name: string, places: string, ...terms: Parameters<typeof sum>): Definition {
  return define({ name, symbol: 'L', places, formula: sum(...terms) });
}

const lowered = 'loweredRiemann';

const lastPair = residual('lastPair', '^k_lij', tensor('riemann', '^k_lij'), tensor('riemann', '^k_lji'));
const firstPair = residual('firstPair', '_klij', tensor(lowered, '_klij'), tensor(lowered, '_lkij'));
const exchange = residual('exchange', '_klij', tensor(lowered, '_klij'), minus(tensor(lowered, '_ijkl')));
const ricciAsymmetry = residual('ricciAsymmetry', '_ij', tensor('ricci', '_ij'), minus(tensor('ricci', '_ji')));
const trace = residual(
  'trace',
  '',
  tensor('scalar', ''),
  minus(product(tensor('inverseMetric', '^lj'), tensor('ricci', '_lj'))),
);

/** A law that says a residual of the curvature vanishes, relative to the curvature. */
function law(
  name: string,
  vanishing: Definition,
  tensors: <E>(manifold: Manifold<E>) => Record<string, Components<E>>,
): ManifoldLaw {
  return {
    name,
    violation: <E>(manifold: MeasuredManifold<E>) =>
      residualViolation(manifold, vanishing, [manifold.geometry.riemann], tensors(manifold)),
  };
}

const nothing = (): Record<string, never> => ({});
const withLowered = <E>(manifold: Manifold<E>): Record<string, Components<E>> => ({
  [lowered]: tensorOn(manifold, withoutSymmetries(loweredRiemann)),
});

/**
 * The algebraic symmetries of the curvature and the Bianchi identities [do Carmo 1992, Riemannian Geometry, chapter 4,
 * propositions 2.4 and 2.5, exercise 7], in the convention of NOTATION.md. They speak of the components that
 * `geometry` gives: where these come from definitions with declared symmetries, {@link withoutDeclaredSymmetries} computes
 * them afresh. The second Bianchi identity needs jets of the metric with three derivatives. Tolerances are those of
 * the measured manifold, relative to the largest component of the Riemann tensor.
 */
export const curvatureLaws: readonly ManifoldLaw[] = [
  law('the Riemann tensor is antisymmetric in its last pair: R^k_lij = -R^k_lji', lastPair, nothing),
  law('with all indices down it is antisymmetric in its first pair: R_klij = -R_lkij', firstPair, withLowered),
  law('its pairs may be exchanged: R_klij = R_ijkl', exchange, withLowered),
  law('first Bianchi identity: R^k_lij + R^k_ijl + R^k_jli = 0', firstBianchi, nothing),
  law(
    'second Bianchi identity: nabla_m R^k_lij + nabla_i R^k_ljm + nabla_j R^k_lmi = 0',
    secondBianchi,
    (manifold) => ({ derivativeOfRiemann: tensorOn(manifold, withoutSymmetries(derivativeOfRiemann)) }),
  ),
  law('the Ricci tensor is symmetric', ricciAsymmetry, nothing),
  law('the scalar curvature is the trace of the Ricci tensor', trace, nothing),
];

/** The manifold with its curvature computed component by component, so that its symmetries are found and not declared. */
export function withoutDeclaredSymmetries<E>(manifold: MeasuredManifold<E>): MeasuredManifold<E> {
  return recomputed(manifold, [riemann, ricci]);
}

/** A manifold at a point with a plane in its tangent space. */
export interface TangentPlane {
  readonly manifold: PointManifold;
  readonly plane: readonly [v: readonly number[], w: readonly number[]];
}

/**
 * R(v, w, v, w) / |v ^ w|^2 is a function of the plane and not of its basis [do Carmo 1992, chapter 4, proposition 3.1]. The
 * bases tried are (w, v) and (v + w, 2w). Tolerance 1e-8, relative to the largest component of the Riemann tensor: the
 * area of planes from `planes` is at least 1/100, by which rounding is divided.
 */
export const sectionalCurvatureOfPlane: Law<TangentPlane> = {
  name: 'the sectional curvature of a plane does not depend on its basis',
  violation: ({ manifold, plane: [v, w] }) => {
    const lowered = tensorOn(manifold, withoutSymmetries(loweredRiemann));
    const curvature = (first: readonly number[], second: readonly number[]): number => {
      const { field } = manifold;
      const vector = (entries: readonly number[]): Components<Jet> => ({
        rank: 1,
        at: ([k]) => field.constant(entries[k]),
      });
      const others = { loweredRiemann: lowered, v: vector(first), w: vector(second) };
      const [numerator, area] = [planeCurvature, planeArea].map((definition) =>
        field.value(tensorOn(manifold, definition, others).at([])),
      );
      return numerator / area;
    };
    const expected = curvature(v, w);
    const sum = v.map((entry, k) => entry + w[k]);
    const others = [
      curvature(w, v),
      curvature(
        sum,
        w.map((entry) => 2 * entry),
      ),
    ];
    const scale = 1 + largestComponent(measuredAtPoint(manifold), manifold.geometry.riemann).size;
    const worst = Math.max(...others.map((value) => Math.abs(value - expected)));
    return worst <= 1e-8 * scale ? null : `${expected} in one basis, ${others.join(' and ')} in others`;
  },
};
