import { spawnSync } from 'node:child_process';
import type { PeerTime } from '../metric-file.ts';

const limit = 60;

/**
 * The time that another program reports on the line `seconds ...` of its output: its own start does not count. The
 * first of the commands that starts is taken.
 */
export function peerSeconds(commands: readonly (readonly [string, ...string[]])[], input: string): PeerTime {
  for (const [command, ...options] of commands) {
    const { error, stdout } = spawnSync(command, options, { input, timeout: 1000 * limit, encoding: 'utf8' });
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') return `> ${limit}`;
    const found = /seconds ([0-9.e+-]+)/.exec(stdout ?? '');
    if (found !== null) return Number(Number(found[1]).toPrecision(3));
  }
  return null;
}
