import { describe, expect, it } from 'vitest';
import { declare, next } from '../../src/derivation/index.ts';
import { checkInputs, lastOf, scopeOf } from '../../src/derivation/signature-scope.ts';
import { joint, loss, N, n, W, X, x } from './setting.ts';

describe('the names in a signature', () => {
  it('denote naturals and points, whose spaces depend on naturals before them only', () => {
    expect([...scopeOf(W.symbol.parameters).keys()]).toEqual(['l', 'i', 'j']);
    expect(() => scopeOf([...W.symbol.parameters].reverse())).toThrow('no parameter before it');
    expect(() =>
      scopeOf([
        { sort: 'point', name: 'n', space: X },
        { sort: 'point', name: 'z', space: N(n) },
      ]),
    ).toThrow('depends on n');
  });

  it('include the last observation in a recursion over samples', () => {
    const { definition } = joint;
    expect(definition.kind === 'recursive' && lastOf(definition)).toMatchObject([
      { name: 'x', space: { name: 'F', index: next(declare.natural('n')) } },
    ]);
  });

  it('number finitely many real arguments by spaces that depend on parameters', () => {
    expect(() => checkInputs(loss.symbol)).not.toThrow();
    expect(() => checkInputs(declare.realFunction('G', [declare.measureSpace('M')]).symbol)).toThrow('infinitely many');
    expect(() => checkInputs(declare.realFunction('G', [N(n)]).symbol)).toThrow('no parameter');
    expect(() => checkInputs(declare.realFunction('G', [N(n)], [n, x]).symbol)).not.toThrow();
  });
});
