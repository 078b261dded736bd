import { type Engine, evaluate, unsupportedPrimitives } from '../engine/index.ts';
import {
  type Builder,
  buildProgram,
  type Dtype,
  entryCount,
  type Primitive,
  type Program,
  type Shape,
  type Tensor,
  tensor,
  tensorType,
  type Variable,
} from '../program/index.ts';

/** What a self-test found. */
export interface SelfTest {
  /** The primitives tried: all but those that the engine declares it lacks. */
  readonly primitives: number;
  /** The largest error of any entry, in units of the number format's epsilon and of the larger of 1 and the entry. */
  readonly worst: number;
  /** The primitives with an error beyond `tolerance`. */
  readonly failed: readonly Primitive[];
}

/** In the units of `worst`: four units in the last place for each of up to four operations that a primitive does here. */
export const tolerance = 16;

/** One application of each primitive to x and y of shape [3, 4], with entries in [1/4, 1]; sums have at most four terms. */
const applications: { readonly [P in Primitive]: (b: Builder, x: Variable, y: Variable) => Variable } = {
  add: (b, x, y) => b.add(x, y),
  subtract: (b, x, y) => b.subtract(x, y),
  multiply: (b, x, y) => b.multiply(x, y),
  divide: (b, x, y) => b.divide(x, y),
  negate: (b, x) => b.negate(x),
  exp: (b, x) => b.exp(x),
  log: (b, x) => b.log(x),
  sqrt: (b, x) => b.sqrt(x),
  tanh: (b, x) => b.tanh(x),
  sin: (b, x) => b.sin(x),
  cos: (b, x) => b.cos(x),
  erf: (b, x) => b.erf(x),
  sign: (b, x) => b.sign(x),
  stopGradient: (b, x) => b.stopGradient(x),
  matmul: (b, x, y) => b.matmul(x, y, { transposeRight: true }),
  transpose: (b, x) => b.transpose(x),
  reshape: (b, x) => b.reshape(x, [2, 6]),
  broadcast: (b, x) => b.broadcast(x, [3, 2, 4], [0, 2]),
  reduceSum: (b, x) => b.reduceSum(x, [1]),
  reduceMax: (b, x) => b.reduceMax(x, [0]),
  concatenate: (b, x, y) => b.concatenate([x, y], 1),
  slice: (b, x) => b.slice(x, [1, 1], [3, 4]),
  pad: (b, x) => b.pad(x, [1, 0], [0, 2]),
  constant: (b, x) => b.constant(tensor(x.type.dtype, [3], [0.5, -2, 3])),
};

const shape: Shape = [3, 4];
const primitives = Object.keys(applications) as Primitive[];

/** The program with one output per primitive, named after it. */
function allPrimitives(dtype: Dtype, tried: readonly Primitive[]): Program {
  const type = tensorType(dtype, shape);
  return buildProgram('every primitive', { x: type, y: type }, (b, { x, y }) =>
    Object.fromEntries(tried.map((primitive) => [primitive, applications[primitive](b, x, y)])),
  );
}

/** Multiples of 1/64 in [1/4, 1], exact in both number formats. */
function sample(dtype: Dtype, step: number): Tensor {
  const entries = Array.from({ length: entryCount(shape) }, (_, i) => (16 + ((i * step + 5) % 49)) / 64);
  return tensor(dtype, shape, entries);
}

/** Runs every primitive that the engine has and compares with the reference engine. Throws what the engine throws. */
export async function selfTest(engine: Engine, dtype: Dtype): Promise<SelfTest> {
  const lacking = unsupportedPrimitives(engine, allPrimitives('float64', primitives));
  const tried = primitives.filter((primitive) => !lacking.includes(primitive));
  const executable = await engine.compile(allPrimitives(dtype, tried));
  try {
    const results = await executable.run({ x: sample(dtype, 11), y: sample(dtype, 20) });
    const expected = evaluate(allPrimitives('float64', tried), { x: sample('float64', 11), y: sample('float64', 20) });
    const errors = tried.map((primitive) => ({
      primitive,
      error: worstError(results[primitive]!, expected[primitive]!) / epsilon[dtype],
    }));
    return {
      primitives: tried.length,
      worst: Math.max(...errors.map(({ error }) => error)),
      failed: errors.flatMap(({ primitive, error }) => (error <= tolerance ? [] : [primitive])),
    };
  } finally {
    await executable.dispose();
  }
}

const epsilon: Readonly<Record<Dtype, number>> = { float64: 2 ** -52, float32: 2 ** -23 };

function worstError(result: Tensor, expected: Tensor): number {
  if (result.data.length !== expected.data.length) return Number.POSITIVE_INFINITY;
  const errors = Array.from(
    expected.data,
    (value, i) => Math.abs(result.data[i]! - value) / Math.max(1, Math.abs(value)),
  );
  return errors.reduce(
    (worst, error) => (error <= worst ? worst : Number.isNaN(error) ? Number.POSITIVE_INFINITY : error),
    0,
  );
}
