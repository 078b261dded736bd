import fc from 'fast-check';
import {
  type Builder,
  buildProgram,
  entryCount,
  type Program,
  type Shape,
  type Tensor,
  tensor,
  tensorType,
  type Variable,
} from '../program/index.ts';

/** A variable with a bound on its entries, and on how far two correct engines may differ in it, in machine epsilons. */
interface Entry {
  readonly variable: Variable;
  readonly bound: number;
  readonly error: number;
}

/** A well-typed float64 program, inputs for it, and by how many machine epsilons each output may be off. */
export interface GeneratedCase {
  readonly program: Program;
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly errors: Readonly<Record<string, number>>;
}

/** What chooses a step: which rule, and which operands and attributes, each modulo what there is. */
type Choice = readonly [rule: number, first: number, second: number];
type Step = (b: Builder, pool: readonly Entry[], first: number, second: number) => Entry;

/** Kernels of elementary functions are taken to be right to this many units in the last place. */
const kernelError = 4;
const largestBound = 64;

/** tanh of what has grown too large, so that no program overflows or loses all accuracy. */
function tamed(b: Builder, { variable, bound, error }: Entry): Entry {
  return bound <= 4 ? { variable, bound, error } : { variable: b.tanh(variable), bound: 1, error: error + kernelError };
}

function pick(pool: readonly Entry[], index: number): Entry {
  return pool[index % pool.length]!;
}

function shapeOf({ variable }: Entry): Shape {
  return variable.type.shape;
}

function alike(pool: readonly Entry[], entry: Entry, index: number): Entry {
  return pick(
    pool.filter((other) => shapeOf(other).join() === shapeOf(entry).join()),
    index,
  );
}

/** A step with one operand whose derivative is at most `slope` and values at most `bound`, given the operand's bound. */
function unary(
  write: (b: Builder, x: Variable) => Variable,
  slope: (bound: number) => number,
  bound: (bound: number) => number,
): Step {
  return (b, pool, first) => {
    const x = tamed(b, pick(pool, first));
    const result = bound(x.bound);
    return { variable: write(b, x.variable), bound: result, error: slope(x.bound) * x.error + kernelError * result };
  };
}

function additive(primitive: 'add' | 'subtract'): Step {
  return (b, pool, first, second) => {
    const x = pick(pool, first);
    const y = alike(pool, x, second);
    const bound = x.bound + y.bound;
    return { variable: b[primitive](x.variable, y.variable), bound, error: x.error + y.error + bound };
  };
}

/** A step that moves entries about: it rounds nothing. */
function structural(write: (b: Builder, x: Variable, choice: number) => Variable): Step {
  return (b, pool, first, second) => {
    const x = pick(pool, first);
    return { ...x, variable: write(b, x.variable, second) };
  };
}

/** One of the permutations of the axes: those of rank three and more do not commute. */
function permutation(rank: number, choice: number): number[] {
  const left = Array.from({ length: rank }, (_, axis) => axis);
  return Array.from({ length: rank }, () => {
    const [axis] = left.splice(choice % left.length, 1);
    choice = Math.floor(choice / (left.length + 1));
    return axis!;
  });
}

const multiply: Step = (b, pool, first, second) => {
  const x = tamed(b, pick(pool, first));
  const y = alike(pool, x, second);
  const bound = x.bound * y.bound;
  return { variable: b.multiply(x.variable, y.variable), bound, error: x.bound * y.error + y.bound * x.error + bound };
};

/** x / (1 + y^2), since a denominator must stay away from zero. */
const divide: Step = (b, pool, first, second) => {
  const x = pick(pool, first);
  const y = tamed(b, alike(pool, x, second));
  const quotient = b.divide(x.variable, b.add(b.multiply(y.variable, y.variable), 1));
  return { variable: quotient, bound: x.bound, error: x.error + x.bound * (y.error + kernelError) };
};

const matmul: Step = (b, pool, first, second) => {
  const picked = tamed(b, pick(pool, first));
  const rank = shapeOf(picked).length;
  const x = rank < 2 ? { ...picked, variable: b.reshape(picked.variable, [entryCount(shapeOf(picked)), 1]) } : picked;
  const y = alike([...pool, x], x, second >> 1);
  const [left, right] = (second & 1) === 0 ? [x, y] : [y, x];
  const flags = { transposeLeft: (second & 1) === 0, transposeRight: (second & 1) !== 0 };
  const variable = b.matmul(left.variable, right.variable, flags);
  const inner = shapeOf(x).at(flags.transposeLeft ? -2 : -1)!;
  const bound = inner * x.bound * y.bound;
  return { variable, bound, error: inner * (x.bound * y.error + y.bound * x.error) + inner * bound };
};

function reduction(primitive: 'reduceSum' | 'reduceMax'): Step {
  return (b, pool, first, second) => {
    const x = pick(pool, first);
    const axes = shapeOf(x).flatMap((_, axis) => ((second >> axis) & 1 ? [axis] : []));
    const variable = b[primitive](x.variable, axes);
    const terms = primitive === 'reduceSum' ? entryCount(shapeOf(x)) / entryCount(variable.type.shape) : 1;
    return { variable, bound: terms * x.bound, error: terms * x.error + (terms - 1) * terms * x.bound };
  };
}

const concatenate: Step = (b, pool, first, second) => {
  const picked = pick(pool, first);
  const x = shapeOf(picked).length > 0 ? picked : { ...picked, variable: b.reshape(picked.variable, [1]) };
  const y = alike([...pool, x], x, second);
  const variable = b.concatenate([x.variable, y.variable], second % shapeOf(x).length);
  return { variable, bound: Math.max(x.bound, y.bound), error: Math.max(x.error, y.error) };
};

const smoothSteps: readonly Step[] = [
  additive('add'),
  additive('subtract'),
  multiply,
  divide,
  matmul,
  matmul,
  unary(
    (b, x) => b.negate(x),
    () => 1,
    (bound) => bound,
  ),
  unary((b, x) => b.exp(x), Math.exp, Math.exp),
  unary(
    (b, x) => b.log(b.add(b.multiply(x, x), 1)),
    () => 1,
    (bound) => Math.log1p(bound * bound) + 1,
  ),
  unary(
    (b, x) => b.sqrt(b.add(b.multiply(x, x), 1)),
    () => 1,
    (bound) => bound + 1,
  ),
  unary(
    (b, x) => b.tanh(x),
    () => 1,
    () => 1,
  ),
  unary(
    (b, x) => b.sin(x),
    () => 1,
    () => 1,
  ),
  unary(
    (b, x) => b.cos(x),
    () => 1,
    () => 1,
  ),
  unary(
    (b, x) => b.erf(x),
    () => 2 / Math.sqrt(Math.PI),
    () => 1,
  ),
  unary(
    (b, x) => b.add(b.multiply(x, -0.75), b.full(x.type, 0.5)),
    () => 1,
    (bound) => bound + 1,
  ),
  structural((b, x, choice) => b.transpose(x, permutation(x.type.shape.length, choice))),
  structural((b, x, choice) => b.transpose(x, permutation(x.type.shape.length, choice))),
  structural((b, x) => b.reshape(x, [entryCount(x.type.shape)])),
  structural((b, x, choice) =>
    b.broadcast(
      x,
      [...x.type.shape, 1 + (choice % 3)],
      x.type.shape.map((_, axis) => axis),
    ),
  ),
  structural((b, x, choice) => b.broadcast(x, [1 + (choice % 3), ...x.type.shape])),
  structural((b, x, choice) =>
    b.slice(
      x,
      x.type.shape.map((size) => choice % size),
      x.type.shape.map((size) => size),
    ),
  ),
  structural((b, x, choice) =>
    b.pad(
      x,
      x.type.shape.map(() => choice % 2),
      x.type.shape.map((_, axis) => (choice + axis) % 3),
    ),
  ),
  reduction('reduceSum'),
  concatenate,
];

const allSteps: readonly Step[] = [
  ...smoothSteps,
  reduction('reduceMax'),
  structural((b, x) => b.stopGradient(x)),
  structural((b, x) => b.absolute(x)), // sign alone would jump with an error of its operand
];

const largestEntryCount = 200;

/**
 * Runs the choices; a step whose result would be too large is skipped. All entries but the inputs are outputs, the
 * last two at least, so that errors are seen where they arise.
 */
function runChoices(
  b: Builder,
  steps: readonly Step[],
  inputs: readonly Variable[],
  choices: readonly Choice[],
): Entry[] {
  const pool: Entry[] = inputs.map((variable) => ({ variable, bound: 1, error: 0 }));
  for (const [rule, first, second] of choices) {
    const { variable, bound, error } = steps[rule % steps.length]!(b, pool, first, second);
    const small = entryCount(variable.type.shape) <= largestEntryCount && variable.type.shape.length <= 4;
    if (small)
      pool.push(
        bound <= largestBound
          ? { variable, bound, error }
          : { variable: b.sin(variable), bound: 1, error: error + kernelError },
      );
  }
  return pool.slice(inputs.length);
}

const size = fc.integer({ min: 1, max: 3 });
const shape = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(size, size) },
  { weight: 4, arbitrary: fc.tuple(size, size, size) },
  fc.tuple(size),
  fc.constant([]),
);
const choice: fc.Arbitrary<Choice> = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));

/** Multiples of 1/64 in [-1, 1]: exact in either number format. */
function entries(count: number): fc.Arbitrary<number[]> {
  return fc.array(
    fc.integer({ min: -64, max: 64 }).map((n) => n / 64),
    { minLength: count, maxLength: count },
  );
}

/**
 * Well-typed programs with inputs x and y over every primitive (`smooth`: the differentiable ones), with shrinking.
 * Bounds and errors are propagated by hand rules, so tolerances follow from dtype and depth.
 */
export function generatedCase({ smooth = false }: { readonly smooth?: boolean } = {}): fc.Arbitrary<GeneratedCase> {
  const steps = smooth ? smoothSteps : allSteps;
  return fc.tuple(shape, shape, fc.array(choice, { minLength: 1, maxLength: 10 })).chain(([first, second, choices]) =>
    fc.tuple(entries(entryCount(first)), entries(entryCount(second))).map(([x, y]) => {
      const errors: Record<string, number> = {};
      const types = { x: tensorType('float64', first), y: tensorType('float64', second) };
      const program = buildProgram('generated', types, (b, variables) => {
        const results = runChoices(b, steps, [variables.x, variables.y], choices);
        return Object.fromEntries(
          results.map(({ variable, error }, i) => {
            errors[`out${i}`] = error;
            return [`out${i}`, variable];
          }),
        );
      });
      return { program, inputs: { x: tensor('float64', first, x), y: tensor('float64', second, y) }, errors };
    }),
  );
}
