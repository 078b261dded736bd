import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../errors.ts';
import type { Resumable } from '../methods/index.ts';
import { saveAtInterruption } from './interruption.ts';
import { text } from './options.ts';

/** The option that names a checkpoint. */
export const checkpointOption = text('FILE', 'keep the state of a long run here, and go on from it if the file exists');

/** What the numbers of a request depend on, by the names that a user knows it by; plain data and typed arrays. */
export type Request = Readonly<Record<string, unknown>>;

/** A file that keeps the states of the parts of a long job, so that a run can go on where another one stopped. */
export interface Checkpoint {
  /** The last state of a part of the job, if there is one, and how to keep the next. */
  readonly part: <State>(name: string) => Resumable<State>;
  /** A part that is computed whole, or was. */
  readonly once: <Value>(name: string, compute: () => Promise<Value>) => Promise<Value>;
  /** Writes what is new; to be called in any case. */
  readonly close: () => void;
}

/** Least milliseconds between two writings; and a writing may take this share of the time. */
const interval = 5000;
const largestShare = 0.05;

const version = 2;

/**
 * Opens a checkpoint; without a path one that keeps nothing. It is written every few seconds while states come, when the
 * process is interrupted, and when it is closed.
 *
 * @throws InputError if the file cannot be written, is damaged or no checkpoint, or is that of another request: then with
 *   what differs.
 */
export function openCheckpoint(path: string | undefined, request: Request): Checkpoint {
  if (path === undefined) return { part: () => ({}), once: (_, compute) => compute(), close: () => {} };
  checkPlace(path);
  const described = description(request);
  const parts: Record<string, unknown> = existsSync(path) ? readParts(path, described) : {};
  let [written, pause, isNew] = [performance.now(), interval, false];
  const write = (): void => {
    if (!isNew) return;
    const start = performance.now();
    const state = JSON.stringify(parts, pack);
    const content = { fisherRaoCheckpoint: version, request: described, digest: digestOf(state), state: 0 };
    try {
      // Written beside and renamed: an interruption leaves either the old state or the new one.
      writeFileSync(
        `${path}.new`,
        JSON.stringify(content).replace(/0}$/, () => `${state}}`),
      );
      renameSync(`${path}.new`, path);
    } catch (error) {
      throw new InputError(`cannot write the checkpoint ${path}: ${(error as Error).message}`);
    }
    isNew = false;
    written = performance.now();
    pause = Math.max(interval, (written - start) / largestShare);
  };
  const keep = (name: string, state: unknown): void => {
    parts[name] = state;
    isNew = true;
    if (performance.now() - written >= pause) write();
  };
  const forget = saveAtInterruption(() => {
    write();
    return existsSync(path) ? `the state is in ${path}, and the same command goes on from it` : undefined;
  });
  return {
    part: <State>(name: string) => ({
      resume: parts[name] as State | undefined,
      checkpoint: (state: State) => keep(name, state),
    }),
    once: async <Value>(name: string, compute: () => Promise<Value>) => {
      if (name in parts) return parts[name] as Value;
      const value = await compute();
      keep(name, value);
      return value;
    },
    close: () => {
      forget();
      write();
    },
  };
}

/** Refuses a file that could not be written, before anything long has run. */
function checkPlace(path: string): void {
  const folder = dirname(path);
  try {
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error('it is a folder');
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new InputError(
      `cannot keep a checkpoint in ${path}: ${(error as Error).message}; the folder ${folder} must exist and be writable`,
    );
  }
}

/** A request as it stands in the file: short values as they are, others by a hash. */
function description(request: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      const text = JSON.stringify(value ?? null, pack);
      return [name, text.length <= 40 ? text : `sha256 ${digestOf(text)}`];
    }),
  );
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface CheckpointFile {
  readonly fisherRaoCheckpoint?: unknown;
  readonly request?: Readonly<Record<string, string>>;
  readonly digest?: unknown;
  readonly state?: unknown;
}

function readParts(path: string, described: Readonly<Record<string, string>>): Record<string, unknown> {
  const instead = 'give another --checkpoint or remove the file';
  let text: string;
  let file: CheckpointFile | null;
  try {
    text = readFileSync(path, 'utf8');
    file = JSON.parse(text);
  } catch (error) {
    throw new InputError(`the checkpoint ${path} is damaged: ${(error as Error).message}; ${instead}`);
  }
  if (file?.fisherRaoCheckpoint !== version || typeof file.request !== 'object' || file.state === undefined)
    throw new InputError(`${path} is no checkpoint of this version; ${instead}`);
  const state = JSON.stringify(file.state);
  if (digestOf(state) !== file.digest) throw new InputError(`the checkpoint ${path} is damaged: ${instead}`);
  const other = file.request;
  const names = [...new Set([...Object.keys(described), ...Object.keys(other)])];
  const differing = names.filter((name) => described[name] !== other[name]);
  if (differing.length === 0) return JSON.parse(state, unpack);
  const said = differing.map((name) => {
    const [there, here] = [other[name] ?? 'none', described[name] ?? 'none'];
    return [there, here].some((value) => value.startsWith('sha256 ')) ? name : `${name} (${there} there, ${here} here)`;
  });
  throw new InputError(`${path} is the checkpoint of another request, which differs in ${said.join(', ')}; ${instead}`);
}

/** Typed arrays as base64, so that no digit is lost and files stay small. */
function pack(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
  if (!(value instanceof Float64Array || value instanceof Float32Array)) return value;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  return value instanceof Float64Array ? { float64: bytes } : { float32: bytes };
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { float64, float32, number } = value as { float64?: string; float32?: string; number?: string };
  if (number !== undefined) return Number(number);
  const bytes = float64 ?? float32;
  if (bytes === undefined) return value;
  const { buffer } = new Uint8Array(Buffer.from(bytes, 'base64'));
  return float64 === undefined ? new Float32Array(buffer) : new Float64Array(buffer);
}
