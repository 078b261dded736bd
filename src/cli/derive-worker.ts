import { parentPort, workerData } from 'node:worker_threads';
import { deriveEvents } from './derive-job.ts';
import type { DeriveRequest } from './derive-request.ts';
import { failureKind } from './exit-code.ts';

// Closed forms can take long without a pause; in a thread of its own they can be stopped at any moment.
try {
  for (const event of deriveEvents(workerData as DeriveRequest)) parentPort?.postMessage(event);
} catch (thrown) {
  const { message, stack } = thrown as Error;
  parentPort?.postMessage({ kind: 'failure', failure: failureKind(thrown), message, stack });
}
