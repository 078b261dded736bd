import { by, calculation, start, statement, theoremOf } from 'fisher-rao';
import { cramerRao as cramerRaoOfEstimators } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';

export const cramerRao = calculation({
  label: 'V-CR',
  title:
    'the covariance of an unbiased estimator is at least the inverse information (as printed): which exists, for one input',
  symbols: { u: 'real', v: 'real', s: 'positive' },
  // One output with gradient (u, v): F = s (u, v)^T (u, v).
  claim: '(s*u^2)*(s*v^2) - (s*u*v)^2 = 1',
  expected: 'refuted',
});

const { claim, given } = cramerRaoOfEstimators;

export const cramerRaoOfFamilies = statement({
  label: 'V-CR/repaired',
  title:
    'without an inverse: (Σ c_k u_k)^2 <= Var(Σ c_k T_k) u I u for all c and u, which is Cov(T) >= I^(-1) where I is positive definite',
  given,
  claim,
  expected: 'proved',
  proof: () => start(claim.left).atMost(claim.right, by.theorem(theoremOf(cramerRaoOfEstimators))),
});
