import { calculation, experiment } from 'fisher-rao';
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
    'every record with y heads has it: the probability of one such record over that of y heads does not contain theta',
  symbols: { theta: 'real' },
  // n = 5, y = 3: ten records.
  claim: 'theta^3*(1 - theta)^2/(10*theta^3*(1 - theta)^2) = 1/10',
  expected: 'proved',
});
