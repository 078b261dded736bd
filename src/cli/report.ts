import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { verifyDocuments } from '../derivation/index.ts';
import { onnxEngine } from '../engine/onnx/index.ts';
import { InputError } from '../errors.ts';
import type { TrainingExperiment, TrainingGeometryProgress } from '../methods/index.ts';
import { randomSource } from '../network/index.ts';
import { numberText, type Report, reportPage, summaryText, type Timings, trainingPlot } from '../report/index.ts';
import { type Context, defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { positiveNumber, text, wholeNumber } from './options.ts';
import { type Progress, startProgress } from './progress.ts';
import { loadProofDocuments } from './proof-files.ts';
import { reportFamilies } from './report-families.ts';
import { type NetworkSettings, networkExperiment, reportNetwork } from './report-network.ts';
import { statementResult } from './report-statements.ts';
import { packageVersion } from './version.ts';

/** Stages with the share of the time that each takes, measured; for the time left. */
const stages = [
  { name: 'families', share: 4 },
  { name: 'statements', share: 1 },
  { name: 'curvature before training', share: 26 },
  { name: 'training', share: 7 },
  { name: 'curvature after training', share: 13 },
  { name: 'writing', share: 1 },
] as const;

interface ReportSettings extends NetworkSettings {
  readonly points: number;
}

/** `fisher-rao report`: the main job, from four densities and a network to a page of results. */
export const report = defineCommand({
  name: 'report',
  summary: 'do everything once: families, statements, a network on MNIST; write a page of results',
  description:
    'Derives four families in closed form and checks them numerically, verifies the proofs that come with the package, trains a 784-32-10 network on MNIST, and estimates the scalar curvature of its damped Fisher metric before and after. Writes report.html, report.json and training.svg into a folder. The same seed gives the same numbers; in report.json only "timings" differ. Exit code 1 if a statement has not the verdict that its file declares or a numeric check fails.',
  arguments: [],
  formats: ['text', 'json'],
  options: {
    out: text('FOLDER', 'where to write', 'out'),
    seed: wholeNumber('seed of initial weights, batches, random points and draws', 0, 1),
    points: wholeNumber('random points per family for the numeric check', 1, 5),
    images: wholeNumber('training images (default: 2000)', 1, undefined),
    epochs: wholeNumber('passes over the training images (default: 20)', 1, undefined),
    curvatureImages: wholeNumber('images on which the curvature is measured (default: 300)', 1, undefined),
    draws: wholeNumber('random directions of the curvature estimate, at least 3 (default: 20)', 3, undefined),
    damping: positiveNumber('damping of the Fisher metric (default: 0.1)', undefined),
  },
  examples: [
    { line: 'fisher-rao report --out out', does: 'the main job; then open out/report.html' },
    {
      line: 'fisher-rao report --out small --images 200 --epochs 2 --curvature-images 20 --draws 4',
      does: 'a smaller run of a few seconds',
    },
  ],
  run: async ({ options }, context) => {
    const { out } = options;
    const experiment = networkExperiment(options); // refuses what cannot be before anything runs
    prepareFolder(out);
    const started = new Date().toISOString();
    const progress = startProgress(context, stages);
    try {
      const result = await findings(options, experiment, commandLine(out, options), progress);
      progress.enter('writing');
      const timings = { started, stages: progress.timings() };
      writeReport(out, result, timings);
      progress.finish();
      show(result, { started, stages: progress.timings() }, out, context);
      return isAsExpected(result) ? exitCodes.done : exitCodes.unexpected;
    } finally {
      progress.finish();
    }
  },
});

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`--out: expected a folder that can be written; got '${folder}' (${reason})`);
  }
}

async function findings(
  settings: ReportSettings,
  experiment: TrainingExperiment,
  command: string,
  progress: Progress,
): Promise<Report> {
  const engine = onnxEngine();
  progress.enter('families');
  const families = await reportFamilies(
    { engine, random: randomSource(settings.seed, 2), points: settings.points },
    (title, done, total) => progress.advance(done / total, done < total ? title : ''),
  );
  progress.enter('statements');
  const verification = await verifyDocuments(await loadProofDocuments(), {
    onStatement: ({ label }, done, total) => progress.advance(done / total, done < total ? label : ''),
  });
  const statements = verification.statements.map(statementResult);
  const network = await reportNetwork(experiment, engine, trainingProgress(progress));
  return {
    environment: {
      version: packageVersion(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processors: availableParallelism(),
      engine: `${engine.name}, float64`,
      seed: settings.seed,
      command,
    },
    families,
    statements,
    network,
  };
}

function trainingProgress(progress: Progress): (state: TrainingGeometryProgress) => void {
  let stage = '';
  return (state) => {
    if (state.stage !== stage) progress.enter(state.stage);
    stage = state.stage;
    const loss = state.loss === null ? '' : `loss ${numberText(state.loss, 3)}`;
    const estimate = state.estimate === null ? '' : `R ${numberText(state.estimate.value, 3)}`;
    progress.advance(state.step / state.steps, loss || estimate);
  };
}

/** The command line that gives the same numbers. */
function commandLine(out: string, { seed, points, ...rest }: ReportSettings): string {
  const { images, epochs, curvatureImages, draws, damping } = rest;
  const given = { images, epochs, 'curvature-images': curvatureImages, draws, damping };
  const words = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]));
  return ['fisher-rao report', `--out ${out}`, `--seed ${seed}`, `--points ${points}`, ...words].join(' ');
}

function writeReport(folder: string, result: Report, timings: Timings): void {
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  write('report.html', reportPage(result, timings));
  write('report.json', `${JSON.stringify({ ...result, timings }, null, 2)}\n`);
  write('training.svg', trainingPlot(result.network.history, { width: 'wide', ground: 'light' }));
}

function show(result: Report, timings: Timings, folder: string, context: Context): void {
  if (context.format === 'json') context.write(`${JSON.stringify({ ...result, timings })}\n`);
  else
    context.write(
      `${summaryText(result)}\nWrote ${['report.html', 'report.json', 'training.svg'].map((name) => join(folder, name)).join(', ')}\n`,
    );
}

function isAsExpected({ families, statements }: Report): boolean {
  const agree = families.every(({ check }) => check.worst.every(({ error, tolerance }) => error <= tolerance));
  return agree && statements.every(({ verdict, expected }) => verdict === expected);
}
