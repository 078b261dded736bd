import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import {
  groupSize,
  type Head,
  headGeometry,
  networkProgram,
  outputCount,
  randomSource,
  targetCount,
} from '../network/index.ts';
import { buildProgram, type Dtype, tensor, tensorType } from '../program/index.ts';
import { selectOutputs, vjp } from '../transform/index.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import { osculatingFrame } from './osculating-frame.ts';

/**
 * Which expectation over the targets a Fisher matrix takes: the exact one; the mean over `draws` targets drawn from the
 * model at each input; or the observed targets, [samples, T] row-major, for the empirical Fisher matrix.
 */
export type FisherKind =
  | { readonly kind: 'exact' }
  | { readonly kind: 'monte-carlo'; readonly draws: number; readonly seed: number }
  | { readonly kind: 'empirical'; readonly targets: ArrayLike<number> };

/**
 * The Fisher metric of the outputs of each sample as a sum of squares, I(h_n) = sum_r w_rn w_rn^T: the rows of the
 * differential of the head's embedding for the exact one, scores over the root of their number for the others. Everything
 * about a Fisher matrix follows from these and the network: F = (1/N) sum_rn (J_n^T w_rn)(J_n^T w_rn)^T.
 */
export interface OutputFactors {
  readonly samples: number;
  readonly outputs: number;
  /** w_r, each [samples, outputs] row-major. */
  readonly rows: readonly Float64Array[];
}

/**
 * The factors of a kind at a point.
 *
 * @throws InputError if the observed targets are not as many as the head reads.
 */
export async function outputFactors(point: FisherPoint, kind: FisherKind, engine: Engine): Promise<OutputFactors> {
  const { model, samples } = point;
  const outputs = outputCount(model.network);
  const h = await outputsAt(point, engine);
  switch (kind.kind) {
    case 'exact':
      return { samples, outputs, rows: await exactRows(model.head, h, outputs, engine) };
    case 'monte-carlo': {
      const targets = drawTargets(model.head, h, outputs, kind);
      const scores = await scoresAt(model.head, h, targets, outputs, engine);
      const root = Math.sqrt(kind.draws);
      return { samples, outputs, rows: scores.map((score) => score.map((entry) => entry / root)) };
    }
    case 'empirical':
      return { samples, outputs, rows: await scoresAt(model.head, h, [kind.targets], outputs, engine) };
  }
}

/** The outputs h of a network at a point, [samples, outputs], in float64. */
export async function outputsAt(point: FisherPoint, engine: Engine): Promise<Float64Array> {
  const executable = await engine.compile(networkProgram(point.model.network, point.samples, point.dtype));
  try {
    return Float64Array.from((await executable.run(fisherInputs(point)))['h']!.data);
  } finally {
    await executable.dispose();
  }
}

/**
 * Targets drawn from the model at outputs h, once for each of `draws`, each [samples, T] row-major. Draw k of a seed is the
 * same whatever the number of draws.
 *
 * @throws InputError if the number of draws is no positive integer.
 */
export function drawTargets(
  head: Head,
  h: Float64Array,
  outputs: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly Float64Array[] {
  if (!Number.isInteger(draws) || draws < 1) throw new InputError(`Targets are drawn 1 or more times; got ${draws}.`);
  const width = targetCount(head, outputs);
  const samples = h.length / outputs;
  return Array.from({ length: draws }, (_, k) => {
    const random = randomSource(seed, k);
    const targets = new Float64Array(samples * width);
    for (let n = 0; n < samples; n += 1)
      targets.set(head.sample(h.subarray(n * outputs, (n + 1) * outputs), random), n * width);
    return targets;
  });
}

/** The scores d log p(y_n | h_n) / d h_n, [samples, outputs], for each list of targets. */
async function scoresAt(
  head: Head,
  h: Float64Array,
  targets: readonly ArrayLike<number>[],
  outputs: number,
  engine: Engine,
): Promise<readonly Float64Array[]> {
  const samples = h.length / outputs;
  const width = targetCount(head, outputs);
  for (const { length } of targets) {
    if (length !== samples * width)
      throw new InputError(
        `A ${head.family} head needs ${width} numbers as target of each of ${samples} samples; got ${length}.`,
      );
  }
  const types = { h: tensorType('float64', [samples, outputs]), y: tensorType('float64', [samples, width]) };
  const loss = buildProgram(`likelihood of ${head.family}`, types, (b, variables) => ({
    log: b.negate(head.negativeLogLikelihood(b, variables.h, variables.y)),
  }));
  const gradient = selectOutputs(vjp(loss, { wrt: ['h'] }), ['ct_h']);
  const executable = await engine.compile(gradient);
  try {
    const bound = await executable.bind({
      h: tensor('float64', types.h.shape, h),
      ct_log: tensor('float64', [samples], new Float64Array(samples).fill(1)),
    });
    const scores: Float64Array[] = [];
    for (const y of targets) {
      const { ct_h } = await bound.run({ y: tensor('float64', types.y.shape, Float64Array.from(y)) });
      scores.push(Float64Array.from(ct_h!.data));
    }
    await bound.dispose();
    return scores;
  } finally {
    await executable.dispose();
  }
}

async function exactRows(head: Head, h: Float64Array, outputs: number, engine: Engine): Promise<Float64Array[]> {
  return head.embedding ? embeddingRows(head.embedding, h, outputs, engine) : frameRows(head, h, outputs);
}

/** The rows of d psi: one pullback for each component of the embedding. */
async function embeddingRows(
  embedding: NonNullable<Head['embedding']>,
  h: Float64Array,
  outputs: number,
  engine: Engine,
): Promise<Float64Array[]> {
  const samples = h.length / outputs;
  const dtype: Dtype = 'float64';
  const program = buildProgram('embedding', { h: tensorType(dtype, [samples, outputs]) }, (b, variables) => ({
    psi: embedding(b, variables.h),
  }));
  const components = program.outputs[0]!.variable.type.shape[1]!;
  const executable = await engine.compile(selectOutputs(vjp(program, { wrt: ['h'] }), ['ct_h']));
  try {
    const rows: Float64Array[] = [];
    for (let k = 0; k < components; k += 1) {
      const unit = Float64Array.from({ length: samples * components }, (_, i) => (i % components === k ? 1 : 0));
      const { ct_h } = await executable.run({
        h: tensor(dtype, [samples, outputs], h),
        ct_psi: tensor(dtype, [samples, components], unit),
      });
      rows.push(Float64Array.from(ct_h!.data));
    }
    return rows;
  } finally {
    await executable.dispose();
  }
}

/** The rows of the root L of I = L^T L in each group of outputs; one row of factors for each row of each group. */
function frameRows(head: Head, h: Float64Array, outputs: number): Float64Array[] {
  const size = groupSize(head, outputs);
  const groups = outputs / size;
  const samples = h.length / outputs;
  const { frame } = osculatingFrame(headGeometry(head, size), h);
  return Array.from({ length: outputs }, (_, r) => {
    const [group, row] = [Math.floor(r / size), r % size];
    const factors = new Float64Array(samples * outputs);
    for (let n = 0; n < samples; n += 1) {
      const start = ((n * groups + group) * size + row) * size;
      factors.set(frame.subarray(start, start + size), n * outputs + group * size);
    }
    return factors;
  });
}
