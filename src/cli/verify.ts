import { explain, type ProofDocument, type VerificationReport, verifyDocuments } from '../derivation/index.ts';
import { InputError } from '../errors.ts';
import { defineCommand, type Format } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { text } from './options.ts';
import { startProgress } from './progress.ts';
import { loadProofDocuments } from './proof-files.ts';
import { documentOf, explanationTex, explanationText } from './verify-explain.ts';
import { verificationMarkdown } from './verify-markdown.ts';
import { verificationText } from './verify-text.ts';

/** `fisher-rao verify`: decides every statement of the proof documents given, or of those that come with the package. */
export const verify = defineCommand({
  name: 'verify',
  summary: 'check derivations: proved, supported, refuted or undecided',
  description:
    'Decides every statement of documents of proofs: proved by the derivation kernel, with the assumptions it rests on; refuted by a concrete finite model; supported by numbers, which prove nothing; or undecided. Without a path it verifies the proofs that come with the package. With --explain LABEL it prints one argument step by step, each with its justification. Derivations of your own are .ts or .js modules, or .derivation files: declarations, then claims whose chains of = are checked line by line. The exit code is 0 only if every statement has the verdict that its file declares, else 1.',
  arguments: [{ usage: '[paths...]', summary: 'files or folders of proofs (.ts or .js modules, .derivation files)' }],
  formats: ['text', 'json', 'markdown', 'latex'],
  options: { explain: text('LABEL', 'print the argument of this statement step by step') },
  examples: [
    { line: 'fisher-rao verify', does: 'the proofs that come with the package' },
    { line: 'fisher-rao verify my-proofs --format json', does: 'those of a folder, as JSON' },
    { line: 'fisher-rao verify --explain A.1.2 --format latex', does: 'one argument, for a paper' },
  ],
  run: async ({ positional, options }, context) => {
    if (context.format === 'latex' && options.explain === undefined) {
      throw new InputError('--format latex prints one argument: say which by --explain LABEL');
    }
    const loaded = await loadProofDocuments(positional);
    const documents = options.explain === undefined ? loaded : [documentOf(loaded, options.explain)];
    const progress = startProgress(context, [{ name: 'verifying', share: 1 }]);
    try {
      progress.enter('verifying');
      const report = await verifyDocuments(documents, {
        onStatement: ({ label }, done, total) => progress.advance(done / total, done < total ? label : ''),
      });
      progress.finish();
      context.write(
        options.explain === undefined
          ? listing(report, context.format)
          : explanation(report, documents[0], context.format),
      );
      return report.summary.unexpected === 0 ? exitCodes.done : exitCodes.unexpected;
    } finally {
      progress.finish();
    }
  },
});

function listing(report: VerificationReport, format: Format): string {
  if (format === 'json') return `${JSON.stringify(report)}\n`;
  return format === 'markdown' ? verificationMarkdown(report) : verificationText(report);
}

function explanation({ statements: [report] }: VerificationReport, document: ProofDocument, format: Format): string {
  const [statement] = document.statements;
  if (format === 'json') return `${JSON.stringify({ ...report, argument: explain(statement) })}\n`;
  return format === 'text' ? explanationText(report, statement) : explanationTex(report, statement);
}
