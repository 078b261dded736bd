import { describe, expect, it } from 'vitest';
import { declare, next, pairOf, type Term, term } from '../../src/derivation/index.ts';
import { checkDefinition, checkScopes } from '../../src/derivation/scope.ts';
import { f, family, i, joint, n, p, q, score, X, x, x2, y, α } from './setting.ts';

const { multiply, sum, sumUpTo } = term;

describe('scopes', () => {
  it('accept what is written with care', () => {
    const z = declare.point('z', family(α));
    checkScopes([sumUpTo(α, n, sum(z, multiply(f(α, z), score(i, f(α, z))))), sum(x, p(x)), sum(x, p(x))]);
    checkScopes([joint(next(n), pairOf(declare.point('v', family.first(n)), declare.point('z', family(next(n)))))]);
    checkScopes([multiply(p(x), q(y))], [{ sort: 'point', name: 'x', space: X }]);
  });

  it('reject a binder that reuses a name around it', () => {
    expect(() => checkScopes([sum(x, multiply(p(x), sum(x, p(x))))])).toThrow('bound twice');
  });

  it('reject a name that is free in one term and bound in another', () => {
    expect(() => checkScopes([p(x), sum(x, p(x))])).toThrow('free and bound');
  });

  it('reject a number that an inner binder would take away from a space', () => {
    const w = declare.point('w', family.first(n));
    const captured = sum(w, sumUpTo(n, 3, joint(n, w)));
    expect(() => checkScopes([captured])).toThrow('free and bound');
  });

  it('reject wrong numbers, sorts and spaces of arguments', () => {
    const call = (term_: Term, change: object): Term => ({ ...term_, ...change }) as Term;
    expect(() => checkScopes([call(p(x), { arguments: [] })])).toThrow('takes 1 arguments, got 0');
    expect(() => checkScopes([p(n)])).toThrow('must be a point');
    expect(() => checkScopes([p(pairOf(x, x2))])).toThrow('another sample space');
  });

  it('reject a signature whose space depends on what is no parameter before it', () => {
    const symbol = { name: 'g', parameters: [{ sort: 'point', name: 'x', space: family(n) }] } as const;
    const z = declare.point('z', family(n));
    const call: Term = { kind: 'apply', function: symbol, arguments: [{ sort: 'point', value: z }] };
    expect(() => checkScopes([call])).toThrow('depends on n');
  });

  it('reject definitions that are not closed', () => {
    expect(() => checkDefinition(declare.definition('d', [x], multiply(p(x), p(x2))).definition)).toThrow('x2');
    const open = declare.recursion('D', family, term.fraction(1, 1), (before) => multiply(before, p(x2)));
    expect(() => checkDefinition(open.definition)).toThrow('not its parameter');
    const twice = { ...joint.definition, last: 'v' };
    expect(() => checkDefinition(twice as typeof joint.definition)).toThrow('one name twice');
    checkDefinition(joint.definition);
  });
});
