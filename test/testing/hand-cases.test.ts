import { handCases } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { meanings } from '../../src/engine/reference/rules.ts';

it('there is a hand case for every primitive', () => {
  expect(Object.keys(handCases).sort()).toEqual(Object.keys(meanings).sort());
  for (const [primitive, cases] of Object.entries(handCases)) expect(cases.length, primitive).toBeGreaterThan(0);
});
