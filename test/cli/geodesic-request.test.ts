import { describe, expect, it } from 'vitest';
import type { OptionValues } from '../../src/cli/command.ts';
import { geodesicRequest } from '../../src/cli/geodesic-request.ts';
import { subjectOptions } from '../../src/cli/subject-request.ts';

const subject = Object.fromEntries(
  Object.entries(subjectOptions).map(([name, { fallback }]) => [name, fallback]),
) as OptionValues<typeof subjectOptions>;
const nothing = { ...subject, from: {}, to: {}, direction: {}, length: undefined, points: 11 };
const from = { mu: '0', sigma: '1' };

it('a geodesic ends at a point, or starts in a direction', () => {
  expect(geodesicRequest('normal', { ...nothing, from, to: from }).goal).toEqual({ kind: 'to', to: from });
  expect(geodesicRequest('normal', { ...nothing, from, direction: { mu: '1' } }).goal).toEqual({
    kind: 'direction',
    direction: { mu: '1' },
  });
});

describe('what does not fit together is refused:', () => {
  it.each([
    ['no start', { to: from }, 'expected --from'],
    ['no goal', { from }, 'give either --to or --direction'],
    ['two goals', { from, to: from, direction: { mu: '1' } }, 'give either --to or --direction'],
    ['a length to a point', { from, to: from, length: '2' }, '--length goes with --direction'],
  ])('%s', (_, given, message) => {
    expect(() => geodesicRequest('normal', { ...nothing, ...given })).toThrow(message);
  });
});
