import { parentPort, workerData } from 'node:worker_threads';
import {
  explainArgument,
  type ProofDocument,
  type StatementReport,
  undecidedReport,
  verifyDocuments,
} from '../derivation/index.ts';
import { loadProofDocuments } from './proof-files.ts';
import { documentOf } from './verify-label.ts';
import type { VerifyMessage, VerifyTask } from './verify-request.ts';
import { sentFailure } from './worker-thread.ts';

const tell = (message: VerifyMessage): void => parentPort?.postMessage(message);

// A step can take long without a pause, as can the module of a user; in a thread of its own it can be stopped at any moment.
try {
  await work(workerData as VerifyTask);
} catch (thrown) {
  tell(sentFailure(thrown));
}

async function work({ paths, label, done, gaveUp }: VerifyTask): Promise<void> {
  const loaded = await loadProofDocuments(paths);
  const documents = label === undefined ? loaded : [documentOf(loaded, label)];
  const single = documents.flatMap((document) =>
    document.statements.map((statement): ProofDocument => ({ ...document, statements: [statement] })),
  );
  tell({ kind: 'statements', labels: single.map(({ statements }) => statements[0].label) });
  const onStatement = (report: StatementReport): void => tell({ kind: 'report', report });
  if (gaveUp !== null) onStatement(undecidedReport(single[done], gaveUp.reason, gaveUp.seconds));
  await verifyDocuments(single.slice(gaveUp === null ? done : done + 1), { onStatement });
  const isAsked = label !== undefined && gaveUp === null;
  tell({ kind: 'done', argument: isAsked ? explainArgument(single[0].statements[0]) : null });
}
