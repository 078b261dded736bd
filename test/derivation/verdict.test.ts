import { expect, it } from 'vitest';
import { verdictKinds } from '../../src/derivation/verdict.ts';

it('there are four verdicts', () => {
  expect(verdictKinds).toEqual(['proved', 'supported', 'refuted', 'undecided']);
});
