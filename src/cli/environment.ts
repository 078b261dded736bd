import { availableParallelism } from 'node:os';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { packageVersion } from './version.ts';

/** `fisher-rao environment`: the versions and the machine that a report of trouble should name. */
export const environment = defineCommand({
  name: 'environment',
  summary: 'print versions and machine, for a report of trouble',
  description: 'Prints the version of this package and of Node, the platform and the number of processors.',
  arguments: [],
  formats: ['text', 'json'],
  options: {},
  examples: [{ line: 'fisher-rao environment --format json', does: 'the same as one JSON object' }],
  run: async (_input, context) => {
    const facts = {
      version: packageVersion(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processors: availableParallelism(),
    };
    const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(12)}${value}\n`);
    context.write(context.format === 'json' ? `${JSON.stringify(facts)}\n` : lines.join(''));
    return exitCodes.done;
  },
});
