import { describe, expect, it } from 'vitest';
import {
  assume,
  by,
  calculation,
  decide,
  equation,
  experiment,
  isProofDocument,
  openQuestion,
  type ProofDocument,
  proofDocument,
  type Statement,
  start,
  statement,
  term,
} from '../../src/derivation/index.ts';
import { p, x } from './setting.ts';

const general = statement({
  label: 'general',
  title: 'total probability',
  given: [assume.normalised(p)],
  claim: equation(term.sum(x, p(x)), 1),
  expected: 'proved',
  proof: () => start(term.sum(x, p(x))).equals(1, by.normalisation(p)),
});
const exact = calculation({
  label: 'exact',
  title: 'a square',
  symbols: { a: 'real' },
  claim: '(a + 1)^2 = a^2 + 2*a + 1',
  expected: 'proved',
});
const numeric = experiment({
  label: 'numeric',
  title: 'Pythagoras',
  claim: 'sin^2 + cos^2 = 1',
  expected: 'supported',
  draw: (seed) => ({ t: seed / 7 }),
  evaluate: ({ t }) => ({ left: Math.sin(t) ** 2 + Math.cos(t) ** 2, right: 1 }),
});
const open = openQuestion({
  label: 'open',
  title: 'beauty',
  claim: 'the metric is beautiful',
  reason: 'a matter of taste',
});

describe('a document', () => {
  it('has statements of all kinds, each decided by its own means', async () => {
    const document: ProofDocument = proofDocument({
      name: 'd',
      source: 's',
      statements: [general, exact, numeric, open],
    });
    expect(isProofDocument(document)).toBe(true);
    expect(isProofDocument({ ...document })).toBe(false);
    const kinds: string[] = [];
    for (const entry of document.statements) kinds.push((await decide(entry)).kind);
    expect(kinds).toEqual(['proved', 'proved', 'supported', 'undecided']);
  });

  it('refuses statements that share a label, and what this package did not make', () => {
    const parts = { name: 'd', source: 's' };
    expect(() => proofDocument({ ...parts, statements: [general, general] })).toThrow('labelled general');
    for (const entry of [general, exact, numeric, open]) {
      expect(() => proofDocument({ ...parts, statements: [{ ...entry } as Statement] })).toThrow('entry 1');
    }
  });
});
