import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What to run, and how often. */
export interface PeerRequest {
  readonly line: string;
  readonly samples: number;
  readonly dtype: string;
  readonly repetitions: number;
}

/** Times, which of its ways PyTorch took, and two numbers that tell whether the result is the same. */
export interface PeerAnswer {
  readonly milliseconds: readonly number[];
  readonly way: string;
  readonly check: readonly [projection: number, norm: number];
}

/** A running PyTorch. */
export interface Peer<Request = PeerRequest> {
  /** Its version. */
  readonly version: string;
  ask(request: Request): Promise<PeerAnswer>;
  close(): void;
}

/**
 * Starts `pytorch.py` under /usr/bin/python3; null, with a word on stderr, where that has no PyTorch. OpenMP threads are
 * told to sleep while they wait, since beside other work they cost PyTorch an order of magnitude otherwise; and OpenBLAS is
 * told of AVX-512 where the CPU has it, which the version in Debian 12 does not recognise on newer ones.
 */
export function startPyTorch(widths: readonly number[], threads: number): Promise<Peer | null> {
  return startScript('pytorch.py', [widths.join()], threads);
}

/** What to compute of which network, and how often. */
export interface GeometryRequest extends PeerRequest {
  readonly widths: readonly number[];
}

/** Starts `network_geometry.py` in the same way. */
export function startGeometry(threads: number): Promise<Peer<GeometryRequest> | null> {
  return startScript('network_geometry.py', [], threads);
}

async function startScript<Request>(
  name: string,
  words: readonly string[],
  threads: number,
): Promise<Peer<Request> | null> {
  const script = new URL(name, import.meta.url).pathname;
  const child = spawn('/usr/bin/python3', [script, ...words, String(threads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      OMP_WAIT_POLICY: 'PASSIVE',
      OPENBLAS_NUM_THREADS: String(threads),
      ...(hasAvx512() ? { OPENBLAS_CORETYPE: 'SkylakeX' } : {}),
    },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.on('error', () => undefined); // no such program: the stream of lines ends
  const version = await lines.next();
  if (version.done) {
    process.stderr.write(
      '/usr/bin/python3 has no PyTorch (Debian: apt install python3-torch libopenblas0): no ratios.\n',
    );
    return null;
  }
  return {
    version: version.value,
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const answer = await lines.next();
      if (answer.done) throw new Error(`PyTorch ended at ${JSON.stringify(request)}`);
      return JSON.parse(answer.value);
    },
    close: () => {
      child.stdin.end();
      child.kill();
    },
  };
}

function hasAvx512(): boolean {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8').includes(' avx512f ');
  } catch {
    return false;
  }
}
