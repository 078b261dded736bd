import { parentPort, workerData } from 'node:worker_threads';
import { cramerRaoEvents } from './cramer-rao-job.ts';
import { deriveEvents } from './derive-job.ts';
import type { CramerRaoRequest, DeriveRequest } from './derive-request.ts';
import { failureKind } from './exit-code.ts';

// Closed forms can take long without a pause; in a thread of its own they can be stopped at any moment.
try {
  const request = workerData as DeriveRequest | CramerRaoRequest;
  const events = 'functions' in request ? cramerRaoEvents(request) : deriveEvents(request);
  for (const event of events) parentPort?.postMessage(event);
} catch (thrown) {
  const { message, stack } = thrown as Error;
  parentPort?.postMessage({ kind: 'failure', failure: failureKind(thrown), message, stack });
}
