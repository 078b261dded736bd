import { verifyDocuments } from '../derivation/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { loadProofDocuments } from './proof-files.ts';
import { verificationText } from './verify-text.ts';

/** `fisher-rao verify`: decides every statement of the proof documents given, or of those that come with the package. */
export const verify = defineCommand({
  name: 'verify',
  summary: 'check derivations: proved, supported, refuted or undecided',
  description:
    'Decides every statement of documents of proofs: proved by the derivation kernel, with the assumptions it rests on; refuted by a concrete finite model; supported by numbers, which prove nothing; or undecided. Without a path it verifies the proofs that come with the package. The exit code is 0 only if every statement has the verdict that its file declares, else 1.',
  arguments: [{ usage: '[paths...]', summary: 'files or folders of proofs (.ts or .js modules)' }],
  formats: ['text', 'json'],
  options: {},
  examples: [
    { line: 'fisher-rao verify', does: 'the proofs that come with the package' },
    { line: 'fisher-rao verify my-proofs --format json', does: 'those of a folder, as JSON' },
  ],
  run: async ({ positional }, context) => {
    const documents = await loadProofDocuments(positional);
    const progress = startProgress(context, [{ name: 'verifying', share: 1 }]);
    try {
      progress.enter('verifying');
      const report = await verifyDocuments(documents, {
        onStatement: ({ label }, done, total) => progress.advance(done / total, done < total ? label : ''),
      });
      progress.finish();
      context.write(context.format === 'json' ? `${JSON.stringify(report)}\n` : verificationText(report));
      return report.summary.unexpected === 0 ? exitCodes.done : exitCodes.unexpected;
    } finally {
      progress.finish();
    }
  },
});
