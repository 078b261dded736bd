#!/usr/bin/env node
import { commands } from './commands.ts';
import { exitCodeOf } from './exit-code.ts';
import { interrupted } from './interruption.ts';
import { asksForJson, runShell } from './shell.ts';

const argv = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    const message = [`interrupted by ${signal}`, ...interrupted()].join('; ');
    if (asksForJson(argv)) process.stdout.write(`${JSON.stringify({ error: { kind: 'interrupted', message } })}\n`);
    else process.stderr.write(`\nfisher-rao: ${message}\n`);
    process.exit(exitCodeOf('interrupted'));
  });
}

// A reader that has seen enough (`| head`) closes the pipe: that is its choice and no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await runShell(argv, commands, {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  columns: process.stderr.isTTY ? process.stderr.columns : undefined,
});
