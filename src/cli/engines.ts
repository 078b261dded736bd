import { defineCommand } from './command.ts';
import { engineCandidates } from './engine-candidates.ts';
import { probeAll } from './engine-probes.ts';
import { enginesText } from './engines-text.ts';
import { exitCodes } from './exit-code.ts';
import { startProgress } from './progress.ts';

/** `fisher-rao engines`: which engines, devices and number formats work here, and how fast. */
export const engines = defineCommand({
  name: 'engines',
  summary: 'list the engines that work here, tested and timed',
  description:
    'Tries every engine on every device: a self-test of every primitive against the reference engine in each number format, and the speed of a matrix product with the transfer of its operand and result. What cannot be had is shown with the reason and how to get it. Each is tried in a process apart, so that a native library that aborts does no harm. The exit code is 0 whatever is missing.',
  arguments: [],
  formats: ['text', 'json'],
  options: {},
  examples: [
    { line: 'fisher-rao engines', does: 'a table' },
    { line: 'fisher-rao engines --format json', does: 'the same as a JSON array' },
  ],
  run: async (_input, context) => {
    const progress = startProgress(context, [{ name: 'trying engines', share: 1 }]);
    try {
      progress.enter('trying engines');
      const reports = await probeAll(engineCandidates, (done, report) =>
        progress.advance(done / engineCandidates.length, done < engineCandidates.length ? report.name : ''),
      );
      progress.finish();
      context.write(context.format === 'json' ? `${JSON.stringify(reports)}\n` : enginesText(reports));
      return exitCodes.done;
    } finally {
      progress.finish();
    }
  },
});
