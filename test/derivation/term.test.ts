import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parametersOf, partsOf, variableArgument, withParts } from '../../src/derivation/term.ts';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { f, joint, n } from './setting.ts';

describe('a term', () => {
  it('is rebuilt from its parts', () => {
    fc.assert(
      fc.property(arbitraryTerm(), (term) => {
        expect(withParts(term, partsOf(term))).toEqual(term);
      }),
    );
  });

  it('of a recursion has the parameters n and a point of X^n', () => {
    const [count, point] = parametersOf(joint.definition);
    expect(count).toEqual({ sort: 'natural', name: 'n' });
    expect(point).toMatchObject({ sort: 'point', space: { kind: 'power', name: 'F', length: n } });
  });

  it('has variables that are arguments of their own sort', () => {
    expect(f.symbol.parameters.map(variableArgument).map(({ sort }) => sort)).toEqual(['natural', 'point']);
  });
});
