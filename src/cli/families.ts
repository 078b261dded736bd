import { catalogue, domainText } from '../families/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';

/** `fisher-rao families`: the families that the other commands know by name. */
export const families = defineCommand({
  name: 'families',
  summary: 'list the families known by name, with their coordinates and domains',
  description:
    'Lists the families that derive, distance, geodesic and cramer-rao know by name: coordinates with their domains (unit is the open interval from 0 to 1), and the sizes and constants that --parameters gives them. Coordinates are those of the sizes that stand when nothing is given; for gibbs, of three spins on a ring.',
  arguments: [],
  formats: ['text', 'json'],
  options: {},
  examples: [
    {
      line: 'fisher-rao families --format json',
      does: 'a JSON array of {name, coordinates, domain, description}, with constants where a family takes any',
    },
  ],
  run: async (_input, context) => {
    const list = catalogue.map((entry) => {
      const family = entry.build(entry.typical ?? {});
      return {
        name: entry.name,
        coordinates: family.coordinates.map(({ name }) => name),
        domain: domainText(family),
        description: entry.summary,
        ...(entry.parameters.length === 0 ? {} : { constants: entry.parameters }),
      };
    });
    const width = Math.max(...list.map(({ name }) => name.length)) + 2;
    const margin = ' '.repeat(width);
    const lines = list.flatMap(({ name, description, domain, constants = [] }) => [
      `${name.padEnd(width)}${description}\n${margin}${domain}\n`,
      ...constants.map((constant) => {
        const otherwise = constant.required ? 'required' : `${constant.default ?? 'symbolic'} unless given`;
        return `${margin}--parameters ${constant.name}=...: ${constant.description} (${otherwise})\n`;
      }),
    ]);
    context.write(context.format === 'json' ? `${JSON.stringify(list)}\n` : lines.join(''));
    return exitCodes.done;
  },
});
