import { calculation, experiment } from 'fisher-rao';
import { bernoulliDivergence, threeOutcomes } from './setting.ts';

export const signOfEpsilon = experiment({
  label: 'A-fn.5',
  title: 'the sign of e does not matter (as printed): for KL itself',
  claim: 'KL(theta | theta + e) = KL(theta | theta - e)',
  expected: 'refuted',
  instances: [{ theta: 0.3, e: 0.1 }],
  evaluate: ({ theta, e }) => ({
    left: bernoulliDivergence(theta, theta + e),
    right: bernoulliDivergence(theta, theta - e),
  }),
});

export const signOfEpsilonInTheForm = calculation({
  ...threeOutcomes,
  label: 'A-fn.5/repaired',
  title: 'it does not matter for the quadratic form',
  claim: `at(F*e^2/2, e, -e) = F*e^2/2`,
  expected: 'proved',
});
