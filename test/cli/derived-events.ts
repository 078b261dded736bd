import { expect } from 'vitest';
import { deriveEvents } from '../../src/cli/derive-job.ts';
import type { DeriveEvent, DeriveRequest } from '../../src/cli/derive-request.ts';
import { InputError } from '../../src/errors.ts';

/** What a derivation of this family reports; metric and scalar curvature as JSON unless told. */
export function events(family: string, rest: Partial<DeriveRequest> = {}): DeriveEvent[] {
  return [...deriveEvents({ family, parameters: {}, show: ['metric', 'scalar'], format: 'json', ...rest })];
}

/** The message with which it is refused as bad input. */
export function refusal(family: string, rest: Partial<DeriveRequest> = {}): string {
  try {
    events(family, rest);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}
