import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import {
  type BlockMap,
  type DiagonalBlock,
  denseOperator,
  diagonalBlocks,
  drawTargets,
  type FisherKind,
  factoredDiagonal,
  factoredImmersionPoint,
  factoredTrace,
  hutchinsonTrace,
  immerse,
  type KroneckerForm,
  kroneckerForm,
  type Lasting,
  type OutputFactors,
  observedInformation,
  outputFactors,
  outputsAt,
} from '../methods/index.ts';
import { outputCount, parameterBlocks } from '../network/index.ts';
import type { Checkpoint } from './network-checkpoint.ts';
import { readVector } from './network-files.ts';
import type { NetworkSubject } from './network-subject.ts';
import { observedTargets } from './network-targets.ts';
import type { Progress } from './progress.ts';

/** The largest side of a dense matrix or block. */
const largestSide = 3000;

/** As many numbers are printed; more go to a file. */
const printedNumbers = 100_000;

/** Computes a form by its estimator: squares of first derivatives of the log-likelihood, or minus its second derivatives. */
export function fisherForm(job: FisherJob): Promise<FoundFisher> {
  return job.estimator === 'first' ? firstForm(job) : secondForm(job);
}

/** A form of a Fisher matrix to compute. */
export interface FisherJob {
  readonly subject: NetworkSubject;
  readonly engine: Engine;
  readonly kind: FisherKind['kind'];
  readonly estimator: 'first' | 'second';
  readonly draws: number;
  readonly seed: number;
  readonly form: 'dense' | 'diagonal' | 'block-diagonal' | 'kfac' | 'implicit';
  readonly product: string | undefined;
  readonly out: string | undefined;
  readonly file: Checkpoint;
  readonly progress: Progress;
}

/** What a form consists of, and the trace, with a standard error where it is estimated. */
export interface FoundFisher {
  readonly traces: { readonly trace: number; readonly traceError?: number };
  readonly numbers: Readonly<Record<string, unknown>>;
}

async function firstForm(job: FisherJob): Promise<FoundFisher> {
  const { subject, engine, form } = job;
  const { point } = subject;
  checkSize(job);
  const factors = await outputFactors(point, await kindOf(job), engine);
  const traces = { trace: await factoredTrace(point, factors, engine, tracing(job)) };
  if (form === 'diagonal')
    return { traces, numbers: { diagonal: await factoredDiagonal(point, factors, engine, forming(job)) } };
  if (form === 'kfac') return { traces, numbers: kroneckerNumbers(await kronecker(job, factors)) };
  if (form === 'implicit' && job.product === undefined) return { traces, numbers: {} };
  const immersion = await immerse(factoredImmersionPoint(point, factors), engine);
  try {
    return { traces, numbers: await operatorForm(job, immersion.many.metric) };
  } finally {
    await immersion.dispose();
  }
}

/** The trace as a part of the job, and the form that is asked for. */
function tracing<State>({ file, progress }: FisherJob): Lasting<State> {
  return { ...file.part<State>('trace'), progress: progress.advance };
}

function forming<State>({ file, progress, form }: FisherJob): Lasting<State> {
  progress.enter(form);
  return { ...file.part<State>(form), progress: progress.advance };
}

function kronecker({ subject, engine, file, progress }: FisherJob, factors: OutputFactors): Promise<KroneckerForm> {
  progress.enter('kfac');
  return file.once('kfac', () => kroneckerForm(subject.point, factors, engine));
}

function kroneckerNumbers({ factors, exact }: KroneckerForm): Record<string, unknown> {
  return {
    layers: factors.map(({ name, inputs, inputSide, cotangents, outputSide }) => ({
      name,
      inputs: rows(inputs, inputSide),
      cotangents: rows(cotangents, outputSide),
    })),
    ...(exact.length === 0 ? {} : { blocks: blockNumbers(exact) }),
  };
}

function blockNumbers(blocks: readonly DiagonalBlock[]): readonly unknown[] {
  return blocks.map(({ name, start, size, matrix }) => ({ name, start, size, matrix: rows(matrix, size) }));
}

async function secondForm(job: FisherJob): Promise<FoundFisher> {
  const { subject, engine, form } = job;
  const { point, parameters } = subject;
  if (form === 'kfac') throw new InputError('Kronecker factors are of squares of scores: give --estimator first');
  checkSize(job);
  const kind = await kindOf(job);
  const targets =
    kind.kind === 'empirical'
      ? [kind.targets]
      : drawTargets(point.model.head, await outputsAt(point, engine), outputCount(point.model.network), job);
  const { product, dispose } = await observedInformation(point, targets, engine);
  try {
    if (form === 'implicit' || parameters > largestSide) {
      const { value, standardError } = await hutchinsonTrace(product, parameters, tracing(job));
      return { traces: { trace: value, traceError: standardError }, numbers: await operatorForm(job, product) };
    }
    const matrix = await denseOperator(product, parameters, tracing(job));
    const diagonal = Float64Array.from({ length: parameters }, (_, i) => matrix[i * parameters + i]!);
    const traces = { trace: diagonal.reduce((sum, entry) => sum + entry, 0) };
    return { traces, numbers: await withMatrix(job, product, matrix, diagonal) };
  } finally {
    await dispose();
  }
}

/** The forms of a matrix that is there already. */
async function withMatrix(
  job: FisherJob,
  operator: BlockMap,
  matrix: Float64Array,
  diagonal: Float64Array,
): Promise<Record<string, unknown>> {
  switch (job.form) {
    case 'dense':
      return { matrix: rows(matrix, job.subject.parameters) };
    case 'diagonal':
      return { diagonal };
    default:
      return operatorForm(job, operator);
  }
}

async function operatorForm(job: FisherJob, operator: BlockMap): Promise<Record<string, unknown>> {
  const { subject, form } = job;
  const { parameters, point } = subject;
  if (form === 'dense') return { matrix: rows(await denseOperator(operator, parameters, forming(job)), parameters) };
  if (form === 'block-diagonal') {
    const blocks = await diagonalBlocks(operator, parameterBlocks(point.model.network), parameters, forming(job));
    return { blocks: blockNumbers(blocks) };
  }
  if (job.product === undefined) return {};
  const [image] = await operator([readVector(job.product, parameters)]);
  return { product: Float64Array.from(image!) };
}

/** Refuses forms that are too large before anything is computed. */
function checkSize({ subject, form, out }: FisherJob): void {
  const { parameters, point } = subject;
  const blocks = parameterBlocks(point.model.network);
  const widest = blocks.reduce((a, b) => (b.size > a.size ? b : a));
  if (form === 'dense' && parameters > largestSide)
    throw new InputError(
      `a dense matrix of ${parameters} parameters is too large, the limit is ${largestSide}; try --form diagonal or kfac`,
    );
  if (form === 'block-diagonal' && widest.size > largestSide)
    throw new InputError(
      `the block of ${widest.name} has ${widest.size} parameters, the limit is ${largestSide}; try --form kfac`,
    );
  const numbers = {
    dense: parameters ** 2,
    diagonal: parameters,
    'block-diagonal': blocks.reduce((sum, { size }) => sum + size ** 2, 0),
    kfac: parameters,
    implicit: parameters,
  }[form];
  if (out === undefined && numbers > printedNumbers && form !== 'implicit')
    throw new InputError(`this form has at least ${numbers} numbers: write them to a file with --out FILE.json`);
}

async function kindOf({ subject, kind, draws, seed }: FisherJob): Promise<FisherKind> {
  switch (kind) {
    case 'exact':
      return { kind };
    case 'monte-carlo':
      return { kind, draws, seed };
    case 'empirical':
      return { kind, targets: observedTargets(subject) };
  }
}

function rows(data: Float64Array, side: number): Float64Array[] {
  return Array.from({ length: side }, (_, i) => data.subarray(i * side, (i + 1) * side));
}
