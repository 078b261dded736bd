import {
  assume,
  by,
  equation,
  experiment,
  induction,
  inequality,
  next,
  plus,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { bits, sum as total } from './coins-and-boards.ts';
import {
  byTheLastToss,
  C,
  has,
  head,
  n,
  power,
  record,
  recordsWith,
  tail,
  toss,
  unfolding,
  y,
  z,
} from './number-of-heads.ts';

const { add, cases, fraction, multiply, sum } = term;

export const countingOutcomes = experiment({
  label: 'T-2.1.C2',
  title: 'the number of heads has n possible values (as printed)',
  claim: 'the number of values of y = n',
  expected: 'refuted',
  instances: [{ n: 1 }],
  evaluate: ({ n: length }) => ({ left: new Set(bits(length).map(total)).size, right: length }),
});

/** A toss has two outcomes, one of which is heads. */
const oneIsHeads = assume.equation('one outcome is heads', sum(toss(n), head(n, toss(n))), 1);
const oneIsTails = assume.equation('one outcome is tails', sum(toss(n), tail(n, toss(n))), 1);

const [v, x] = [record(n), toss(next(n))];

export const recordsWithSoManyHeads = statement({
  label: 'T-2.1.C2/records',
  title: 'C(n, y) records of n tosses have y heads; any n and y',
  given: [oneIsHeads, oneIsTails],
  claim: equation(recordsWith(n, y), C(n, y)),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(recordsWith(0, y)).equals(C(0, y), by.sumOverPairs, by.definition(has), by.definition(C)),
      start(recordsWith(next(n), y))
        .equals(sum(v, sum(x, byTheLastToss(v, x))), ...unfolding)
        .equals(
          sum(
            v,
            add(
              multiply(
                sum(x, head(next(n), x)),
                cases(y, 0, (m) => has(n, v, m)),
              ),
              multiply(sum(x, tail(next(n), x)), has(n, v, y)),
            ),
          ),
          by.linearity,
        )
        .equals(
          sum(
            v,
            add(
              cases(y, 0, (m) => has(n, v, m)),
              has(n, v, y),
            ),
          ),
          by.assumption(oneIsHeads),
          by.assumption(oneIsTails),
        )
        .equals(
          add(
            cases(y, 0, (m) => recordsWith(n, m)),
            recordsWith(n, y),
          ),
          by.cases(y),
          by.linearity,
        )
        .equals(
          add(
            cases(y, 0, (m) => C(n, m)),
            C(n, y),
          ),
          by.cases(y),
          by.inductionHypothesis,
        )
        .equals(C(next(n), y), by.definition(C)),
    ),
});

export const noMoreHeadsThanTosses = statement({
  label: 'T-2.1.C2/no-more',
  title: 'none has more than n, n + 1 + z say: C(n, n + 1 + z) = 0',
  given: [],
  claim: equation(C(n, next(plus(n, z))), 0),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(C(0, next(plus(0, z)))).equals(0, by.definition(C)),
      start(C(next(n), next(next(plus(n, z)))))
        .equals(add(C(n, next(next(plus(n, z)))), C(n, next(plus(n, z)))), by.definition(C))
        .equals(0, by.inductionHypothesis),
    ),
});

const one = fraction(1, 1);

export const allHeads = statement({
  label: 'T-2.1.C2/all-heads',
  title: 'one record has n heads: C(n, n) = 1',
  given: [],
  claim: equation(C(n, n), 1),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(C(0, 0)).equals(1, by.definition(C)),
      start(C(next(n), next(n)))
        .equals(add(C(n, next(n)), C(n, n)), by.definition(C))
        .equals(add(C(n, next(plus(n, 0))), one), by.inductionHypothesis)
        .equals(one, by.theorem(theoremOf(noMoreHeadsThanTosses), { naturals: { n, z: plus(0, 0) } })),
    ),
});

export const everyValueOccurs = statement({
  label: 'T-2.1.C2/repaired',
  title:
    'it has n + 1: each of y = 0, ..., n is the number of heads of at least one record, and no other number is (T-2.1.C2/no-more); any n = y + z',
  given: [oneIsHeads, oneIsTails],
  claim: inequality(1, recordsWith(plus(y, z), y)),
  expected: 'proved',
  proof: () =>
    induction(
      z,
      start(one)
        .equals(C(y, y), by.theorem(theoremOf(allHeads)))
        .equals(recordsWith(y, y), by.theorem(theoremOf(recordsWithSoManyHeads))),
      start(one)
        .atMost(recordsWith(plus(y, z), y), by.inductionHypothesis)
        .equals(C(plus(y, z), y), by.theorem(theoremOf(recordsWithSoManyHeads)))
        .atMost(C(next(plus(y, z)), y), by.definition(C), by.difference(cases(y, 0, (m) => C(plus(y, z), m))))
        .equals(recordsWith(next(plus(y, z)), y), by.theorem(theoremOf(recordsWithSoManyHeads))),
    ),
});

export const allRecords = statement({
  label: 'T-2.1.C2/all-records',
  title: 'and there are 2^n records',
  given: [oneIsHeads, oneIsTails],
  claim: equation(sum(record(n), 1), power(fraction(2, 1), n)),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(sum(record(0), 1)).equals(power(fraction(2, 1), 0), by.sumOverPairs, by.lastTerm),
      start(sum(record(next(n)), 1))
        .equals(sum(v, sum(x, add(head(next(n), x), tail(next(n), x)))), by.sumOverPairs)
        .equals(multiply(add(sum(x, head(next(n), x)), sum(x, tail(next(n), x))), sum(v, 1)), by.rearrangement)
        .equals(multiply(2, sum(v, 1)), by.assumption(oneIsHeads), by.assumption(oneIsTails))
        .equals(multiply(2, power(fraction(2, 1), n)), by.inductionHypothesis)
        .equals(power(fraction(2, 1), next(n)), by.lastTerm),
    ),
});

export const countingByEnumeration = experiment({
  label: 'T-2.1.C2/enumeration',
  title: 'enumerating all 2^n records finds n + 1 values',
  claim: 'the number of values of y = n + 1, for n up to 10',
  expected: 'supported',
  instances: [1, 2, 3, 5, 8, 10].map((length) => ({ n: length })),
  evaluate: ({ n: length }) => ({ left: new Set(bits(length).map(total)).size, right: length + 1 }),
});
