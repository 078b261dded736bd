import { expect, it } from 'vitest';
import { NotationError } from '../../src/errors.ts';
import { define, tensor } from '../../src/notation/index.ts';

const ricciLike = { name: 'ricci', symbol: 'R', formula: tensor('riemann', '^k_lkj') };

it('a definition keeps the order of the indices on its left side', () => {
  expect(define({ ...ricciLike, places: '_jl' }).indices.map(({ name }) => name)).toEqual(['j', 'l']);
  expect(define({ ...ricciLike, places: '_lj' }).symmetries).toEqual([]);
});

it.each(['_l', '^l_j', '_ljk', '_lm'])(
  'a definition with the left side %s has other indices than its right side',
  (places) => {
    expect(() => define({ ...ricciLike, places })).toThrow(NotationError);
    expect(() => define({ ...ricciLike, places })).toThrow(
      /^ricci: the left side has indices .*, the right side down j, down l$/,
    );
  },
);
