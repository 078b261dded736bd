import { catalogue } from '../families/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';

/** `fisher-rao families`: the families that `derive` knows by name. */
export const families = defineCommand({
  name: 'families',
  summary: 'list the families known by name',
  description: 'Lists the families that derive knows by name, with the sizes and constants that they take.',
  arguments: [],
  formats: ['text', 'json'],
  options: {},
  examples: [{ line: 'fisher-rao families --format json', does: 'the same as a JSON array' }],
  run: async (_input, context) => {
    const list = catalogue.map(({ name, summary, parameters }) => ({ name, summary, parameters }));
    const width = Math.max(...list.map(({ name }) => name.length)) + 2;
    const lines = list.flatMap(({ name, summary, parameters }) => [
      `${name.padEnd(width)}${summary}\n`,
      ...parameters.map(
        (parameter) => `${' '.repeat(width)}--parameters ${parameter.name}=...: ${parameter.description}\n`,
      ),
    ]);
    context.write(context.format === 'json' ? `${JSON.stringify(list)}\n` : lines.join(''));
    return exitCodes.done;
  },
});
