import { expect, it } from 'vitest';
import { orRefused, refusal } from '../../src/cli/derive-refusal.ts';
import { DomainError, InputError, UnsupportedError } from '../../src/errors.ts';

it('says that there is no such quantity; any other failure passes', () => {
  expect(orRefused(() => 3)).toBe(3);
  for (const error of [new DomainError('none here'), new UnsupportedError('none at all')]) {
    const caught = orRefused(() => {
      throw error;
    });
    expect(caught).toBe(error);
    expect(refusal(error)).toEqual({ message: error.message, failure: error.kind });
  }
  const wrong = (): never => {
    throw new InputError('not a point');
  };
  expect(() => orRefused(wrong)).toThrow(InputError);
});
