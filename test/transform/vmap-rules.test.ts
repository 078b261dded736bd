import { expect, test } from 'vitest';
import { typeRules } from '../../src/program/index.ts';
import { vmapRules } from '../../src/transform/vmap-rules.ts';

// That each rule is the loop over the batch: test/transform/vmap.test.ts, over generated programs with every primitive.

test('every primitive that has a typing rule has a rule for batches', () => {
  expect(Object.keys(vmapRules).sort()).toEqual(Object.keys(typeRules).sort());
});
