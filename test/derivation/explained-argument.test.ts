import { describe, expect, it } from 'vitest';
import { definitionsUsed } from '../../src/derivation/explained-argument.ts';
import {
  by,
  calculation,
  declare,
  equation,
  explainArgument,
  openQuestion,
  start,
  statement,
  term,
} from '../../src/derivation/index.ts';

const common = { label: 'l', title: 't', expected: 'proved' } as const;

describe('an explained argument', () => {
  it('of a calculation has those of its definitions that matter, and the relation that is claimed', () => {
    const definitions = { a: 'x + 1', b: '2*a', c: 'x' };
    const made = calculation({ ...common, symbols: { x: 'positive' }, definitions, claim: '0 <= b', difference: 'b' });
    expect(definitionsUsed(made).map(([name]) => name)).toEqual(['a', 'b']);
    const { claim, chains } = explainArgument(made);
    expect(claim).toEqual({ text: '0 <= b', tex: '0 \\le b' });
    expect(chains).toHaveLength(1);
  });

  it('of a proof has the definitions in its steps and what the theorem rests on', () => {
    const X = declare.space('X');
    const x = declare.point('x', X);
    const f = declare.function('f', X);
    const twice = declare.definition('twice', [x], term.multiply(2, f(x)));
    const made = statement({
      ...common,
      claim: equation(term.add(f(x), f(x)), term.multiply(2, f(x))),
      proof: () =>
        start(term.add(f(x), f(x)))
          .equals(twice(x), by.definition(twice))
          .equals(term.multiply(2, f(x)), by.definition(twice)),
    });
    const { definitions, assumptions } = explainArgument(made);
    expect(definitions).toEqual([{ text: 'twice(x) := 2 f(x)', tex: '\\mathrm{twice}(x) := 2\\, f(x)' }]);
    expect(assumptions).toEqual([]);
  });

  it('of an open question is empty', () => {
    expect(explainArgument(openQuestion({ label: 'l', title: 't', claim: 'c', reason: 'r' }))).toEqual({
      claim: null,
      assumptions: [],
      chains: [],
      definitions: [],
    });
  });
});
