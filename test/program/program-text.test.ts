import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { ProgramText } from '../../src/program/program-text.ts';

test('parts are read in order, what stands between them is skipped', () => {
  const text = new ProgramText('  a =\n "b\\"c" ');
  expect(text.take(/[a-z]/y, 'a letter')).toBe('a');
  text.expect('=');
  expect(text.at('"')).toBe(true);
  expect(text.string()).toBe('b"c');
  text.end();
});

test('a list ends at its end, without a comma before it', () => {
  const digit = (text: ProgramText) => () => Number(text.take(/\d/y, 'a digit'));
  const text = new ProgramText('1, 2 ,3]');
  expect(text.list(']', digit(text))).toEqual([1, 2, 3]);
  const empty = new ProgramText(']');
  expect(empty.list(']', digit(empty))).toEqual([]);
  const trailing = new ProgramText('1,]');
  expect(() => trailing.list(']', digit(trailing))).toThrow('column 3: expected a digit; found "]"');
});

test('errors count lines and columns from 1', () => {
  const text = new ProgramText('ab\n cd');
  text.expect('ab');
  expect(() => text.expect('x')).toThrow(InputError);
  expect(() => text.expect('x')).toThrow('line 2, column 2: expected "x"; found "cd"');
  expect(() => text.end()).toThrow('line 2, column 2: expected the end of the program; found "cd"');
  expect(() => new ProgramText('"a\\q"').string()).toThrow('escapes of JSON');
});
