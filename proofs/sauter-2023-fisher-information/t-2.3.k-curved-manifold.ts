import { algebra, calculation, fixedCovarianceMultivariateNormal, reparametrize } from 'fisher-rao';

const linear = reparametrize(
  fixedCovarianceMultivariateNormal(2, {
    s11: algebra.rational(1),
    s12: algebra.rational(0),
    s22: algebra.rational(1),
  }),
  [
    { name: 'a', domain: 'real' },
    { name: 'b', domain: 'real' },
  ],
  { mu1: 'a + b', mu2: '2*a + b' },
);

export const curvedManifold = calculation({
  label: 'T-2.3.K',
  title:
    'a statistical manifold is curved (as printed): the linear model a x + b with unit normal noise at the inputs 1 and 2',
  family: linear,
  claim: 'scalar = -1',
  expected: 'refuted',
});

export const flatManifold = calculation({
  label: 'T-2.3.K/repaired',
  title: 'it may be flat, as that of the linear model is',
  family: linear,
  claim: 'scalar = 0',
  expected: 'proved',
});
