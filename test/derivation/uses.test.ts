import { describe, expect, it } from 'vitest';
import { by, calculation, prove, start, statement, term, theoremOf } from '../../src/derivation/index.ts';
import { usesOf } from '../../src/derivation/uses.ts';
import { i, meanScore, p, regular, x } from './setting.ts';

const common = { title: '', given: regular, claim: meanScore, expected: 'proved' } as const;

const lemma = statement({
  ...common,
  label: 'lemma',
  proof: () =>
    start(meanScore.left)
      .equals(term.sum(x, term.derivative(i, p(x))), by.logarithmicDerivative)
      .equals(term.derivative(i, term.sum(x, p(x))), by.derivativeOfSum)
      .equals(term.derivative(i, 1), by.normalisation(p))
      .equals(0, by.differentiation),
});
const direct = statement({
  ...common,
  label: 'direct',
  proof: () => start(meanScore.left).equals(0, by.theorem(theoremOf(lemma))),
});
const twice = statement({
  ...common,
  label: 'twice',
  proof: () =>
    start(meanScore.left)
      .equals(term.add(meanScore.left, meanScore.left), by.theorem(theoremOf(direct)))
      .equals(0, by.theorem(theoremOf(lemma))),
});
const wrong = statement({
  ...common,
  label: 'wrong',
  proof: () => start(meanScore.left).equals(1, by.theorem(theoremOf(lemma))),
});

describe('what an argument uses', () => {
  it('are the labels of the statements whose theorems it applies, not what those use in turn', () => {
    expect([lemma, direct, twice].map(usesOf)).toEqual([[], ['lemma'], ['direct', 'lemma']]);
  });

  it('is nothing where the argument fails, rests on one that fails, or where there is none', () => {
    expect(usesOf(wrong)).toEqual([]);
    const proof = () => start(meanScore.left).equals(0, by.theorem(theoremOf(wrong)));
    expect(usesOf(statement({ ...common, label: 'rests on it', proof }))).toEqual([]);
    expect(usesOf(statement({ ...common, label: 'open' }))).toEqual([]);
    expect(usesOf(calculation({ label: 'c', title: '', claim: '1 = 1', expected: 'proved' }))).toEqual([]);
  });

  it('leaves out theorems that no statement made', () => {
    const proof = start(meanScore.left).equals(0, by.theorem(theoremOf(lemma)));
    const outcome = prove({ given: regular, claim: meanScore, proof });
    if (outcome.outcome === 'failed') throw new Error(outcome.fault.reason);
    const { theorem } = outcome;
    const of = statement({
      ...common,
      label: 'of',
      proof: () => start(meanScore.left).equals(0, by.theorem(theorem)),
    });
    expect(usesOf(of)).toEqual([]);
  });
});
