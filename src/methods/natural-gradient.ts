import { CholeskyDecomposition, EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Engine } from '../engine/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import { lossProgram, outputCount, parameterBlocks, targetCount } from '../network/index.ts';
import { scalar, tensor } from '../program/index.ts';
import { selectOutputs, vjp } from '../transform/index.ts';
import { type ConjugateGradientState, conjugateGradients } from './conjugate-gradients.ts';
import { dot, norm, type Vector } from './euclidean.ts';
import { factoredImmersionPoint } from './fisher-factors.ts';
import { diagonalBlocks, factoredDiagonal } from './fisher-forms.ts';
import { denseJacobian } from './fisher-matrix.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import { type Immersion, immerse } from './immersion.ts';
import { kroneckerForm } from './kfac.ts';
import type { KroneckerFactor, KroneckerForm } from './kronecker-factor.ts';
import type { OutputFactors } from './output-factors.ts';
import { refuseOverflow } from './overflow.ts';
import type { Lasting } from './resumable.ts';

/** Which form of the Fisher matrix a natural gradient inverts: all of it, its blocks, their Kronecker factors, its diagonal. */
export type NaturalForm = 'full' | 'block-diagonal' | 'kfac' | 'diagonal';

/** A direction, and how exactly it was solved for. */
export interface NaturalGradient {
  readonly direction: Float64Array;
  /** <gradient, direction>: how fast the loss changes along it. */
  readonly slope: number;
  /** |(form + damping) direction - gradient| / |gradient|, where it was solved for by products; else null. */
  readonly relativeResidual: number | null;
  readonly outcome: 'converged' | 'max-steps';
}

/** The gradient of the mean negative log-likelihood by the parameters, at targets [samples, T] row-major. */
export async function lossGradient(
  point: FisherPoint,
  targets: ArrayLike<number>,
  engine: Engine,
): Promise<Float64Array> {
  const { model, samples, dtype } = point;
  const width = targetCount(model.head, outputCount(model.network));
  const program = selectOutputs(vjp(lossProgram(model, samples, dtype), { wrt: ['theta'], of: ['loss'] }), [
    'ct_theta',
  ]);
  const executable = await engine.compile(program);
  try {
    const y = tensor(dtype, [samples, width], Float64Array.from(targets));
    const found = await executable.run({ ...fisherInputs(point), y, ct_loss: scalar(1, dtype) });
    return Float64Array.from(found['ct_theta']!.data);
  } finally {
    await executable.dispose();
  }
}

/**
 * The natural gradient (A + damping)^-1 gradient [Amari 1998], A a form of the Fisher matrix of the factors and the damping that of
 * the point; without damping A^+ gradient, with the pseudo-inverse, in which eigenvalues below 1e-12 of the largest count as
 * zero. Undamped, the full one does not depend on the parametrisation, the blocks and Kronecker factors not on affine changes
 * of a layer's parameters and of its inputs and outputs; the damped ones and the diagonal do. The damped full one, the only
 * one that may take long, can be interrupted.
 *
 * @throws UnsupportedError if an undamped matrix is too large for its singular values, or a form needs dense layers.
 * @throws DomainError where the gradient is not finite, or the solver finds the damped matrix not positive.
 */
export async function naturalGradient(
  point: FisherPoint,
  factors: OutputFactors,
  gradient: Vector,
  form: NaturalForm,
  engine: Engine,
  lasting: Lasting<ConjugateGradientState> = {},
): Promise<NaturalGradient> {
  const solved = (direction: Float64Array): NaturalGradient => ({
    direction,
    slope: dot(gradient, direction),
    relativeResidual: null,
    outcome: 'converged',
  });
  refuseOverflow(norm(gradient), 'the gradient has length');
  const { damping } = point;
  if (form === 'diagonal') return solved(byDiagonal(await factoredDiagonal(point, factors, engine), gradient, damping));
  if (form === 'kfac') return solved(byFactors(await kroneckerForm(point, factors, engine), gradient, damping));
  const immersion = await immerse(factoredImmersionPoint(point, factors), engine);
  try {
    if (form === 'full') {
      const tolerance = point.dtype === 'float64' ? 1e-10 : 1e-5;
      return await inverseMetricProduct(immersion, gradient, tolerance, lasting);
    }
    const blocks = await diagonalBlocks(
      immersion.many.metric,
      parameterBlocks(point.model.network),
      immersion.parameters,
    );
    const direction = new Float64Array(gradient.length);
    for (const { start, size, matrix } of blocks) {
      direction.set(bySquare(symmetric(matrix, size), gradient.slice(start, start + size), damping), start);
    }
    return solved(direction);
  } finally {
    await immersion.dispose();
  }
}

/** The smaller side of J up to which its singular values are computed. */
const singularSide = 500;

/**
 * (J^T J + damping)^-1 times a covector, by conjugate gradients to a relative residual of `tolerance`; without damping the pseudo-inverse, from the singular values of
 * J. As a vector it is independent of coordinates where J has full rank and there is no damping; its image by J is wherever there
 * is no damping.
 */
export async function inverseMetricProduct(
  immersion: Immersion,
  covector: Vector,
  tolerance = 1e-10,
  lasting: Lasting<ConjugateGradientState> = {},
): Promise<NaturalGradient> {
  const { parameters, ambient, damping } = immersion;
  if (damping > 0) {
    const found = await conjugateGradients((v) => immersion.metric(v), covector, {
      ...lasting,
      tolerance,
      maxSteps: 10_000,
    });
    if (found.outcome === 'indefinite')
      throw new DomainError(
        'The metric is not positive definite to working precision: raise the damping, or use float64.',
      );
    const { value, outcome, relativeResidual } = found;
    return { direction: value, slope: dot(covector, value), relativeResidual, outcome };
  }
  if (Math.min(parameters, ambient) > singularSide) {
    throw new UnsupportedError(
      `The pseudo-inverse of a Fisher matrix of ${parameters} parameters and ${ambient} rows is too large, the limit of the smaller ` +
        `is ${singularSide}: add damping, or take another form.`,
    );
  }
  const decomposition = new SingularValueDecomposition(await denseJacobian(immersion), {
    autoTranspose: true,
    computeLeftSingularVectors: false,
  });
  const direction = new Float64Array(parameters);
  const { diagonal, rightSingularVectors } = decomposition;
  const largest = diagonal.reduce((a, b) => Math.max(a, b), 0);
  diagonal.forEach((value, i) => {
    if (!(value > 1e-6 * largest)) return;
    const right = rightSingularVectors.getColumn(i);
    const share = dot(right, covector) / value ** 2;
    for (let k = 0; k < parameters; k += 1) direction[k] = direction[k]! + share * right[k]!;
  });
  return { direction, slope: dot(covector, direction), relativeResidual: null, outcome: 'converged' };
}

function byDiagonal(diagonal: Float64Array, gradient: Vector, damping: number): Float64Array {
  const least = leastKept(diagonal, damping);
  return Float64Array.from(gradient, (entry, i) => {
    const value = diagonal[i]! + damping;
    return value > least ? entry / value : 0;
  });
}

/** Without damping, what is at most this counts as zero; with it nothing does. */
function leastKept(values: Vector, damping: number): number {
  return damping > 0 ? 0 : 1e-12 * Array.from(values).reduce((a, b) => Math.max(a, b), 0);
}

function bySquare(matrix: Matrix, right: Vector, damping: number): Float64Array {
  if (damping > 0) {
    const damped = matrix.clone();
    for (let i = 0; i < damped.rows; i += 1) damped.set(i, i, damped.get(i, i) + damping);
    const decomposition = new CholeskyDecomposition(damped);
    if (!decomposition.isPositiveDefinite())
      throw new DomainError('A block is not positive definite to working precision: raise the damping.');
    return Float64Array.from(decomposition.solve(Matrix.columnVector(Array.from(right))).to1DArray());
  }
  const { values, vectors } = eigen(matrix);
  const shares = vectors.transpose().mmul(Matrix.columnVector(Array.from(right)));
  const least = leastKept(values, 0);
  values.forEach((value, i) => {
    shares.set(i, 0, value > least ? shares.get(i, 0) / value : 0);
  });
  return Float64Array.from(vectors.mmul(shares).to1DArray());
}

function eigen(matrix: Matrix): { readonly values: number[]; readonly vectors: Matrix } {
  const found = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return { values: found.realEigenvalues, vectors: found.eigenvectorMatrix };
}

/** The inverse of a Kronecker form: (B (x) A + damping)^-1 for each of its factors, and its other blocks each by itself. */
function byFactors({ factors, exact }: KroneckerForm, gradient: Vector, damping: number): Float64Array {
  const direction = new Float64Array(gradient.length);
  for (const factor of factors) solveFactor(factor, gradient, damping, direction);
  for (const { start, size, matrix } of exact)
    direction.set(bySquare(symmetric(matrix, size), gradient.slice(start, start + size), damping), start);
  return direction;
}

/** In the eigenvectors of B and A, where the eigenvalues are products; into its places of `direction`. */
function solveFactor(
  { inputs, inputSide, cotangents, outputSide, places }: KroneckerFactor,
  gradient: Vector,
  damping: number,
  direction: Float64Array,
): void {
  const a = eigen(symmetric(inputs, inputSide));
  const c = eigen(symmetric(cotangents, outputSide));
  const block = new Matrix(outputSide, inputSide);
  for (let i = 0; i < outputSide; i += 1)
    for (let j = 0; j < inputSide; j += 1) block.set(i, j, gradient[places[i * inputSide + j]!]!);
  const turned = c.vectors.transpose().mmul(block).mmul(a.vectors);
  const least = damping > 0 ? 0 : 1e-12 * Math.max(...a.values) * Math.max(...c.values);
  for (let i = 0; i < outputSide; i += 1) {
    for (let j = 0; j < inputSide; j += 1) {
      // An eigenvalue of a mean of squares is negative by rounding alone.
      const value = Math.max(0, c.values[i]!) * Math.max(0, a.values[j]!) + damping;
      turned.set(i, j, value > least ? turned.get(i, j) / value : 0);
    }
  }
  const solved = c.vectors.mmul(turned).mmul(a.vectors.transpose());
  for (let i = 0; i < outputSide; i += 1)
    for (let j = 0; j < inputSide; j += 1) direction[places[i * inputSide + j]!] = solved.get(i, j);
}

/** A row-major matrix that is symmetric up to rounding, made so exactly. */
function symmetric(data: Float64Array, side: number): Matrix {
  return new Matrix(
    Array.from({ length: side }, (_, i) =>
      Array.from({ length: side }, (__, j) => (data[i * side + j]! + data[j * side + i]!) / 2),
    ),
  );
}
