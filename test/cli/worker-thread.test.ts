import { expect, it } from 'vitest';
import { rebuiltFailure, sentFailure } from '../../src/cli/worker-thread.ts';
import * as errors from '../../src/errors.ts';

it('an error comes out of a thread with its class and its message', () => {
  for (const known of [errors.DomainError, errors.InputError, errors.UnsupportedError, errors.ShapeError]) {
    const again = rebuiltFailure(JSON.parse(JSON.stringify(sentFailure(new known('why')))));
    expect(again).toBeInstanceOf(known);
    expect(again.message).toBe('why');
  }
  const bug = rebuiltFailure(sentFailure('thrown text'));
  expect(bug).not.toBeInstanceOf(errors.FisherRaoError);
  expect(bug.message).toBe('thrown text');
});
