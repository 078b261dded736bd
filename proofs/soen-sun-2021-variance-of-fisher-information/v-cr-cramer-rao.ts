import { by, experiment, start, statement, theoremOf } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { cramerRao as cramerRaoOfEstimators } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';
import { estimates, frobenius, meanEstimate } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';

export const cramerRao = experiment({
  label: 'V-CR',
  title:
    'the covariance of an unbiased estimator of the weights is at least the inverse information (as printed), which exists: networks at one input',
  claim: '1e-9 |I| <= λ_min(I(θ))',
  expected: 'refuted',
  relation: 'atMost',
  tolerance: 0,
  certain: 1e-10,
  draw: (seed) => drawNetwork(seed, { hidden: [2] }),
  cases: 5,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const information = meanEstimate(estimates([at]), 'first');
    const unit = information.map((value) => value / (frobenius(information) || 1));
    return { left: 1e-9, right: symmetricEigenvalues(unit, at.parameters)[0] };
  },
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
