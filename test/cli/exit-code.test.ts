import { expect, it } from 'vitest';
import { exitCodeOf, exitCodes, failureKind } from '../../src/cli/exit-code.ts';
import { DomainError, InputError, UnsupportedError } from '../../src/errors.ts';

it('gives the documented numbers', () => {
  expect(exitCodes).toEqual({ done: 0, unexpected: 1, input: 2, domain: 3, unsupported: 4, bug: 70, interrupted: 130 });
});

it('takes the kind from our own errors and calls everything else a bug, whatever it claims of itself', () => {
  expect(failureKind(new InputError(''))).toBe('input');
  expect(failureKind(new UnsupportedError(''))).toBe('unsupported');
  expect(failureKind({ kind: 'input' })).toBe('bug');
  expect(failureKind(undefined)).toBe('bug');
});

it('gives mathematics and bad input different codes', () => {
  expect(exitCodeOf(failureKind(new DomainError('')))).toBe(3);
  expect(exitCodeOf('interrupted')).toBe(130);
});
