import { writeFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import {
  type ConjugateGradientState,
  type FisherKind,
  lossGradient,
  naturalGradient,
  norm,
  outputFactors,
} from '../methods/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { networkOptions, networkSubject, requestOf } from './network-subject.ts';
import { observedTargets } from './network-targets.ts';
import { line, valueText } from './network-text.ts';
import { choice, text, wholeNumber } from './options.ts';
import { startProgress } from './progress.ts';

/** As many numbers are printed; more go to a file. */
const printedNumbers = 100_000;

/** `fisher-rao network natural-gradient`: the natural gradient of the loss of a network. */
export const networkNaturalGradient = defineCommand({
  name: 'network natural-gradient',
  summary: 'the natural gradient of the loss of a neural network, by one of several forms of its Fisher matrix',
  description:
    'Solves (A + damping) v = gradient of the mean negative log-likelihood at the targets of the data, A the Fisher matrix over the inputs or a form of it: whole, its blocks of each layer, their Kronecker factors (KFAC), its diagonal. Without damping v is the pseudo-inverse times the gradient; then the whole one does not depend on the parametrisation, as far as the outputs see it. The blocks and Kronecker factors depend on it beyond affine changes of a layer, the diagonal and everything damped always. Of a model from a file KFAC takes the weights of Gemm, MatMul and Conv with their biases, those with several places as in Grosse and Martens 2016, and exact blocks for other parameters up to 500 numbers. A step of descent goes against v.',
  arguments: [],
  formats: ['text', 'json'],
  options: {
    ...networkOptions,
    form: choice(['full', 'block-diagonal', 'kfac', 'diagonal'], 'the form of the Fisher matrix', 'full'),
    kind: choice(
      ['exact', 'monte-carlo', 'empirical'],
      'the expectation over targets in the Fisher matrix: exact, over targets drawn from the model, or the observed targets',
      'exact',
    ),
    draws: wholeNumber('monte-carlo: targets drawn for each sample', 1, 1),
    out: text('V.json', 'write v there, a flat array in theta order, as network geodesic reads it'),
    checkpoint: checkpointOption,
  },
  examples: [
    {
      line: 'fisher-rao network natural-gradient --widths 784,100,10 --data mnist:500 --damping 0.1 --out V.json',
      does: 'by conjugate gradients, into a file',
    },
    {
      line: 'fisher-rao network natural-gradient --widths 2,3,3 --data D.csv --form kfac --damping 0.01 --format json',
      does: 'by Kronecker factors',
    },
  ],
  run: async ({ options }, context) => {
    const start = performance.now();
    const subject = networkSubject(options);
    const targets = observedTargets(subject);
    const { form, kind, draws, seed } = options;
    const file = openCheckpoint(
      options.checkpoint,
      requestOf('natural-gradient', subject, options, { form, kind, draws, seed }),
    );
    const engine = await networkEngine(options.engine, options.dtype, options.threads);
    const { point, parameters } = subject;
    const factors = await outputFactors(point, kindOf(options, targets), engine);
    const gradient = await lossGradient(point, targets, engine);
    const progress = startProgress(context, [{ name: form, share: 1 }]);
    progress.enter(form);
    const lasting = { ...file.part<ConjugateGradientState>('solve'), progress: progress.advance };
    const found = await naturalGradient(point, factors, gradient, form, engine, lasting).finally(() => {
      progress.finish();
      file.close();
    });
    const { direction, slope, relativeResidual, outcome } = found;
    if (options.out !== undefined) write(options.out, direction);
    const lengths = { gradientNorm: norm(gradient), norm: norm(direction), slope };
    const seconds = (performance.now() - start) / 1000;
    if (context.format === 'json') {
      const { samples, damping, model } = point;
      const heading = { parameters, samples, head: model.head.family, damping, form, kind };
      const solved = relativeResidual === null ? {} : { relativeResidual, outcome };
      const numbers =
        options.out !== undefined
          ? { out: options.out }
          : { direction: parameters <= printedNumbers ? [...direction] : null };
      context.write(`${JSON.stringify({ ...heading, ...lengths, ...solved, ...numbers, seconds })}\n`);
      return exitCodes.done;
    }
    context.write(
      [
        line('head', subject.head),
        line('parameters', String(parameters)),
        line('form', form),
        line('damping', point.damping === 0 ? '0 (pseudo-inverse)' : String(point.damping)),
        line('|gradient|', valueText(lengths.gradientNorm)),
        line('|v|', valueText(lengths.norm)),
        line('slope of the loss', valueText(slope)),
        relativeResidual === null ? '' : line('residual', `${relativeResidual.toPrecision(2)} (${outcome})`),
        line('v', options.out === undefined ? 'with --format json, or --out V.json' : `in ${options.out}`),
        line('seconds', seconds.toFixed(2)),
      ].join(''),
    );
    return exitCodes.done;
  },
});

function kindOf(
  { kind, draws, seed }: { readonly kind: FisherKind['kind']; readonly draws: number; readonly seed: number },
  targets: Float64Array,
): FisherKind {
  switch (kind) {
    case 'exact':
      return { kind };
    case 'monte-carlo':
      return { kind, draws, seed };
    case 'empirical':
      return { kind, targets };
  }
}

function write(path: string, direction: Float64Array): void {
  try {
    writeFileSync(path, `${JSON.stringify([...direction])}\n`);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${(error as Error).message}`);
  }
}
