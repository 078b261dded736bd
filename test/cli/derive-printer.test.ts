import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { jsonPrinter, linePrinter } from '../../src/cli/derive-printer.ts';
import type { DeriveEvent } from '../../src/cli/derive-request.ts';
import { noBudget, type Outcome } from '../../src/cli/derive-run.ts';

const events: readonly DeriveEvent[] = [
  { kind: 'family', name: 'f', coordinates: ['a'], shown: 'title\n' },
  { kind: 'closed-form', quantity: 'scalar', text: '-1', shown: 'R = -1\n' },
];
const outcome: Outcome = {
  missing: ['ricci'],
  reason: 'too slow',
  refused: {
    weyl: { message: 'two dimensions', failure: 'domain' },
    einstein: { message: 'two dimensions', failure: 'domain' },
  },
  code: 3,
};

function printed(format: 'text' | 'latex' | 'json', given: readonly DeriveEvent[], end: Outcome) {
  const [out, err]: [string[], string[]] = [[], []];
  const context = { format, write: (t: string) => out.push(t), note: (t: string) => err.push(t) } as unknown as Context;
  const printer = format === 'json' ? jsonPrinter(context) : linePrinter(context);
  for (const event of given) printer.event(event);
  printer.end(end);
  return { out: out.join(''), err: err.join('') };
}

describe('as lines', () => {
  it('the heading comes once, with the first result; one reason is told once for all that it concerns', () => {
    expect(printed('text', events, outcome)).toEqual({
      out: 'title\nR = -1\nricci: too slow\n',
      err: 'fisher-rao: weyl, einstein: two dimensions\n',
    });
  });

  it('what is missing is a comment in TeX, and no time given is said once', () => {
    expect(printed('latex', [], outcome).out).toBe('% ricci: too slow\n');
    expect(printed('text', [], { ...outcome, missing: ['ricci', 'scalar'], reason: noBudget }).out).toBe(
      'none: --budget 0\n',
    );
  });
});

it('as JSON, one object at the end: null with a reason for what is missing or refused', () => {
  const { out, err } = printed('json', events, outcome);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({
    family: 'f',
    coordinates: ['a'],
    scalar: '-1',
    ricci: null,
    reason: 'too slow',
    refused: { weyl: 'two dimensions', einstein: 'two dimensions' },
  });
});
