import { expect, it } from 'vitest';
import { assume, declare, equation, term } from '../../src/derivation/index.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import { family, i, joint, n, p, q, score, x, y } from './setting.ts';

it('an inventory names what a model must speak of: in the claim, in definitions and in assumptions', () => {
  const w = declare.point('w', family.first(n));
  const claim = equation(term.sum(w, joint(n, w)), score(i, p(x)));
  const { spaces, functions, directions, naturals, points } = inventoryOf(claim, [
    assume.normalised(q),
    assume.positive(p),
  ]);
  expect(new Set(spaces)).toEqual(new Set(['F', 'X', 'Y']));
  expect(new Set(functions.map(({ name }) => name))).toEqual(new Set(['f', 'p', 'q']));
  expect([directions, naturals, points]).toEqual([['i'], ['n'], ['x']]);
  expect(inventoryOf(equation(term.sum(y, q(y)), 1), []).points).toEqual([]);
});
