import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { checkSampleSpaceSize, largestSampleSpace } from '../../src/families/sample-space.ts';

it('a sample space up to the limit is listed, a larger one refused with its size, the limit and a remedy', () => {
  expect(() => checkSampleSpaceSize('the lattice', largestSampleSpace)).not.toThrow();
  expect(() => checkSampleSpaceSize('the lattice', largestSampleSpace + 1, 'take less')).toThrow(InputError);
  expect(() => checkSampleSpaceSize('the lattice', 2 ** 20, 'take less')).toThrow(
    'the lattice has 1048576 states, which exceeds the limit of 65536 that are enumerated: take less',
  );
});
