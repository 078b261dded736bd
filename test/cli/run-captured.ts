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
