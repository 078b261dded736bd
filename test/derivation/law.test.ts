import { expect, it } from 'vitest';
import { by } from '../../src/derivation/index.ts';
import { laws } from '../../src/derivation/law.ts';

it('every law can be cited by its name, and is cited by no other', () => {
  const cited = Object.entries(by).flatMap(([name, reason]) =>
    typeof reason === 'object' && reason.kind === 'law' ? [[name, reason.law]] : [],
  );
  expect(cited).toEqual(laws.map((law) => [law, law]));
});
