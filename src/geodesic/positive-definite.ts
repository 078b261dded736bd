import { CholeskyDecomposition, EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import type { ModelSpace } from './model-space.ts';

/** Where each coordinate stands in the matrix: row and column, row <= column. */
export type SymmetricPlaces = readonly (readonly [number, number])[];

/**
 * Positive definite matrices S with the metric scale^2/2 tr(S^-1 dS S^-1 dS), which every congruence S -> A S A^T
 * preserves: the distance of S and T is scale (sum log^2 lambda / 2)^(1/2) over the eigenvalues lambda of S^-1 T
 * [Skovgaard 1984, A Riemannian geometry of the multivariate normal model] (6.5).
 */
export function positiveDefiniteSpace(scale: number, places: SymmetricPlaces): ModelSpace {
  const n = Math.max(...places.map(([, column]) => column)) + 1;
  const matrixOf = (point: readonly number[]): Matrix => {
    const matrix = Matrix.zeros(n, n);
    places.forEach(([i, j], k) => {
      matrix.set(i, j, point[k]).set(j, i, point[k]);
    });
    return matrix;
  };
  const pointOf = (matrix: Matrix): number[] => places.map(([i, j]) => (matrix.get(i, j) + matrix.get(j, i)) / 2);
  /** The lower triangular L with S = L L^T. */
  const rootOf = (point: readonly number[]): Matrix => new CholeskyDecomposition(matrixOf(point)).lowerTriangularMatrix;
  /** L^-1 T L^-T = Q diag(values) Q^T. */
  const relative = (root: Matrix, matrix: Matrix) => {
    const inverted = inverse(root);
    const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(
      inverted.mmul(matrix).mmul(inverted.transpose()),
      { assumeSymmetric: true },
    );
    return { values, vectors };
  };
  /** L Q diag(values) Q^T L^T. */
  const restored = (root: Matrix, vectors: Matrix, values: readonly number[]): number[] => {
    const left = root.mmul(vectors);
    return pointOf(left.mmul(Matrix.diag([...values])).mmul(left.transpose()));
  };
  return {
    description: `positive definite matrices of order ${n} with the affine-invariant metric`,
    distance: (from, to) => {
      const { values } = relative(rootOf(from), matrixOf(to));
      return scale * Math.sqrt(values.reduce((sum, value) => sum + Math.log(value) ** 2, 0) / 2);
    },
    direction: (from, to) => {
      const root = rootOf(from);
      const { values, vectors } = relative(root, matrixOf(to));
      return restored(root, vectors, values.map(Math.log));
    },
    between: (from, to, time) => {
      const root = rootOf(from);
      const { values, vectors } = relative(root, matrixOf(to));
      return restored(
        root,
        vectors,
        values.map((value) => value ** time),
      );
    },
    along: (from, velocity, time) => {
      const root = rootOf(from);
      const { values, vectors } = relative(root, matrixOf(velocity));
      return restored(
        root,
        vectors,
        values.map((value) => Math.exp(time * value)),
      );
    },
  };
}
