import { calculation } from 'fisher-rao';

export const curvedManifold = calculation({
  label: 'T-2.3.K',
  title: 'a statistical manifold is curved (as printed): the linear model with unit normal noise',
  metric: {
    coordinates: { u: 'real', v: 'real' },
    entries: [
      ['5', '3'],
      ['3', '2'],
    ],
  },
  // The metric of two parameters is J^T J, constant, here for the inputs (1, 1) and (2, 1).
  claim: 'scalar = -1',
  expected: 'refuted',
});

export const flatManifold = calculation({
  label: 'T-2.3.K/repaired',
  title: 'it may be flat, as that of the linear model is',
  metric: {
    coordinates: { u: 'real', v: 'real' },
    entries: [
      ['5', '3'],
      ['3', '2'],
    ],
  },
  claim: 'scalar = 0',
  expected: 'proved',
});
