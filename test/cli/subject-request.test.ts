import { expect, it } from 'vitest';
import type { OptionValues } from '../../src/cli/command.ts';
import { subjectOptions, subjectRequest } from '../../src/cli/subject-request.ts';

const nothing = Object.fromEntries(
  Object.entries(subjectOptions).map(([name, { fallback }]) => [name, fallback]),
) as OptionValues<typeof subjectOptions>;

it('a request has what the command line gave and nothing else, so that it can be told what was left out', () => {
  expect(subjectRequest('normal', nothing)).toEqual({ family: 'normal', parameters: {} });
  expect(subjectRequest(undefined, { ...nothing, metric: 'm.json' })).toEqual({
    metricFile: 'm.json',
    parameters: {},
  });
});

it('spins stand on a ring without fields unless told otherwise, and couplings need spins', () => {
  expect(subjectRequest('gibbs', { ...nothing, spins: 3 }).spins).toEqual({
    spins: 3,
    couplings: 'ring',
    fields: 'none',
  });
  expect(() => subjectRequest('gibbs', { ...nothing, fields: 'each' })).toThrow('give its size with --spins');
});
