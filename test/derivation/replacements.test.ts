import { describe, expect, it } from 'vitest';
import { freeVariables } from '../../src/derivation/free-variables.ts';
import { declare } from '../../src/derivation/index.ts';
import { matchParameters, renaming } from '../../src/derivation/replacements.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { family, joint, n, p, x2 } from './setting.ts';

describe('what to put for what', () => {
  it('is new names for all free variables at once, those in spaces too, but for a fixed one', () => {
    const w = declare.point('w', family.first(n));
    const of = joint(n, w);
    expect(freeVariables(substitute(of, renaming([of], '!')))).toEqual(new Set(['!n', '!w']));
    expect(freeVariables(substitute(of, renaming([of], '!', 'n')))).toEqual(new Set(['n', '!w']));
  });

  it('is arguments for parameters', () => {
    const { points, naturals } = matchParameters(p.symbol.parameters, [{ sort: 'point', value: x2 }]);
    expect([points?.get('x'), naturals?.size]).toEqual([x2, 0]);
    const two = matchParameters([{ sort: 'natural', name: 'm' }], [{ sort: 'natural', value: n }]);
    expect([two.naturals?.get('m'), two.points?.size]).toEqual([n, 0]);
  });
});
