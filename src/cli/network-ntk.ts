import { writeFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import {
  type DenseRows,
  outputKernel,
  refuseOverflow,
  symmetricEigenvalues,
  type TangentKernel,
  tangentKernel,
} from '../methods/index.ts';
import { outputCount } from '../network/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { networkOptions, networkSubject, requestOf } from './network-subject.ts';
import { line } from './network-text.ts';
import { flag, text } from './options.ts';
import { startProgress } from './progress.ts';

const { damping: _damping, head: _head, scale: _scale, successes: _successes, ...subjectOptions } = networkOptions;

/** The largest side of a kernel whose eigenvalues are computed. */
const largestSide = 6000;

/** `fisher-rao network ntk`: the neural tangent kernel of a network. */
export const networkNtk = defineCommand({
  name: 'network ntk',
  summary: 'the neural tangent kernel of a network and its spectrum',
  description:
    'The kernel Theta = J J^T of the gradients of the outputs by the parameters, rows (sample, output) with the sample first, and its eigenvalues. Over the number of samples its nonzero eigenvalues are those of the Fisher matrix of the unit normal head; where only they are asked for, the smaller of J J^T and J^T J is computed.',
  arguments: [],
  formats: ['text', 'json'],
  options: {
    ...subjectOptions,
    perOutput: flag('the kernel of each output by itself as well: its eigenvalues'),
    out: text('FILE.json', 'write the kernel there: {"side", "matrix": [[...], ...]}, and "outputs" with --per-output'),
    checkpoint: checkpointOption,
  },
  examples: [
    {
      line: 'fisher-rao network ntk --widths 784,100,10 --data mnist:100',
      does: 'the spectrum of a 1000 x 1000 kernel',
    },
    { line: 'fisher-rao network ntk --widths 784,50,10 --data mnist:20 --out ntk.json', does: 'the kernel in a file' },
  ],
  run: async ({ options }, context) => {
    const start = performance.now();
    const subject = networkSubject({ ...options, damping: 0, head: 'normal', scale: undefined, successes: undefined });
    const { samples, model } = subject.point;
    const { network } = model;
    const side = samples * outputCount(network);
    const wanted = options.out !== undefined || options.perOutput ? 'matrix' : 'spectrum';
    if ((wanted === 'matrix' ? side : Math.min(side, subject.parameters)) > largestSide) {
      throw new InputError(
        `a kernel of ${side} rows is too large, the limit is ${largestSide}: take fewer samples, or 'network spectrum --head normal'`,
      );
    }
    const file = openCheckpoint(options.checkpoint, requestOf('ntk', subject, options, { wanted }));
    const progress = startProgress(context, [
      { name: 'kernel', share: 1 },
      { name: 'eigenvalues', share: 1 },
    ]);
    let kernel: TangentKernel;
    try {
      const engine = await networkEngine(options.engine, options.dtype, options.threads);
      progress.enter('kernel');
      let stage = 'kernel';
      kernel = await tangentKernel(subject.point, engine, wanted, {
        rows: { ...file.part<DenseRows>('rows'), progress: progress.advance },
        eigenvalues: (fraction) => {
          if (stage === 'kernel') progress.enter('eigenvalues');
          stage = 'eigenvalues';
          progress.advance(fraction);
        },
      });
    } finally {
      progress.finish();
      file.close();
    }
    const { eigenvalues, parameters } = kernel;
    const trace = eigenvalues.reduce((sum, value) => sum + value, 0);
    refuseOverflow(trace, 'the kernel has trace');
    const outputs = options.perOutput ? perOutput(kernel) : undefined;
    if (options.out !== undefined) writeKernel(options.out, kernel, outputs);
    const seconds = (performance.now() - start) / 1000;
    const rank = eigenvalues.filter((value) => value > 1e-12 * eigenvalues[0]!).length;
    if (context.format === 'text') {
      const shown = (values: readonly number[]): string =>
        `${values
          .slice(0, 8)
          .map((value) => value.toPrecision(5))
          .join(', ')}${values.length > 8 ? ', ...' : ''}`;
      context.write(
        [
          line('parameters', String(parameters)),
          line('kernel', `${side} x ${side}: ${samples} samples, ${kernel.outputs} outputs`),
          line('rank', String(rank)),
          line('trace', trace.toPrecision(10)),
          line('eigenvalues', shown(eigenvalues)),
          ...(outputs ?? []).map((output, c) => line(`output ${c}`, shown(output.eigenvalues))),
          line('seconds', seconds.toFixed(2)),
        ].join(''),
      );
    } else {
      const report = {
        ...{ parameters, samples, outputs: kernel.outputs, side, rank, trace, eigenvalues },
        ...(outputs ? { perOutput: outputs.map((output) => ({ eigenvalues: output.eigenvalues })) } : {}),
        seconds,
      };
      context.write(`${JSON.stringify(report)}\n`);
    }
    return exitCodes.done;
  },
});

interface OutputKernel {
  readonly matrix: Float64Array;
  readonly eigenvalues: readonly number[];
}

function perOutput({ matrix, samples, outputs }: TangentKernel): readonly OutputKernel[] {
  return Array.from({ length: outputs }, (_, c) => {
    const block = outputKernel(matrix!, samples, outputs, c);
    return { matrix: block, eigenvalues: [...symmetricEigenvalues(block, samples)].reverse() };
  });
}

function writeKernel(
  path: string,
  { matrix, samples, outputs }: TangentKernel,
  each: readonly OutputKernel[] | undefined,
) {
  const rows = (data: Float64Array, side: number): number[][] =>
    Array.from({ length: side }, (_, i) => [...data.subarray(i * side, (i + 1) * side)]);
  const content = {
    side: samples * outputs,
    matrix: rows(matrix!, samples * outputs),
    ...(each ? { outputs: each.map((output) => rows(output.matrix, samples)) } : {}),
  };
  try {
    writeFileSync(path, `${JSON.stringify(content)}\n`);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${(error as Error).message}`);
  }
}
