import { expect, it } from 'vitest';
import { atLine, linesOf, unreadable, withoutClaim } from '../../src/derivation/derivation-lines.ts';
import { InputError } from '../../src/errors.ts';

it('the lines that say something keep their numbers, whatever ends a line', () => {
  expect(linesOf('\uFEFFa # x\r\n\n  # y\r b ').map(({ number, content }) => [number, content])).toEqual([
    [1, 'a'],
    [4, 'b'],
  ]);
});

it('bytes that are no text are refused with their place, and do not reach the terminal', () => {
  for (const wrong of ['a\u001b[2J', 'a\uFFFD', 'a\u0000', 'a\u202E', 'a\u2028']) {
    expect(() => linesOf(`first\n${wrong}`)).toThrow(/^line 2, column 2: U\+[0-9A-F]{4} is no character of a text/);
  }
});

it('an error names its line once', () => {
  const fail = (message: string) => () => {
    throw new InputError(message);
  };
  expect(() => atLine(3, fail('x'))).toThrow(/^line 3: x$/);
  expect(() => atLine(3, fail('line 2: x'))).toThrow(/^line 2: x$/);
});

it('a line that cannot be read is answered by how it is meant', () => {
  expect(unreadable('nmaes: a real').message).toContain('did you mean "names:"?');
  expect(unreadable('let s: 1').message).toMatch(/expected let NAME = expression$/);
  expect(unreadable('%'.repeat(500)).message.split('\n')[0].length).toBeLessThan(150);
  expect(withoutClaim('f').message).toMatch(/^f makes no claim: expected one of/);
});
