import { square, tensorOn } from '../interpret/index.ts';
import { symmetricEigenvalues } from '../methods/index.ts';
import { type Definition, define, minus, partial, product, sum, tensor } from '../notation/index.ts';
import type { Law } from './law.ts';
import { indexTuples, type ManifoldLaw, type PointManifold, residualViolation } from './measured-manifold.ts';

/** A residual that a law says is zero. */
function residual(name: string, places: string, ...terms: Parameters<typeof sum>): Definition {
  return define({ name, symbol: 'L', places, formula: sum(...terms) });
}

const asymmetry = residual('asymmetry', '_ij', tensor('metric', '_ij'), minus(tensor('metric', '_ji')));

const torsion = residual('torsion', '^k_ij', tensor('christoffel', '^k_ij'), minus(tensor('christoffel', '^k_ji')));

const derivativeOfMetric = residual(
  'derivativeOfMetric',
  '_kij',
  partial('_k', tensor('metric', '_ij')),
  minus(product(tensor('christoffel', '^m_ki'), tensor('metric', '_mj'))),
  minus(product(tensor('christoffel', '^n_kj'), tensor('metric', '_in'))),
);

const contraction = define({
  name: 'contraction',
  symbol: '\\delta',
  places: '^i_j',
  formula: product(tensor('inverseMetric', '^ik'), tensor('metric', '_kj')),
});

/**
 * What makes the first two tensors of a geometry a metric with its Levi-Civita connection [do Carmo 1992, Riemannian
 * Geometry, chapter 2, theorem 3.6]. They hold for any field; tolerances are those of the measured manifold.
 */
export const metricLaws: readonly ManifoldLaw[] = [
  {
    name: 'the metric is symmetric: g_ij = g_ji',
    violation: (manifold) => residualViolation(manifold, asymmetry, [manifold.geometry.metric]),
  },
  {
    name: 'the inverse metric contracts with the metric to the identity',
    violation: (manifold) => {
      const { field, geometry } = manifold;
      const identity = tensorOn(manifold, contraction);
      const scale =
        1 +
        Math.max(
          ...indexTuples(field.dimension, 2).map((at) =>
            Math.max(manifold.size(geometry.metric.at(at)), manifold.size(geometry.inverseMetric.at(at))),
          ),
        );
      const wrong = indexTuples(field.dimension, 2).find(([i, j]) => {
        const entry = field.subtract(identity.at([i, j]), i === j ? field.one : field.zero);
        return !(manifold.size(entry) <= manifold.tolerance * scale);
      });
      return wrong === undefined ? null : `g^ik g_kj is not the identity at [${wrong.join(', ')}]`;
    },
  },
  {
    name: 'the connection has no torsion: Gamma^k_ij = Gamma^k_ji',
    violation: (manifold) => residualViolation(manifold, torsion, [manifold.geometry.christoffel]),
  },
  {
    name: 'the metric is covariantly constant: nabla_k g_ij = 0',
    violation: (manifold) =>
      residualViolation(manifold, derivativeOfMetric, [manifold.geometry.metric, manifold.geometry.christoffel]),
  },
];

/**
 * The metric at the point is positive definite: its least eigenvalue is above what rounding may do to it, the machine
 * epsilon times the dimension and the largest eigenvalue [Golub-Van Loan 2013, Matrix Computations, section 8.1].
 */
export const positiveDefinite: Law<PointManifold> = {
  name: 'the metric is positive definite',
  violation: ({ field, geometry }) => {
    const rows = square(field, geometry.metric).map((row) => row.map(field.value));
    if (!rows.flat().every(Number.isFinite)) return `its entries are ${rows.flat().join(', ')}`;
    const eigenvalues = symmetricEigenvalues(Float64Array.from(rows.flat()), rows.length);
    const [least, largest] = [eigenvalues[0]!, eigenvalues.at(-1)!];
    if (least > 2 ** -52 * rows.length * Math.abs(largest)) return null;
    return `its eigenvalues are ${eigenvalues.join(', ')}`;
  },
};
