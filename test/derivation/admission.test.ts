import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admitClaim,
  admitDefinition,
  admitFunction,
  admitNatural,
  admitParameters,
  admitPoint,
  admitSpace,
  admitTerm,
  identifier,
  list,
  record,
} from '../../src/derivation/admission.ts';
import { declare } from '../../src/derivation/index.ts';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { f, joint, p, x } from './setting.ts';

describe('admission', () => {
  it('copies a term, and shares nothing with it', () => {
    fc.assert(
      fc.property(arbitraryTerm(), (term) => {
        const source = structuredClone(term);
        const copy = admitTerm(source);
        expect(copy).toEqual(term);
        expect(copy).not.toBe(source);
        expect(Object.isFrozen(copy)).toBe(true);
      }),
    );
  });

  it('reads each property once', () => {
    let reads = 0;
    const sly = {
      kind: 'rational',
      denominator: 1,
      get numerator() {
        return ++reads;
      },
    };
    expect(admitTerm(sly)).toMatchObject({ numerator: 1 });
    expect(reads).toBe(1);
  });

  it('rejects what is not a term, saying what came', () => {
    const cyclic: { kind: string; of?: unknown } = { kind: 'log' };
    cyclic.of = cyclic;
    const bad: readonly [unknown, RegExp][] = [
      [3, /expected a term, got number/],
      [null, /got null/],
      [{ kind: 'integral' }, /"integral"/],
      [{ kind: 'add', terms: 3 }, /expected a list/],
      [{ kind: 'rational', numerator: 2, denominator: 4 }, /lowest terms/],
      [{ kind: 'rational', numerator: 1, denominator: 0 }, /lowest terms/],
      [{ kind: 'rational', numerator: 0.5, denominator: 1 }, /exact integer/],
      [{ kind: 'derivative', along: { ...x, name: '?i' }, of: p(x) }, /expected a name/],
      [{ kind: 'derivative', along: 'i', of: p(x) }, /expected a point/],
      [{ kind: 'sum', over: { kind: 'empty' }, of: p(x) }, /binds a point variable/],
      [cyclic, /cyclic/],
    ];
    for (const [value, reason] of bad) expect(() => admitTerm(value)).toThrow(reason);
  });

  it('lets no user take the names that the kernel keeps to itself', () => {
    for (const name of ['#0', '?x', '!x', 'x~0', '', '1', 'a b', 3])
      expect(() => identifier(name)).toThrow('expected a name');
    for (const name of ['x', "x'", 'p_1', 'θ', 'α2']) expect(identifier(name)).toBe(name);
  });

  it('checks naturals, points, spaces, functions and definitions', () => {
    expect(() => admitNatural({ variables: ['n'], offset: -1 })).toThrow('whole number');
    expect(() => admitNatural({ variables: ['n'], offset: 1e6 })).toThrow('0 to 1000');
    expect(() => admitPoint({ kind: 'line' })).toThrow('expected a point');
    expect(() => admitSpace({ kind: 'sphere' })).toThrow('expected a sample space');
    expect(() => admitFunction({ name: 'g', parameters: [{ sort: 'direction', name: 'i' }] })).toThrow(
      'of sort natural or point',
    );
    expect(admitNatural({ variables: ['n', 'l', 'n'], offset: 1 })).toEqual({ variables: ['l', 'n', 'n'], offset: 1 });
    expect(() => admitNatural({ variable: 'n', offset: 1 })).toThrow('names of natural variables');
    expect(() =>
      admitParameters([
        { sort: 'point', name: 'x', space: x.space },
        { sort: 'natural', name: 'x' },
      ]),
    ).toThrow('one name');
    expect(admitDefinition(joint.definition)).toEqual(joint.definition);
    expect(admitFunction(f.symbol)).toEqual(f.symbol);
    expect(admitClaim({ left: p(x), right: p(x) })).toEqual({ left: p(x), right: p(x) });
    expect(admitPoint(declare.point('z', x.space))).toEqual(declare.point('z', x.space));
    expect(() => list('x', 'names')).toThrow('a list of names');
    expect(() => record(undefined, 'a claim')).toThrow('expected a claim');
  });
});
