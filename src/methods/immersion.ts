import type { Engine, Executable } from '../engine/index.ts';
import { ShapeError } from '../errors.ts';
import {
  buildProgram,
  describeType,
  dtypeOf,
  entryCount,
  type Program,
  type Shape,
  type Tensor,
  tensor,
  type Variable,
} from '../program/index.ts';
import { jvp, linearize, selectOutputs, simplify, transpose } from '../transform/index.ts';
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
  /** R(v, w, v, w) of the ambient space for two of its vectors, M numbers each; absent where that is flat. */
  readonly ambientCurvature?: (v: Vector, w: Vector) => number;
  /** Frees the compiled programs. */
  dispose(): Promise<void>;
}

/** Where to look at a map: a program with an input `theta`: [p] and one output `psi`, all its inputs, and the damping. */
export interface ImmersionPoint {
  readonly program: Program;
  readonly inputs: Readonly<Record<string, Tensor>>;
  /** Added to the diagonal of the metric; 0 for none. */
  readonly damping: number;
  /** As in {@link Immersion}. */
  readonly ambientCurvature?: (v: Vector, w: Vector) => number;
}

/**
 * Compiles the derivatives of a map at a point. What depends on the point alone is computed once (`linearize`), so that
 * a product with the metric costs one tangent and one cotangent pass and no forward pass.
 *
 * @throws ShapeError if the program has no vector `theta` or no single output `psi`, or the damping is negative.
 */
export async function immerse(point: ImmersionPoint, engine: Engine): Promise<Immersion> {
  const { program, inputs, damping, ambientCurvature } = point;
  const { theta, psi } = checkedPorts(point);
  const dtype = dtypeOf(program);
  const { primal, tangent, residuals } = linearize(program, { wrt: ['theta'] });
  const cotangent = transpose(tangent, { wrt: ['d_theta'] });
  const compiled: Executable[] = [];
  const compile = async (part: Program): Promise<Executable> => {
    const executable = await engine.compile(simplify(part));
    compiled.push(executable);
    return executable;
  };
  const atPoint = await (await compile(primal)).run(inputs);
  const known = { ...inputs, ...Object.fromEntries(residuals.map((name) => [name, atPoint[name]!])) };
  const linear = async (part: Program, arguments_: Readonly<Record<string, readonly number[]>>, result: string) => {
    const executable = await compile(part);
    const shapes = Object.entries(arguments_);
    return async (...vectors: readonly Vector[]): Promise<Vector> => {
      const varying = shapes.map(([name, shape], i) => [name, tensor(dtype, shape, vectors[i]!)] as const);
      return (await executable.run({ ...known, ...Object.fromEntries(varying) }))[result]!.data;
    };
  };
  const product = await linear(compose(tangent, cotangent), { d_theta: theta }, 'ct_d_theta');
  return {
    parameters: entryCount(theta),
    ambient: entryCount(psi),
    damping,
    value: atPoint['psi']!.data,
    differential: await linear(tangent, { d_theta: theta }, 'd_psi'),
    codifferential: await linear(cotangent, { ct_d_psi: psi }, 'ct_d_theta'),
    metric: async (v) => combine(1, await product(v), damping, v),
    jet: await linear(secondDerivative(program), { d_theta: theta, d2_theta: theta }, 'd2_d_psi'),
    ...(ambientCurvature ? { ambientCurvature } : {}),
    dispose: async () => {
      for (const executable of compiled) await executable.dispose();
    },
  };
}

function checkedPorts({ program, damping }: ImmersionPoint): { readonly theta: Shape; readonly psi: Shape } {
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
  return { theta: theta.shape, psi: psi.shape };
}

/** J^T J as one program, from the tangent program J and its transpose. */
function compose(tangent: Program, cotangent: Program): Program {
  const types = [...tangent.inputs, ...cotangent.inputs]
    .filter(({ name }) => name !== 'ct_d_psi')
    .map(({ name, variable }) => [name, variable.type] as const);
  return buildProgram(`metric of ${tangent.name}`, Object.fromEntries(types), (b, variables) => {
    const { d_psi } = b.inline(tangent, pick(tangent, variables));
    return b.inline(cotangent, pick(cotangent, { ...variables, ct_d_psi: d_psi! }));
  });
}

function pick(program: Program, variables: Readonly<Record<string, Variable>>): Record<string, Variable> {
  return Object.fromEntries(program.inputs.map(({ name }) => [name, variables[name]!]));
}

function secondDerivative(program: Program): Program {
  const first = selectOutputs(jvp(program, { wrt: ['theta'] }), ['d_psi']);
  return selectOutputs(jvp(first, { wrt: ['theta'], prefix: 'd2_' }), ['d2_d_psi']);
}
