import { InputError } from '../errors.ts';

/** The most states that a finite sample space may list. */
export const largestSampleSpace = 65536;

/** Throws {@link InputError} with the size and the limit where a sample space is too large to enumerate. */
export function checkSampleSpaceSize(owner: string, size: number, remedy = 'take a smaller system'): void {
  if (size <= largestSampleSpace) return;
  throw new InputError(
    `${owner} has ${size} states, which exceeds the limit of ${largestSampleSpace} that are enumerated: ${remedy}`,
  );
}
