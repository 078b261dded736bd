import { describe, expect, it } from 'vitest';
import { by, declare, equation, explainFault, start, statement, term, theoremOf } from '../../src/derivation/index.ts';
import { decideGeneral, proofOutcome } from '../../src/derivation/statement.ts';
import { verdictKinds } from '../../src/derivation/verdict.ts';
import { i, p, regular, score, x, x2 } from './setting.ts';

const { log, multiply, sum } = term;
const common = { title: 'a test', given: regular, expected: 'proved' } as const;

const total = statement({
  ...common,
  label: 'total',
  claim: equation(sum(x, p(x)), 1),
  proof: () => start(sum(x, p(x))).equals(1, by.normalisation(p)),
});
const wrong = statement({
  ...common,
  label: 'wrong',
  claim: equation(sum(x, multiply(p(x), p(x))), 1),
  proof: () => start(sum(x, multiply(p(x), p(x)))).equals(1, by.normalisation(p)),
});
const unfinished = statement({
  ...common,
  label: 'unfinished',
  claim: equation(sum(x, multiply(2, p(x))), 2),
  proof: () => start(sum(x, multiply(2, p(x)))).equals(2, by.normalisation(p)),
});
const unproved = statement({
  ...common,
  label: 'unproved',
  claim: equation(sum(x, multiply(p(x), score(i, p(x)))), 0),
});

describe('the verdict on a statement', () => {
  it('is proved by a proof, refuted by a witness, supported by models, undecided otherwise', () => {
    expect([total, wrong, unproved, unfinished].map((each) => decideGeneral(each).kind)).toEqual([
      'proved',
      'refuted',
      'supported',
      'undecided',
    ]);
    expect(verdictKinds).toHaveLength(4);
  });

  it('is never "proved" by models, however many agree', () => {
    expect(decideGeneral(unproved, { models: 500 })).toMatchObject({ kind: 'supported', cases: 500, worstError: 0 });
  });

  it('points to the first step that does not follow', () => {
    const verdict = decideGeneral(unfinished);
    expect(verdict).toMatchObject({ kind: 'undecided', fault: { step: 1 } });
    expect(verdict.kind === 'undecided' && verdict.reason).toMatch('Left: Σ_{x∈X} 2 p(x) Right: 2');
    expect(explainFault({ part: 'base', step: 0, left: null, right: null, reason: 'why' })).toBe(
      'base of the induction, before the first step: why.',
    );
  });

  it('is undecided where it rests on what is not proved, or where nothing is known', () => {
    const resting = statement({
      ...common,
      label: 'resting',
      claim: equation(sum(x2, multiply(2, p(x2))), 2),
      proof: () => start(sum(x2, multiply(2, p(x2)))).equals(2, by.theorem(theoremOf(unfinished))),
    });
    const verdict = decideGeneral(resting);
    expect(verdict.kind === 'undecided' && verdict.reason).toMatch('nothing can rest on unfinished');
    expect(() => theoremOf(unproved)).toThrow('it has no proof');
    const meaningless = statement({ ...common, given: [], label: 'm', claim: equation(log(-1), 0) });
    expect(decideGeneral(meaningless).kind).toBe('undecided');
  });

  it('is undecided where the proof does not run, or where two functions share a name', () => {
    const proof = (): never => {
      throw new TypeError('a slip');
    };
    const slip = statement({ ...common, label: 'slip', claim: equation(sum(x, p(x)), 1), proof });
    expect(decideGeneral(slip)).toMatchObject({ kind: 'undecided', reason: 'the proof of slip does not run: a slip' });
    const other = declare.function('p', declare.space('Z'));
    const homonyms = equation(
      sum(x, p(x)),
      sum(declare.point('z', declare.space('Z')), other(declare.point('z', declare.space('Z')))),
    );
    expect(decideGeneral(statement({ ...common, label: 'h', claim: homonyms }))).toMatchObject({ kind: 'undecided' });
  });

  it('gives one theorem for one statement', () => {
    expect(theoremOf(total)).toBe(theoremOf(total));
    expect(proofOutcome(total)).toBe(proofOutcome(total));
    expect(proofOutcome(unproved)).toBeNull();
  });
});

describe('a statement', () => {
  it('is complete', () => {
    const ill = equation(sum(x, sum(x, p(x))), 1);
    expect(() => statement({ ...common, label: 'l', claim: ill })).toThrow('bound twice');
    expect(() => statement({ ...common, label: '', claim: equation(1, 1) })).toThrow('needs a label');
    const expected = 'true' as 'proved';
    expect(() => statement({ ...common, expected, label: 'l', claim: equation(1, 1) })).toThrow('proved, supported');
  });
});
