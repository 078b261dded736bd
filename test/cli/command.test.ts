import { expect, it } from 'vitest';
import { defineCommand } from '../../src/cli/command.ts';
import { wholeNumber } from '../../src/cli/options.ts';

it('a defined command gets the very values that the shell made by its own option table', async () => {
  const seen: number[] = [];
  const command = defineCommand({
    name: 'count',
    summary: '',
    description: '',
    arguments: [],
    formats: ['text'],
    options: { steps: wholeNumber('', 0, 7) },
    examples: [],
    run: async ({ positional, options }) => {
      seen.push(options.steps, positional.length);
      return 0;
    },
  });
  const context = { format: 'text' as const, write: () => {}, note: () => {}, columns: undefined };
  expect(await command.run({ positional: ['a'], options: { steps: 9 } }, context)).toBe(0);
  expect(seen).toEqual([9, 1]);
  expect(command.options['steps']?.fallback).toBe(7);
});
