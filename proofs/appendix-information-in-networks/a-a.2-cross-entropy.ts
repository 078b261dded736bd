import { calculation } from 'fisher-rao';

export const crossEntropy = calculation({
  label: 'A-A.2',
  title: 'the cross-entropy is the divergence from the empirical distribution plus its entropy',
  symbols: { p1: 'real', p2: 'real', q1: 'real', q2: 'real' },
  claim: '-p1*log(q1) - p2*log(q2) = (p1*log(p1/q1) + p2*log(p2/q2)) + (-p1*log(p1) - p2*log(p2))',
  expected: 'proved',
});
