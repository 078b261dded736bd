import type { Engine } from '../engine/index.ts';
import { ShapeError } from '../errors.ts';
import {
  buildProgram,
  type Dtype,
  describeType,
  entryCount,
  type Program,
  type Shape,
  type Tensor,
  type Variable,
} from '../program/index.ts';
import { jvp, linearize, reassociate, selectOutputs, simplify, stage, transpose } from '../transform/index.ts';
import { batched } from './batched-program.ts';
import { combine, type Vector } from './euclidean.ts';

/**
 * A map psi from parameters theta in R^p to R^M at one point, through its first two derivatives. It induces the metric
 * G = J^T J + damping: the geometry of a Fisher matrix with a flat embedding psi, exactly. The damped metric is the one
 * that theta -> (psi, sqrt(damping) theta) induces, and so depends on the coordinates theta.
 *
 * Where the space that theta is mapped to is curved, psi are coordinates of it that are normal to second order at
 * psi(theta), and `ambientCurvature` is what its curvature adds to the Gauss equation.
 */
export interface Immersion {
  /** p. */
  readonly parameters: number;
  /** M. */
  readonly ambient: number;
  readonly damping: number;
  /** Of the products. */
  readonly dtype: Dtype;
  /** psi(theta), M numbers. */
  readonly value: Vector;
  /** J v: p numbers to M. */
  differential(v: Vector): Promise<Vector>;
  /** J^T w: M numbers to p. */
  codifferential(w: Vector): Promise<Vector>;
  /** G v = J^T J v + damping v: p numbers to p. */
  metric(v: Vector): Promise<Vector>;
  /** D(v, w), the second derivative of psi along v and w: M numbers; symmetric and bilinear. */
  jet(v: Vector, w: Vector): Promise<Vector>;
  /** The same for several vectors at once, which is faster than one after another. */
  readonly many: ImmersionProducts;
  /** R(v, w, v, w) of the ambient space for two of its vectors, M numbers each; absent where that is flat. */
  readonly ambientCurvature?: (v: Vector, w: Vector) => number;
  /** The ambient space is then a product of spaces with this many numbers each, side by side in psi, if that is known. */
  readonly ambientFactor?: number;
  /** J J^T, [M, M] row-major, where there is a faster way to it than products with unit vectors. */
  readonly outputGram?: () => Promise<Float64Array>;
  /** J^T, [p, M] row-major, where there is a faster way to it than products with unit vectors. */
  readonly columns?: () => Promise<Float64Array>;
  /** Up to this M a Cholesky factor of J J^T is worth its while beside conjugate gradients; 1500 unless told. */
  readonly factoredSide?: number;
  /** D(v, w) as a program of `d_theta` and `d2_theta` to `d2_d_psi`, for those who compose it with more. */
  readonly secondDerivative: KnownProgram;
  /** Frees the compiled programs. */
  dispose(): Promise<void>;
}

/** A program with the engine that it is meant for and the inputs that stay the same. */
export interface KnownProgram {
  readonly engine: Engine;
  readonly program: Program;
  readonly known: Readonly<Record<string, Tensor>>;
}

/** A linear map applied to each of several vectors. */
export type BlockMap = (vectors: readonly Vector[]) => Promise<readonly Vector[]>;

/** The operations of an immersion on several vectors at once, each result in the place of its argument. */
export interface ImmersionProducts {
  /** J v. */
  readonly differential: BlockMap;
  /** J^T w. */
  readonly codifferential: BlockMap;
  /** J^T J v, without damping. */
  readonly metric: BlockMap;
  /** J J^T w. */
  readonly gram: BlockMap;
  /** D(v, w) for the pairs of the lists at the same place. */
  readonly jet: (v: readonly Vector[], w: readonly Vector[]) => Promise<readonly Vector[]>;
}

/** Where to look at a map: a program with an input `theta`: [p] and one output `psi`, all its inputs, and the damping. */
export interface ImmersionPoint {
  readonly program: Program;
  readonly inputs: Readonly<Record<string, Tensor>>;
  /** Added to the diagonal of the metric; 0 for none. */
  readonly damping: number;
  /** As in {@link Immersion}. */
  readonly ambientCurvature?: (v: Vector, w: Vector) => number;
  readonly ambientFactor?: number;
}

/**
 * Compiles the derivatives of a map at a point. What depends on the point alone is computed once (`linearize`, `stage`), so
 * that a product with the metric costs one tangent and one cotangent pass, a second derivative about two tangent passes,
 * and neither a forward pass. Several vectors become a batch (`vmap`), in which their products with a weight matrix are one
 * product.
 *
 * @throws ShapeError if the program has no vector `theta` or no single output `psi`, or the damping is negative.
 */
export async function immerse(point: ImmersionPoint, engine: Engine): Promise<Immersion> {
  const { program, inputs, damping, ambientCurvature, ambientFactor } = point;
  const { theta, psi, dtype } = checkedPorts(point);
  const { primal, tangent, residuals } = linearize(program, { wrt: ['theta'] });
  const cotangent = transpose(tangent, { wrt: ['d_theta'] });
  const atPoint = await runOnce(engine, primal, inputs);
  const known = { ...inputs, ...Object.fromEntries(residuals.map((name) => [name, atPoint[name]!])) };
  // Each entry of a batch needs about as much room as parameters and residuals together.
  const room = entryCount(theta) + residuals.reduce((sum, name) => sum + entryCount(known[name]!.shape), 0);
  const setting = { engine, known, most: largestBatch(room) };
  const differential = batched(setting, tangent, ['d_theta'], 'd_psi');
  const codifferential = batched(setting, cotangent, ['ct_d_psi'], 'ct_d_theta');
  const metric = batched(setting, compose(tangent, cotangent, 'd_psi'), ['d_theta'], 'ct_d_theta');
  const outer = staged(compose(cotangent, tangent, 'ct_d_theta'), Object.keys(known));
  const knownToGram = { ...known, ...(await runOnce(engine, outer.early, known)) };
  const gram = batched({ ...setting, known: knownToGram }, outer.late, ['ct_d_psi'], 'd_psi');
  const names = program.inputs.map(({ name }) => name);
  const second = stage(simplify(secondDerivative(program)), { early: names, late: ['d2_d_psi'] });
  const knownToSecond = { ...inputs, ...(await runOnce(engine, second.early, inputs)) };
  const jet = batched({ ...setting, known: knownToSecond }, second.late, ['d_theta', 'd2_theta'], 'd2_d_psi');
  const one = async (result: Promise<readonly Vector[]>): Promise<Vector> => (await result)[0]!;
  return {
    parameters: entryCount(theta),
    ambient: entryCount(psi),
    damping,
    dtype,
    value: atPoint['psi']!.data,
    differential: (v) => one(differential.run([v])),
    codifferential: (w) => one(codifferential.run([w])),
    metric: async (v) => combine(1, await one(metric.run([v])), damping, v),
    jet: (v, w) => one(jet.run([v], [w])),
    many: {
      differential: (v) => differential.run(v),
      codifferential: (w) => codifferential.run(w),
      metric: (v) => metric.run(v),
      gram: (w) => gram.run(w),
      jet: (v, w) => jet.run(v, w),
    },
    ...(ambientCurvature ? { ambientCurvature } : {}),
    ...(ambientFactor === undefined ? {} : { ambientFactor }),
    secondDerivative: {
      engine,
      program: second.late,
      known: pickInputs(second.late, knownToSecond),
    },
    dispose: async () => {
      for (const part of [differential, codifferential, metric, gram, jet]) await part.dispose();
    },
  };
}

function pickInputs(program: Program, values: ImmersionPoint['inputs']): Record<string, Tensor> {
  return Object.fromEntries(program.inputs.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : [])));
}

/**
 * A linear program in two parts, the first of what is known: where a product of known matrices saves work, as X X^T does in
 * X (X^T w) for fewer samples than features, it is made once.
 */
function staged(program: Program, known: readonly string[]) {
  const early = program.inputs.flatMap(({ name }) => (known.includes(name) ? [name] : []));
  return stage(simplify(reassociate(simplify(program), early)), { early });
}

async function runOnce(
  engine: Engine,
  program: Program,
  inputs: ImmersionPoint['inputs'],
): Promise<Record<string, Tensor>> {
  if (program.outputs.length === 0) return {};
  const executable = await engine.compile(simplify(program));
  const results = await executable.run(inputs);
  await executable.dispose();
  return results;
}

/**
 * At most this many numbers of a kind in a batch. A batch saves the overhead of a run, which is what small networks spend
 * their time on; products that fill the cores by themselves only lose the cache.
 */
const batchNumbers = 2 ** 17;

/** The largest power of two of entries, at most 32, of this many numbers each. */
function largestBatch(numbers: number): number {
  return 2 ** Math.max(0, Math.min(5, Math.floor(Math.log2(batchNumbers / numbers))));
}

function checkedPorts({ program, damping }: ImmersionPoint): {
  readonly theta: Shape;
  readonly psi: Shape;
  readonly dtype: Dtype;
} {
  const theta = program.inputs.find((input) => input.name === 'theta')?.variable.type;
  const psi = program.outputs.find((output) => output.name === 'psi')?.variable.type;
  if (theta?.shape.length !== 1 || !psi || program.outputs.length !== 1) {
    const outputs = program.outputs.map((output) => output.name).join(', ');
    throw new ShapeError(
      `An immersion takes a vector theta to psi alone; program ${program.name} has ` +
        `theta: ${theta ? describeType(theta) : 'missing'} and outputs ${outputs}.`,
    );
  }
  if (!(damping >= 0)) throw new ShapeError(`A damping is 0 or more; got ${damping}.`);
  return { theta: theta.shape, psi: psi.shape, dtype: psi.dtype };
}

/** One linear program after another, which takes its result by the name `between`. */
function compose(first: Program, second: Program, between: string): Program {
  const ports = [...first.inputs, ...second.inputs].filter(({ name }) => name !== inputFor(second, between));
  const types = Object.fromEntries(ports.map(({ name, variable }) => [name, variable.type]));
  return buildProgram(`${second.name} of ${first.name}`, types, (b, variables) => {
    const result = b.inline(first, pick(first, variables))[between]!;
    return b.inline(second, pick(second, { ...variables, [inputFor(second, between)]: result }));
  });
}

/** The tangent program takes d_theta and gives d_psi; its transpose takes ct_d_psi and gives ct_d_theta. */
function inputFor(second: Program, between: string): string {
  return second.inputs.some(({ name }) => name === `ct_${between}`) ? `ct_${between}` : between.replace(/^ct_/, '');
}

function pick(program: Program, variables: Readonly<Record<string, Variable>>): Record<string, Variable> {
  return Object.fromEntries(program.inputs.map(({ name }) => [name, variables[name]!]));
}

function secondDerivative(program: Program): Program {
  const first = selectOutputs(jvp(program, { wrt: ['theta'] }), ['d_psi']);
  return selectOutputs(jvp(first, { wrt: ['theta'], prefix: 'd2_' }), ['d2_d_psi']);
}
