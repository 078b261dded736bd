import { expect, it } from 'vitest';
import * as errors from '../src/errors.ts';

it('every error is a FisherRaoError with a kind of its own name and keeps its message', () => {
  const { FisherRaoError, ...concrete } = errors;
  for (const [name, Kind] of Object.entries(concrete)) {
    const error = new Kind('what was expected');
    expect(error).toBeInstanceOf(FisherRaoError);
    expect(error).toMatchObject({ name, message: 'what was expected' });
    expect(error.kind).toBe(name.replace('Error', '').toLowerCase());
  }
});
