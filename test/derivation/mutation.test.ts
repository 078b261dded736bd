import fc from 'fast-check';
import {
  calculation,
  type Derivation,
  equation,
  proofDocument,
  prove,
  proveCalculation,
  type Statement,
} from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { documents } from '../proofs/documents.ts';
import { type Acceptor, drawn, kernels, type Trial, trialsOf } from './mutation-run.ts';

/** How dear a statement is to evaluate: the longest have thousands of mutants, and `npm run mutants` draws from all. */
function extent(of: Statement): number {
  if (of.kind === 'statement') return JSON.stringify(of.claim).length / 5;
  if (of.kind !== 'calculation') return 0;
  const sums = of.subject.family === null || of.subject.family.sampleSpace.kind === 'finite' ? 0 : 300;
  return [...of.chain, ...of.definitions.map(([, text]) => ({ text }))].reduce(
    (sum, { text }) => sum + text.length,
    sums,
  );
}

/** The mutants of some proofs of each kind that the seed of the suite chooses. */
function sampled(count: number): readonly Trial[] {
  const all = documents.flatMap(({ statements }) => statements);
  const proved = all.filter((entry) => entry.expected === 'proved' && extent(entry) < 450);
  const some = (['statement', 'calculation'] as const).flatMap((kind) => {
    const own = proved.filter((entry) => entry.kind === kind);
    return fc.sample(fc.shuffledSubarray(own, { minLength: 12, maxLength: 12 }), 1)[0];
  });
  const trials = drawn([{ name: 'sample', statements: some }], 2, 1);
  const [order] = fc.sample(fc.shuffledSubarray([...trials], { minLength: Math.min(count, trials.length) }), 1);
  return order.slice(0, count);
}

/** What an acceptor lets through that is not seen to be true. */
function escapes(trials: readonly Trial[], acceptor: Acceptor): readonly string[] {
  return trials.flatMap(({ name, judge }) => {
    const judgement = judge(acceptor);
    return judgement.kind === 'escape' ? [`${name}: ${judgement.reason}`] : [];
  });
}

const trials = sampled(300);

describe('mutants of the shipped proofs, a sample', () => {
  it('are rejected, or shown to be true by another route', () => {
    expect(trials.length).toBeGreaterThan(150);
    expect(escapes(trials, kernels)).toEqual([]);
  });
});

/** A kernel that takes the last step of a chain on trust. */
const trusting: Acceptor = {
  general: (derivation) => {
    const { proof, given, claim } = derivation;
    if (proof.kind !== 'chain') return null;
    const steps = proof.steps.slice(0, -1);
    const ends = steps.length === 0 ? proof.from : steps[steps.length - 1].to;
    const shorter: Derivation = { given, claim: equation(proof.from, ends), proof: { ...proof, steps } };
    return prove(shorter).outcome === 'proved' ? { claim, assumptions: given } : null;
  },
  calculation: (derivation) => {
    const chain = derivation.chain.slice(0, -1);
    return chain.length < 2 || proveCalculation({ ...derivation, chain }).outcome === 'proved';
  },
};

/** A kernel that takes names for positive where they are only real. */
const optimistic: Acceptor = {
  general: kernels.general,
  calculation: (derivation) => {
    const { subject } = derivation;
    const symbols = subject.symbols.map((one) =>
      one.domain === 'real' ? { ...one, domain: 'positive' as const } : one,
    );
    return kernels.calculation({ ...derivation, subject: { ...subject, symbols } });
  },
};

/** A kernel that takes everything. */
const gullible: Acceptor = {
  general: ({ claim, given }) => ({ claim, assumptions: given }),
  calculation: () => true,
};

describe('an unsound kernel is found out:', () => {
  const roots = proofDocument({
    name: 'roots',
    source: '',
    statements: [
      calculation({
        label: 'root',
        title: '',
        symbols: { a: 'positive', b: 'real' },
        claim: 'sqrt(a^2)*b^2 = a*b^2 = b^2*a',
        expected: 'proved',
      }),
      calculation({
        label: 'bound',
        title: '',
        symbols: { a: 'positive', b: 'unit' },
        claim: 'a*b <= a',
        difference: 'a*(1 - b)',
        expected: 'proved',
      }),
    ],
  });

  it('one that accepts everything, at most places', () => {
    const few = trials.filter((_, place) => place % 8 === 0);
    expect(escapes(few, gullible).length).toBeGreaterThan(few.length / 3);
  });

  it('one that trusts the last step', () => {
    const general = trials.filter(({ name }) => !name.includes('side'));
    expect(escapes([...trialsOf([roots]), ...general.slice(0, 12)], trusting).length).toBeGreaterThan(1);
  });

  it('one that takes a positive name for granted', () => {
    const found = escapes(trialsOf([roots]), optimistic);
    expect(found.filter((text) => text.includes('a real instead of positive')).length).toBeGreaterThan(0);
    expect(escapes(trialsOf([roots]), kernels)).toEqual([]);
  });
});
