import { reportOfAll, type VerificationReport } from '../derivation/index.ts';
import type { Format } from './command.ts';
import { explanationTex, explanationText } from './verify-explain.ts';
import { verificationMarkdown } from './verify-markdown.ts';
import type { VerificationResult } from './verify-run.ts';
import { verificationText } from './verify-text.ts';

/** What `fisher-rao verify` prints: the list of verdicts, or the argument of the one statement that a label asked for. */
export function printedVerification(result: VerificationResult, label: string | undefined, format: Format): string {
  return label === undefined ? listing(reportOfAll(result.statements), format) : explanation(result, format);
}

function listing(report: VerificationReport, format: Format): string {
  if (format === 'json') return `${JSON.stringify(report)}\n`;
  return format === 'markdown' ? verificationMarkdown(report) : verificationText(report);
}

function explanation({ statements: [report], argument }: VerificationResult, format: Format): string {
  if (format === 'json') {
    const { chains = null, definitions = [] } = argument ?? {};
    const meanings = definitions.length === 0 ? {} : { definitions: definitions.map(({ text: one }) => one) };
    return `${JSON.stringify({ ...report, ...meanings, argument: chains })}\n`;
  }
  return format === 'latex' ? explanationTex(report, argument) : explanationText(report, argument);
}
