import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { commands, type ExitCode, runShell } from '../../src/cli/index.ts';

/** What one command line gave: its exit code and everything it wrote. */
export interface Captured {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `fisher-rao <words>` in this process, as if its output went to a pipe. */
export async function runCaptured(words: readonly string[], table = commands): Promise<Captured> {
  let stdout = '';
  let stderr = '';
  const code = await runShell(words, table, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    columns: undefined,
  });
  return { code, stdout, stderr };
}

/** Runs `fisher-rao <words>` from the sources in a process of its own, where modules load as they do for a user. */
export async function runSource(words: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = startSource(words);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk) => {
      output[name] += chunk;
    });
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** Starts `fisher-rao <words>` from the sources in a process of its own. */
export function startSource(words: readonly string[]) {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const flags = ['--conditions=fisher-rao-source', '--import', 'tsx'];
  return spawn(process.execPath, [...flags, main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}
