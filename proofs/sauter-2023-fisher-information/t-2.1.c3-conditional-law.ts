import {
  assume,
  by,
  type CallableDefinition,
  declare,
  equation,
  experiment,
  induction,
  type Natural,
  next,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { evenly } from '../numbers.ts';
import { bits, probability, sum } from './coins-and-boards.ts';
import {
  C,
  f,
  has,
  head,
  heads,
  n,
  P,
  power,
  probabilityOf,
  tail,
  tails,
  toss,
  tosses,
  y,
  θ,
  κ,
} from './number-of-heads.ts';
import { lawOfTheNumberOfHeads } from './t-2.1.c1-number-of-heads.ts';

const { add, cases, divide, fraction, multiply } = term;

export const conditionalLaw = experiment({
  label: 'T-2.1.C3',
  title: 'given y heads every record has the probability 1/C(n, y) (as printed)',
  claim: 'p(x | y, theta) = 1/C(n, y) for every record x',
  expected: 'refuted',
  instances: [{ n: 2, y: 1, theta: 0.3 }],
  evaluate: ({ n, y, theta }) => {
    const all = bits(n);
    const total = sum(all.filter((x) => sum(x) === y).map((x) => probability(x, theta)));
    const count = all.filter((x) => sum(x) === y).length;
    return {
      left: all.map((x) => (sum(x) === y ? probability(x, theta) / total : 0)),
      right: all.map(() => 1 / count),
    };
  },
});

/** One record of so many tosses. */
const one = (length: Natural | number): PointVariable => declare.point('r', tosses.first(length));

/** The density of a toss at heads and at tails. */
const atHeads = assume.equation(
  'the density is ϑ at heads',
  multiply(f(n, toss(n)), head(n, toss(n))),
  multiply(θ, head(n, toss(n))),
);
const atTails = assume.equation(
  'and κ at tails',
  multiply(f(n, toss(n)), tail(n, toss(n))),
  multiply(κ(), tail(n, toss(n))),
);

/** The probability of a record if it has so many heads, else 0; and ϑ^y κ^n / κ^y. */
const both = (length: Natural | number, at: PointVariable, count: Natural): Term =>
  multiply(P(length, at), has(length, at, count));
const ofARecord = (length: Natural | number, count: Natural): Term =>
  divide(multiply(power(θ, count), power(κ(), length)), power(κ(), count));

/** The former by the last toss, with these factors for heads and for tails. */
const byTheLastToss = (
  name: string,
  heads: (number: Natural, at: PointVariable) => Term,
  others: (number: Natural, at: PointVariable) => Term,
): CallableDefinition =>
  declare.recursionWith(name, tosses, [y], {
    zero: () => fraction(0, 1),
    next: (_earlier, { n: before, v, x }, count: Natural) =>
      add(
        multiply(
          heads(next(before), x),
          cases(count, 0, (fewer) => both(before, v, fewer)),
        ),
        multiply(others(next(before), x), both(before, v, count)),
      ),
  });
const asItIs = byTheLastToss(
  'A',
  (number, at) => multiply(f(number, at), head(number, at)),
  (number, at) => multiply(f(number, at), tail(number, at)),
);
const byDensity = byTheLastToss(
  'B',
  (number, at) => multiply(θ, head(number, at)),
  (number, at) => multiply(κ(), tail(number, at)),
);

export const probabilityOfARecord = statement({
  label: 'T-2.1.C3/record',
  title: 'a record of n tosses with y heads has the probability ϑ^y κ^n/κ^y, whatever their order; any n and y',
  given: [atHeads, atTails, assume.nonzero(κ)],
  claim: equation(both(n, one(n), y), multiply(ofARecord(n, y), has(n, one(n), y))),
  expected: 'proved',
  proof: () => {
    const [none, longer] = [one(0), one(next(n))];
    return induction(
      n,
      start(both(0, none, y)).equals(
        multiply(ofARecord(0, y), has(0, none, y)),
        by.cases(none),
        by.cases(y),
        by.definition(P),
        by.definition(has),
        by.lastTerm,
      ),
      start(both(next(n), longer, y))
        .equals(
          asItIs(next(n), longer, y),
          by.cases(longer),
          by.cases(y),
          by.definition(P),
          by.definition(has),
          by.definition(asItIs),
        )
        .equals(
          byDensity(next(n), longer, y),
          by.cases(longer),
          by.definition(asItIs),
          by.definition(byDensity),
          by.assumption(atHeads),
          by.assumption(atTails),
        )
        .equals(
          multiply(ofARecord(next(n), y), has(next(n), longer, y)),
          by.cases(longer),
          by.cases(y),
          by.definition(byDensity),
          by.definition(has),
          by.lastTerm,
          by.inductionHypothesis,
        ),
    );
  },
});

export const conditionalLawOfRecords = statement({
  label: 'T-2.1.C3/repaired',
  title:
    'a record with y heads has 1/C(n, y) of the probability of y heads, whatever ϑ, and the others have nothing of it; any n and y',
  given: [atHeads, atTails, assume.normalised(f), heads, tails, assume.nonzero(κ)],
  claim: equation(multiply(C(n, y), both(n, one(n), y)), multiply(probabilityOf(n, y), has(n, one(n), y))),
  expected: 'proved',
  proof: () =>
    start(multiply(C(n, y), both(n, one(n), y)))
      .equals(
        multiply(C(n, y), multiply(ofARecord(n, y), has(n, one(n), y))),
        by.theorem(theoremOf(probabilityOfARecord)),
      )
      .equals(multiply(probabilityOf(n, y), has(n, one(n), y)), by.theorem(theoremOf(lawOfTheNumberOfHeads))),
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

export const conditionalLawByEnumeration = experiment({
  label: 'T-2.1.C3/enumeration',
  title: 'and 0 for the records with another number of heads',
  claim: 'p(x | y, theta) = 1/C(n, y) where sum x = y, else 0, for all records x',
  expected: 'supported',
  draw: (seed) => ({ n: 1 + (seed % 6), y: seed % (2 + (seed % 6)), theta: 0.1 + (seed % 8) / 10 }),
  evaluate: ({ n, y, theta }) => {
    const records = evenly(2 ** n).map((code) => evenly(n).map((k) => (code >> k) & 1));
    const ones = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0);
    const given = records.map((x) =>
      ones(x) === y ? x.reduce((product, toss) => product * (toss === 1 ? theta : 1 - theta), 1) : 0,
    );
    const total = given.reduce((sum, value) => sum + value, 0);
    return {
      left: given.map((value) => value / total),
      right: records.map((x) => (ones(x) === y ? 1 / choose(n, y) : 0)),
    };
  },
});
