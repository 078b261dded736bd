import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import type { SamplingState } from '../methods/index.ts';

/** A file that keeps the state of a sampling, so that a run can go on where another one stopped. */
export interface Checkpoint {
  /** The state in the file; undefined where there is no file yet. */
  readonly state: SamplingState | undefined;
  /** Writes the state, at most every few seconds; `now` at once. */
  readonly save: (state: SamplingState, now?: boolean) => void;
}

/** Milliseconds between two writings. */
const interval = 5000;

/**
 * Opens a checkpoint. `job` is all that the numbers depend on; its hash stands in the file.
 *
 * @throws InputError if the file is no checkpoint, or one of another job.
 */
export function openCheckpoint(path: string, job: readonly (string | number | Float64Array)[]): Checkpoint {
  const fingerprint = fingerprintOf(job);
  let written = performance.now();
  return {
    state: existsSync(path) ? readState(path, fingerprint) : undefined,
    save: (state, now = false) => {
      if (!now && performance.now() - written < interval) return;
      written = performance.now();
      // Written beside and renamed: an interruption leaves either the old state or the new one.
      writeFileSync(`${path}.new`, JSON.stringify({ fisherRaoCheckpoint: 1, fingerprint, state }, pack));
      renameSync(`${path}.new`, path);
    },
  };
}

function fingerprintOf(job: readonly (string | number | Float64Array)[]): string {
  const hash = createHash('sha256');
  for (const part of job) {
    hash.update(
      typeof part === 'object' ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : String(part),
    );
    hash.update('\n');
  }
  return hash.digest('hex');
}

function readState(path: string, fingerprint: string): SamplingState {
  let file: { fisherRaoCheckpoint?: unknown; fingerprint?: unknown; state?: unknown };
  try {
    file = JSON.parse(readFileSync(path, 'utf8'), unpack);
  } catch (error) {
    throw new InputError(`cannot read the checkpoint ${path}: ${(error as Error).message}`);
  }
  if (file.fisherRaoCheckpoint !== 1 || file.state === undefined)
    throw new InputError(`${path} is no checkpoint of this version; give another --checkpoint or remove it`);
  if (file.fingerprint !== fingerprint) {
    throw new InputError(
      `${path} is the checkpoint of another job: network, data, damping, seed and tolerances must be the same; ` +
        'give another --checkpoint or remove it',
    );
  }
  return file.state as SamplingState;
}

/** Typed arrays as base64, so that no digit is lost and files stay small. */
function pack(_key: string, value: unknown): unknown {
  if (!(value instanceof Float64Array || value instanceof Float32Array)) return value;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  return value instanceof Float64Array ? { float64: bytes } : { float32: bytes };
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { float64, float32 } = value as { float64?: string; float32?: string };
  const bytes = float64 ?? float32;
  if (bytes === undefined) return value;
  const { buffer } = new Uint8Array(Buffer.from(bytes, 'base64'));
  return float64 === undefined ? new Float32Array(buffer) : new Float64Array(buffer);
}
