import { calculation, experiment } from 'fisher-rao';
import { evenly } from '../numbers.ts';
import { bits, probability, sum } from './coins-and-boards.ts';

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

export const conditionalLawOfRecords = calculation({
  label: 'T-2.1.C3/repaired',
  title:
    'every record with y heads has it, whatever theta: theta^y (1 - theta)^(n - y) over that of all C such records; any n and y',
  symbols: { theta: 'unit', n: 'natural', y: 'natural', C: 'natural' },
  definitions: { record: 'theta^y*(1 - theta)^(n - y)', all: 'C*record' },
  claim: 'record/all = at(record/all, theta, 1/2) = 1/C',
  expected: 'proved',
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
