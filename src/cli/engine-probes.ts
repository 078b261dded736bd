import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineCandidate } from './engine-candidates.ts';
import type { EngineReport } from './engine-probe.ts';

/** Starts a process that reports these candidates in order; resolves when it has ended, with what ended it early, or null. */
export type StartProbe = (
  candidates: readonly EngineCandidate[],
  onReport: (report: EngineReport) => void,
) => Promise<string | null>;

/**
 * The report of every candidate, in order. Where the process ends before its time, the candidate it was at is the reason,
 * and another process takes the rest.
 */
export async function probeAll(
  candidates: readonly EngineCandidate[],
  onReport: (done: number, report: EngineReport) => void = () => {},
  start: StartProbe = startProbe,
): Promise<EngineReport[]> {
  const reports: EngineReport[] = [];
  const add = (report: EngineReport): void => {
    reports.push(report);
    onReport(reports.length, report);
  };
  while (reports.length < candidates.length) {
    const end = await start(candidates.slice(reports.length), add);
    const next = candidates[reports.length];
    if (next)
      add({ name: next.name, summary: next.summary, dtypes: [], problem: end ?? 'its process ended without a word' });
  }
  return reports;
}

/** Milliseconds that one candidate may take before its process is ended. */
const patience = 60_000;

async function startProbe(
  candidates: readonly EngineCandidate[],
  onReport: (report: EngineReport) => void,
): Promise<string | null> {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`./engine-probe-process.${isSource ? 'ts' : 'js'}`, import.meta.url));
  const loader = isSource ? ['--conditions=fisher-rao-source', '--import', import.meta.resolve('tsx')] : [];
  const child = fork(
    file,
    candidates.map(({ name }) => name),
    { execArgv: loader, serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let complaint = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  let late = false;
  const startTimer = (): NodeJS.Timeout =>
    setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, patience);
  let timer = startTimer();
  child.on('message', (report) => {
    clearTimeout(timer);
    timer = startTimer();
    complaint = '';
    onReport(report as EngineReport);
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (late) return `no answer within ${patience / 1000} s`;
  if (code === 0) return null;
  const last = complaint.trim().split('\n').at(-1) ?? '';
  return `its library ended the process (${signal ?? `exit code ${code}`})${last && `: ${last}`}`;
}
