import { expect, it } from 'vitest';
import { interrupted, saveAtInterruption } from '../../src/cli/interruption.ts';

it('an interruption saves all that is registered, says where, and what could not be saved', () => {
  const before = interrupted();
  const takenBack = saveAtInterruption(() => 'never');
  takenBack();
  const forget = [
    saveAtInterruption(() => 'kept in a'),
    saveAtInterruption(() => undefined),
    saveAtInterruption(() => {
      throw new Error('disk full');
    }),
  ];
  expect(interrupted()).toEqual([...before, 'kept in a', 'disk full']);
  for (const one of forget) one();
  expect(interrupted()).toEqual(before);
});
