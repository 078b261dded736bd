import { calculation, experiment } from 'fisher-rao';

export const distanceLoss = experiment({
  label: 'T-1.3.4',
  title: 'the subloss is a distance (as printed), as is the squared difference in the example: the triangle inequality',
  claim: 'd(u, w) <= d(u, v) + d(v, w) for d = (u - v)^2',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ u: 0, v: 1, w: 2 }],
  evaluate: ({ u, v, w }) => ({ left: (u - w) ** 2, right: (u - v) ** 2 + (v - w) ** 2 }),
});

export const dissimilarity = calculation({
  label: 'T-1.3.4/repaired',
  title: 'it is a dissimilarity: never negative, zero for equal arguments',
  symbols: { u: 'real', v: 'real' },
  claim: 'at((u - v)^2, v, u) <= (u - v)^2',
  difference: '(u - v)^2',
  expected: 'proved',
});
