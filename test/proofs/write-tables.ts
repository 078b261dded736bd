/** `npm run proofs:tables`: writes the tables of `proofs/` anew, from what the kernels say now. */
import { writeFileSync } from 'node:fs';
import { verifyDocuments } from 'fisher-rao';
import { documents, proofs } from './documents.ts';
import { tablesOf } from './tables.ts';

const report = await verifyDocuments(documents);
for (const { path, text } of tablesOf(documents, report)) {
  writeFileSync(new URL(path, proofs), text);
  console.info(`${path}: ${text.split('\n').length - 1} lines`);
}
const unexpected = report.statements.filter(({ verdict, expected }) => verdict !== expected);
if (unexpected.length > 0) {
  console.error(`not as their files declare: ${unexpected.map(({ label }) => label).join(', ')}`);
  process.exitCode = 1;
}
