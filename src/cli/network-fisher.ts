import { writeFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { refuseOverflow } from '../methods/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { type FisherJob, type FoundFisher, fisherForm } from './network-fisher-forms.ts';
import { type NetworkSubject, networkOptions, networkSubject, requestOf } from './network-subject.ts';
import { line, valueText } from './network-text.ts';
import { choice, text, wholeNumber } from './options.ts';
import { startProgress } from './progress.ts';

const { damping: _damping, ...subjectOptions } = networkOptions;

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
    const job: FisherJob = { ...given, subject, engine, file, progress };
    const found = await fisherForm(job).finally(() => {
      progress.finish();
      file.close();
    });
    refuseOverflow(found.traces.trace);
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
  {
    kind,
    draws,
    estimator,
    form,
    out,
  }: Pick<FisherJob, 'kind' | 'draws' | 'form' | 'out'> & { readonly estimator: string },
  { traces, numbers }: FoundFisher,
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
