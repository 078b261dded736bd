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
  title:
    'it is a dissimilarity: at least the square of every difference, so that it is never negative, and zero for equal arguments alone; three outputs',
  symbols: { u1: 'real', u2: 'real', u3: 'real', v1: 'real', v2: 'real', v3: 'real' },
  claim: '(u1 - v1)^2 <= (u1 - v1)^2 + (u2 - v2)^2 + (u3 - v3)^2',
  difference: '(u2 - v2)^2 + (u3 - v3)^2',
  expected: 'proved',
});
