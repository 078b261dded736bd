import { describe, expect, it } from 'vitest';
import { substituteInDefinition } from '../../src/derivation/definition-substitution.ts';
import { isSameTerm, keyOfFunction } from '../../src/derivation/identity.ts';
import { declare, term } from '../../src/derivation/index.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { bodiesOf, parametersOf } from '../../src/derivation/term.ts';
import { f, h, joint, N, n, p, q, W, X, x, x2, Y, y } from './setting.ts';

const { add, multiply } = term;
const changed = (definition: typeof joint.definition, given: Parameters<typeof substitute>[1]) =>
  substituteInDefinition(definition, given, substitute);

describe('substitution in definitions', () => {
  it('leaves them alone where no function or space changes, whatever the names of their variables', () => {
    const points = new Map([['x', x2]]);
    expect(changed(declare.definition('d', [x], p(x)).definition, { points })).toEqual(
      declare.definition('d', [x], p(x)).definition,
    );
  });

  it('replaces functions and spaces in bodies and parameters', () => {
    const functions = new Map([
      [keyOfFunction(p.symbol), { parameters: q.symbol.parameters, body: multiply(3, q(y)) }],
    ]);
    const own = declare.definition('d', [x], add(p(x), 1)).definition;
    const parameters = [{ sort: 'point', name: 'y', space: Y }] as const;
    const tripled = changed(own, {
      functions: new Map([[keyOfFunction(p.symbol), { ...functions.get(keyOfFunction(p.symbol))!, parameters }]]),
      spaces: new Map([['X', Y]]),
    });
    expect(parametersOf(tripled)).toMatchObject([{ space: Y }]);
    const at = declare.point('x', Y);
    expect(isSameTerm(bodiesOf(tripled)[0], add(multiply(3, q(at)), 1))).toBe(true);
  });

  it('replaces functions in recursions and sequences, but not the families that they live on', () => {
    const one = term.fraction(1, 1);
    const flat = changed(joint.definition, {
      functions: new Map([[keyOfFunction(f.symbol), { parameters: f.symbol.parameters, body: one }]]),
    });
    expect(bodiesOf(flat)[1]).toMatchObject({ factors: [{ kind: 'recurrence' }, { kind: 'rational' }] });
    const still = changed(h.definition, {
      functions: new Map([[keyOfFunction(W.symbol), { parameters: W.symbol.parameters, body: one }]]),
    });
    expect(bodiesOf(still)[1]).toMatchObject({ of: { factors: [{ kind: 'rational' }, { kind: 'recurrence' }] } });
    expect(() => changed(joint.definition, { spaces: new Map([['F', X]]) })).toThrow('family');
    expect(() => changed(h.definition, { spaces: new Map([['N', X]]) })).toThrow('family');
  });

  it('refuses to make a definition depend on what is not its parameter, also by an equal name', () => {
    const functions = new Map([[keyOfFunction(p.symbol), { parameters: p.symbol.parameters, body: q(y) }]]);
    for (const own of [x2, x]) {
      expect(() => changed(declare.definition('d', [own], p(own)).definition, { functions })).toThrow(
        'unfold it first',
      );
    }
    const spaces = new Map([['X', N(n)]]);
    expect(() => changed(declare.definition('d', [n], term.sum(x, p(x))).definition, { spaces })).toThrow('depend');
    // y is a parameter of this one, but not the y that comes in.
    expect(() => changed(declare.definition('d', [y], term.sum(x, p(x))).definition, { functions })).toThrow(
      'depend on y',
    );
  });
});
