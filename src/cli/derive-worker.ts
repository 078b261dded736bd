import { parentPort, workerData } from 'node:worker_threads';
import { cramerRaoEvents } from './cramer-rao-job.ts';
import { deriveEvents } from './derive-job.ts';
import type { CramerRaoRequest, DeriveRequest } from './derive-request.ts';
import { sentFailure } from './worker-thread.ts';

// Closed forms can take long without a pause; in a thread of its own they can be stopped at any moment.
try {
  const request = workerData as DeriveRequest | CramerRaoRequest;
  const events = 'functions' in request ? cramerRaoEvents(request) : deriveEvents(request);
  for (const event of events) parentPort?.postMessage(event);
} catch (thrown) {
  parentPort?.postMessage(sentFailure(thrown));
}
