import type { Engine } from '../engine/index.ts';
import { buildProgram, type Dtype, dtypeOf, type Program, scalar, type Tensor, tensor } from '../program/index.ts';
import { jvp, selectOutputs, simplify, vjp, vmap } from '../transform/index.ts';
import { combine, dot, type Vector } from './euclidean.ts';
import type { EnergyPoint } from './kinetic-energy.ts';

/** A Riemannian metric g = G + damping that can be asked at any parameters. */
export interface MovingMetric {
  /** p. */
  readonly parameters: number;
  readonly damping: number;
  /** The number format that it is computed in. */
  readonly dtype: Dtype;
  /** Where the energy's inputs put theta. */
  readonly start: Vector;
  /** g(v, v) at theta. */
  readonly squaredSpeed: (theta: Vector, v: Vector) => Promise<number>;
  /** (G + damping) v at theta, for each of several v. */
  readonly products: (theta: Vector, vectors: readonly Vector[]) => Promise<readonly Vector[]>;
  /** The Christoffel symbols of the first kind along v: Gamma_kij v^i v^j. */
  readonly christoffel: (theta: Vector, v: Vector) => Promise<Vector>;
  /** Frees the compiled programs. */
  readonly dispose: () => Promise<void>;
}

/** As many products with the metric are done at once. */
const together = 8;

/**
 * Compiles a metric given by its energy L(theta, v) = G(v, v) / 2. G v is dL/dv, and the Christoffel symbols along v are
 * those of the Euler-Lagrange equation, d/dtheta (dL/dv) v - dL/dtheta; both are derivatives of the program.
 */
export async function movingMetric({ program, inputs, damping }: EnergyPoint, engine: Engine): Promise<MovingMetric> {
  const dtype = dtypeOf(program);
  const shape = program.inputs.find(({ name }) => name === 'theta')!.variable.type.shape;
  const energy = await engine.compile(simplify(program));
  const momentum = momentumProgram(program);
  const one = await engine.compile(simplify(momentum));
  const several = await engine.compile(simplify(vmap(momentum, { over: ['d_theta'], size: together })));
  const bent = await engine.compile(simplify(eulerLagrange(program, momentum)));
  const vector = (v: Vector): Tensor => tensor(dtype, shape, v);
  const at = (theta: Vector) => ({ ...inputs, theta: vector(theta) });
  const damped = (v: Vector, image: Vector): Float64Array => combine(1, image, damping, v);
  const size = shape[0]!;
  const batch = async (theta: Vector, vectors: readonly Vector[]): Promise<readonly Vector[]> => {
    const stacked = new Float64Array(together * size);
    vectors.forEach((v, k) => {
      stacked.set(v, k * size);
    });
    const { data } = (await several.run({ ...at(theta), d_theta: tensor(dtype, [together, size], stacked) }))[
      'momentum'
    ]!;
    return vectors.map((v, k) => damped(v, data.subarray(k * size, (k + 1) * size)));
  };
  const single = async (theta: Vector, v: Vector): Promise<Vector> =>
    damped(v, (await one.run({ ...at(theta), d_theta: vector(v) }))['momentum']!.data);
  return {
    parameters: size,
    damping,
    dtype,
    start: inputs['theta']!.data,
    squaredSpeed: async (theta, v) => {
      const found = await energy.run({ ...at(theta), d_theta: vector(v) });
      return 2 * found['energy']!.data[0]! + damping * dot(v, v);
    },
    products: async (theta, vectors) => {
      if (vectors.length === 1) return [await single(theta, vectors[0]!)];
      const images: Vector[] = [];
      for (let first = 0; first < vectors.length; first += together)
        images.push(...(await batch(theta, vectors.slice(first, first + together))));
      return images;
    },
    christoffel: async (theta, v) =>
      Float64Array.from((await bent.run({ ...at(theta), d_theta: vector(v) }))['force']!.data),
    dispose: async () => {
      for (const part of [energy, one, several, bent]) await part.dispose();
    },
  };
}

/** (theta, d_theta, ...) -> momentum: [p], the derivative of the energy by d_theta. */
function momentumProgram(program: Program): Program {
  return gradient(program, 'd_theta', 'momentum');
}

function gradient(program: Program, wrt: string, name: string): Program {
  const pullback = selectOutputs(vjp(program, { wrt: [wrt] }), [`ct_${wrt}`]);
  const types = Object.fromEntries(program.inputs.map((input) => [input.name, input.variable.type]));
  return buildProgram(`${name} of ${program.name}`, types, (b, variables) => {
    const ct_energy = b.constant(scalar(1, dtypeOf(program)));
    return { [name]: b.inline(pullback, { ...variables, ct_energy })[`ct_${wrt}`]! };
  });
}

function eulerLagrange(program: Program, momentum: Program): Program {
  const change = selectOutputs(jvp(momentum, { wrt: ['theta'], prefix: 'd2_' }), ['d2_momentum']);
  const slope = gradient(program, 'theta', 'slope');
  const types = Object.fromEntries(program.inputs.map((input) => [input.name, input.variable.type]));
  return buildProgram(`geodesic force of ${program.name}`, types, (b, variables) => {
    const { d2_momentum } = b.inline(change, { ...variables, d2_theta: variables['d_theta']! });
    return { force: b.subtract(d2_momentum!, b.inline(slope, variables)['slope']!) };
  });
}
