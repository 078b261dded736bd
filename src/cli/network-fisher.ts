import { writeFileSync } from 'node:fs';
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
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { type Checkpoint, checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { readVector } from './network-files.ts';
import { type NetworkSubject, networkOptions, networkSubject, requestOf } from './network-subject.ts';
import { observedTargets } from './network-targets.ts';
import { line, valueText } from './network-text.ts';
import { choice, text, wholeNumber } from './options.ts';
import { type Progress, startProgress } from './progress.ts';

const { damping: _damping, ...subjectOptions } = networkOptions;

/** The largest side of a dense matrix or block. */
const largestSide = 3000;

/** As many numbers are printed; more go to a file. */
const printedNumbers = 100_000;

const options = {
  ...subjectOptions,
  kind: choice(
    ['exact', 'monte-carlo', 'empirical'],
    'the expectation over targets: exact, over targets drawn from the model, or the observed targets of the data',
    'exact',
  ),
  draws: wholeNumber('monte-carlo: targets drawn for each sample', 1, 1),
  estimator: choice(
    ['first', 'second'],
    'from squares of first derivatives of the log-likelihood, or from minus its second derivatives (monte-carlo, empirical)',
    'first',
  ),
  form: choice(
    ['dense', 'diagonal', 'block-diagonal', 'kfac', 'implicit'],
    'what to give: the matrix, its diagonal, its block for each layer, Kronecker factors of each block, or only trace and --product',
    'implicit',
  ),
  product: text('V.json', 'implicit: the product of the matrix with this vector'),
  out: text('FILE.json', 'write the numbers there rather than to the output'),
  checkpoint: checkpointOption,
} as const;

/** `fisher-rao network fisher`: the Fisher matrix of a network in one of several forms. */
export const networkFisher = defineCommand({
  name: 'network fisher',
  summary: 'the Fisher matrix of a neural network: exact, Monte-Carlo or empirical, in several forms',
  description:
    'The Fisher matrix F = (1/N) sum_n E_y[grad log p(y | x_n) grad log p(y | x_n)^T] over the inputs given, undamped, in theta order: W0 by rows, b0, W1, ... Its second estimator is minus the mean Hessian of the log-likelihood, which has the same expectation and another variance. KFAC gives for each layer the factors A of the inputs, bias last, and B of the pre-activations: entry (i, j), (k, l) of the block is B[i][k] A[j][l]. Of a model from a file it gives them for the weights of Gemm, MatMul and Conv, inputs in the order of the weight, by channel, then row and column; where these stand at several places, with the assumptions of Grosse and Martens 2016 (second moments alike at all places, cotangents of different places uncorrelated); and exact blocks of other parameters up to 500 numbers.',
  arguments: [],
  formats: ['text', 'json'],
  options,
  examples: [
    { line: 'fisher-rao network fisher --widths 784,100,10 --data mnist:500', does: 'the exact trace' },
    {
      line: 'fisher-rao network fisher --widths 784,32,10 --data mnist:500 --kind empirical --form diagonal --format json',
      does: 'the diagonal of the empirical Fisher matrix',
    },
    {
      line: 'fisher-rao network fisher --widths 784,32,10 --data mnist:500 --form kfac --out kfac.json',
      does: 'Kronecker factors in a file',
    },
  ],
  run: async ({ options: given }, context) => {
    const start = performance.now();
    const subject = networkSubject({ ...given, damping: 0 });
    if (given.estimator === 'second' && given.kind === 'exact')
      throw new InputError('the second estimator is of targets: give --kind monte-carlo or --kind empirical');
    if (given.product !== undefined && given.form !== 'implicit')
      throw new InputError('--product is for --form implicit');
    const engine = await networkEngine(given.engine, given.dtype, given.threads);
    const { kind, draws, seed, estimator, form } = given;
    const settings = { kind, estimator, form, ...(kind === 'monte-carlo' ? { draws, seed } : {}) };
    const file = openCheckpoint(given.checkpoint, requestOf('fisher', subject, given, settings));
    const progress = startProgress(context, [
      { name: 'trace', share: 1 },
      { name: form, share: form === 'implicit' ? 0 : 5 },
    ]);
    progress.enter('trace');
    const job: Job = { ...given, subject, engine, file, progress };
    const found = await (estimator === 'first' ? firstForm(job) : secondForm(job)).finally(() => {
      progress.finish();
      file.close();
    });
    const { point, parameters } = subject;
    const report = {
      ...{ parameters, samples: point.samples, head: point.model.head.family, kind: given.kind },
      ...{ estimator: given.estimator, form: given.form },
      ...(given.kind === 'monte-carlo' ? { draws: given.draws } : {}),
      ...found.traces,
    };
    const seconds = (performance.now() - start) / 1000;
    const numbers = given.out === undefined ? found.numbers : writeNumbers(given.out, { ...report, ...found.numbers });
    if (context.format === 'json')
      context.write(`${JSON.stringify({ ...report, ...numbers, seconds }, plainArrays)}\n`);
    else context.write(fisherText(subject, given, found, seconds));
    return exitCodes.done;
  },
});

interface Job {
  readonly subject: NetworkSubject;
  readonly engine: Engine;
  readonly kind: FisherKind['kind'];
  readonly draws: number;
  readonly seed: number;
  readonly form: 'dense' | 'diagonal' | 'block-diagonal' | 'kfac' | 'implicit';
  readonly product: string | undefined;
  readonly out: string | undefined;
  readonly file: Checkpoint;
  readonly progress: Progress;
}

/** What a form consists of, and the trace, with a standard error where it is estimated. */
interface Found {
  readonly traces: { readonly trace: number; readonly traceError?: number };
  readonly numbers: Readonly<Record<string, unknown>>;
}

async function firstForm(job: Job): Promise<Found> {
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
function tracing<State>({ file, progress }: Job): Lasting<State> {
  return { ...file.part<State>('trace'), progress: progress.advance };
}

function forming<State>({ file, progress, form }: Job): Lasting<State> {
  progress.enter(form);
  return { ...file.part<State>(form), progress: progress.advance };
}

function kronecker({ subject, engine, file, progress }: Job, factors: OutputFactors): Promise<KroneckerForm> {
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

async function secondForm(job: Job): Promise<Found> {
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
  job: Job,
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

async function operatorForm(job: Job, operator: BlockMap): Promise<Record<string, unknown>> {
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
function checkSize({ subject, form, out }: Job): void {
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

async function kindOf({ subject, kind, draws, seed }: Job): Promise<FisherKind> {
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

function plainArrays(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function writeNumbers(path: string, content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    writeFileSync(path, `${JSON.stringify(content, plainArrays)}\n`);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${(error as Error).message}`);
  }
  return { out: path };
}

function fisherText(
  { point, parameters, head }: NetworkSubject,
  { kind, draws, estimator, form, out }: Pick<Job, 'kind' | 'draws' | 'form' | 'out'> & { readonly estimator: string },
  { traces, numbers }: Found,
  seconds: number,
): string {
  const shown = Object.entries(numbers).map(([name, value]) => {
    if (out !== undefined) return line(name, `in ${out}`);
    if (value instanceof Float64Array)
      return line(
        name,
        `${[...value.subarray(0, 6)].map((x) => x.toPrecision(5)).join(', ')}, ... (all with --format json)`,
      );
    return line(name, 'with --format json, or --out FILE.json');
  });
  return [
    line('head', head),
    line('parameters', String(parameters)),
    line('samples', String(point.samples)),
    line('kind', kind === 'monte-carlo' ? `${kind}, ${draws} targets a sample` : kind),
    line('estimator', `${estimator} derivatives`),
    line('form', form),
    line('trace', valueText(traces.trace, traces.traceError)),
    ...shown,
    line('seconds', seconds.toFixed(2)),
  ].join('');
}
