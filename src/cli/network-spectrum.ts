import { InputError } from '../errors.ts';
import {
  type DampedSpectrum,
  exactDampedSpectra,
  fisherImmersion,
  fisherSummary,
  nullSpace,
  type SampledSpectrum,
  type SpectralValue,
  sampledSpectrum,
  type WeightedEigenvalues,
} from '../methods/index.ts';
import { type CommandOption, defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { networkOptions, networkSubject, requestOf, traceOf } from './network-subject.ts';
import { line, summaryText, valueText } from './network-text.ts';
import { wholeNumber } from './options.ts';
import { startProgress } from './progress.ts';

const dampings: CommandOption<readonly number[]> = {
  placeholder: 'LIST',
  summary: 'dampings at which to take effective dimension and determinant, all in one run (1e-6,1e-4,0.01,0.1,1)',
  parse: (given) =>
    given.split(',').map((part) => {
      const value = Number(part);
      if (part.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
      throw new InputError(`expected numbers, 0 or more, separated by commas; got '${part}' in '${given}'`);
    }),
  fallback: [1e-6, 1e-4, 0.01, 0.1, 1],
};

const { damping: _, ...subjectOptions } = networkOptions;

/** `fisher-rao network spectrum`: eigenvalues of the Fisher matrix of a network, and what follows from them. */
export const networkSpectrum = defineCommand({
  name: 'network spectrum',
  summary: 'spectrum, rank, trace and effective dimension of the Fisher matrix of a neural network',
  description:
    'The eigenvalues of the Fisher matrix F over the inputs given, with rank, null space and trace; at each of several dampings the effective dimension tr F (F + damping)^-1, log det (F + damping) and half of it, the logarithm of the volume element (of the density of Jeffreys, without damping). All eigenvalues are computed where parameters or outputs times samples are at most 1500; beyond, stochastic Lanczos quadrature gives the same with standard errors, and the largest eigenvalues.',
  arguments: [],
  formats: ['text', 'json'],
  options: {
    ...subjectOptions,
    dampings,
    vectors: wholeNumber('large networks: random start vectors', 2, 16),
    steps: wholeNumber('large networks: Lanczos steps from each', 2, 80),
    checkpoint: checkpointOption,
  },
  examples: [
    {
      line: 'fisher-rao network spectrum --widths 784,10 --data mnist:100',
      does: 'all eigenvalues of a linear softmax',
    },
    {
      line: 'fisher-rao network spectrum --widths 784,100,10 --data mnist:500 --dampings 0.001,0.1 --format json',
      does: 'the spectrum of 79,510 parameters with standard errors',
    },
  ],
  run: async ({ options }, context) => {
    const start = performance.now();
    const subject = networkSubject({ ...options, damping: 0 });
    const { vectors, steps, seed } = options;
    const file = openCheckpoint(options.checkpoint, requestOf('spectrum', subject, options, { seed, steps }));
    const engine = await networkEngine(options.engine, options.dtype, options.threads);
    const immersion = await fisherImmersion(subject.point, engine);
    try {
      const summary = await file.once('summary', () => fisherSummary(immersion, traceOf(subject, engine)));
      const space = await file.once('null space', () => nullSpace(subject.point, immersion, summary));
      if (context.format === 'text') context.write(summaryText(subject, summary, space));
      const { eigenvalues } = summary;
      let sampled: SampledSpectrum | undefined;
      if (!eigenvalues) {
        const progress = startProgress(context, [{ name: 'quadrature', share: 1 }]);
        progress.enter('quadrature');
        sampled = await sampledSpectrum(immersion, options.dampings, {
          vectors,
          steps,
          seed,
          ...file.part<readonly WeightedEigenvalues[]>('start vectors'),
          progress: (done, all) => progress.advance(done / all),
        }).finally(progress.finish);
      }
      const damped = sampled?.damped ?? exactDampedSpectra(eigenvalues!, options.dampings);
      const largest = eigenvalues ?? sampled!.largest;
      const seconds = (performance.now() - start) / 1000;
      if (context.format === 'text') {
        context.write(spectrumText(largest, damped));
        context.write(line('seconds', seconds.toFixed(2)));
      } else {
        const { parameters, rank, rankBound, lambdaMax, trace, traceError } = summary;
        const report = {
          ...{ parameters, samples: subject.point.samples, head: subject.point.model.head.family, rank, rankBound },
          ...{ nullSpace: space, lambdaMax, traceFisher: trace },
          ...(traceError === null ? {} : { traceFisherError: traceError }),
          eigenvalues: eigenvalues ? eigenvalues.slice(0, summary.rankBound) : null,
          ...(sampled ? { largestEigenvalues: sampled.largest, cumulative: sampled.cumulative } : {}),
          dampings: damped.map(({ damping, effectiveDimension, logDet }) => ({
            damping,
            effectiveDimension: plain(effectiveDimension),
            logDetMetric: plain(logDet),
            logVolumeElement: plain(half(logDet)),
          })),
          seconds,
        };
        context.write(`${JSON.stringify(report)}\n`);
      }
    } finally {
      file.close();
      await immersion.dispose();
    }
    return exitCodes.done;
  },
});

/** log sqrt det from log det. */
function half({ value, standardError }: SpectralValue): SpectralValue {
  return { value: value / 2, standardError: standardError === null ? null : standardError / 2 };
}

/** JSON has no infinity: null for the logarithm of a vanishing determinant. */
function plain({ value, standardError }: SpectralValue): {
  readonly value: number | null;
  readonly standardError?: number;
} {
  const finite = Number.isFinite(value) ? value : null;
  return standardError === null ? { value: finite } : { value: finite, standardError };
}

function spectrumText(largest: readonly number[], damped: readonly DampedSpectrum[]): string {
  const shown = largest.slice(0, 8).map((value) => value.toPrecision(5));
  return [
    line('eigenvalues', `${shown.join(', ')}${largest.length > shown.length ? ', ...' : ''}`),
    ...damped.flatMap(({ damping, effectiveDimension, logDet }) => [
      line(
        `damping ${damping}`,
        `effective dimension ${valueText(effectiveDimension.value, effectiveDimension.standardError)}, ` +
          `log det ${valueText(logDet.value, logDet.standardError)}, ` +
          `log volume element ${valueText(half(logDet).value, half(logDet).standardError)}`,
      ),
    ]),
  ].join('');
}
