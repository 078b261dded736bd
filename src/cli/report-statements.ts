import { type StatementReport, witnessText } from '../derivation/index.ts';
import type { StatementResult } from '../report/index.ts';
import { supportText } from './verify-text.ts';

/** What the report says of a verified statement: all but the time that it took. */
export function statementResult(statement: StatementReport): StatementResult {
  const { document, label, title, claim, verdict, expected, assumptions, witness } = statement;
  const reason = statement.cases === undefined ? statement.reason : supportText(statement);
  return {
    document,
    label,
    title,
    claim,
    verdict,
    expected,
    assumptions,
    ...(witness === undefined ? {} : { witness: witnessText(witness) }),
    ...(reason === undefined ? {} : { reason }),
  };
}
