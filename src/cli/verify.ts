import { InputError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { positiveNumber, text } from './options.ts';
import { startProgress } from './progress.ts';
import { runVerification } from './verify-run.ts';

/** `fisher-rao verify`: decides every statement of the proof documents given, or of those that come with the package. */
export const verify = defineCommand({
  name: 'verify',
  summary: 'check derivations: proved, supported, refuted or undecided',
  description:
    'Decides every statement of documents of proofs: proved by the derivation kernel, with the assumptions it rests on; refuted by a concrete finite model; supported by numbers, which prove nothing; or undecided. Without a path it verifies the proofs that come with the package. With --explain LABEL it prints one argument step by step, each with its justification. With --replay FILE it evaluates both sides of each refuted claim again, at the witness in a report. Derivations of your own are .ts or .js modules, or .derivation files: declarations, then claims whose chains of = are checked line by line. The exit code is 0 only if every statement has the verdict that its file declares, else 1.',
  arguments: [{ usage: '[paths...]', summary: 'files or folders of proofs (.ts or .js modules, .derivation files)' }],
  formats: ['text', 'json', 'markdown', 'latex'],
  options: {
    explain: text('LABEL', 'print the argument of this statement step by step'),
    replay: text('FILE', 'evaluate again the witnesses in a report of --format json'),
    budget: { ...positiveNumber('how long a statement may take', 120), placeholder: 'SECONDS' },
  },
  examples: [
    { line: 'fisher-rao verify', does: 'the proofs that come with the package' },
    { line: 'fisher-rao verify my-proofs --format json', does: 'those of a folder, as JSON' },
    { line: 'fisher-rao verify --explain A.1.2 --format latex', does: 'one argument, for a paper' },
    { line: 'fisher-rao verify --format json > report.json', does: 'a report with the witnesses whole' },
    { line: 'fisher-rao verify --replay report.json --explain T-2.1.3', does: 'one of them, evaluated again' },
  ],
  run: async ({ positional, options }, context) => {
    if (context.format === 'latex' && options.explain === undefined) {
      throw new InputError('--format latex prints one argument: say which by --explain LABEL');
    }
    const { budget, explain: label, replay } = options;
    if (replay !== undefined) {
      const { replayReport, replayText } = await import('./verify-replay.ts');
      const replayed = await replayReport(positional, replay, label);
      context.write(context.format === 'json' ? `${JSON.stringify({ replayed })}\n` : replayText(replayed));
      return replayed.every(({ isReproduced }) => isReproduced) ? exitCodes.done : exitCodes.unexpected;
    }
    // The thread loads proofs while this one loads what prints them.
    const printing = import('./verify-print.ts');
    const progress = startProgress(context, [{ name: 'verifying', share: 1 }]);
    try {
      progress.enter('verifying');
      const result = await runVerification(
        { paths: positional, label },
        {
          budget,
          onProgress: (running, done, total) => progress.advance(done / total, running),
          console: context.note,
        },
      );
      progress.advance(1);
      progress.finish();
      const { printedVerification } = await printing;
      context.write(printedVerification(result, label, context.format));
      const isExpected = result.statements.every(({ verdict, expected }) => verdict === expected);
      return isExpected ? exitCodes.done : exitCodes.unexpected;
    } finally {
      progress.finish();
    }
  },
});
