import { calculation, experiment } from 'fisher-rao';

export const orders = experiment({
  label: 'V-Rem9.2',
  title: 'the bounds are of order n and n^2 in the number of outputs (as printed): Poisson outputs with rates n^2',
  claim: 'sum_a I_aa <= 10 n',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ outputs: 10 }],
  evaluate: ({ outputs }) => ({ left: outputs * outputs ** 2, right: 10 * outputs }),
});

export const ordersOfBoundedMoments = calculation({
  label: 'V-Rem9.2/repaired',
  title: 'they are where each I_aa is at most M; three outputs with I_aa = M u, M v, M w',
  symbols: { M: 'positive', u: 'unit', v: 'unit', w: 'unit' },
  claim: 'M*u + M*v + M*w <= 3*M',
  difference: 'M*(1 - u) + M*(1 - v) + M*(1 - w)',
  expected: 'proved',
});
