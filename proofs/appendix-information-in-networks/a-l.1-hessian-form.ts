import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { twoFormsOfTheMetric } from '../sauter-2023-fisher-information/two-forms-of-the-metric.ts';
import { expectation, hessianOfLog, information, p, scoreMoments, twiceRegularX, x } from './setting.ts';

const { negate } = term;

export const hessianForm = experiment({
  label: 'A-L.1',
  title: 'if the log-likelihood is twice differentiable, F = -E[H] (as printed)',
  claim: 'E[s^2] = -E[d^2 log q]',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [
    { family: 'shifted exponential', theta: 1 },
    { family: 'uniform', theta: 1 },
  ],
  evaluate: ({ family, theta }) => {
    const { second: secondMoment, hessian } = scoreMoments(family, theta);
    return { left: secondMoment, right: -hessian };
  },
});

export const hessianFormOfRegularFamilies = statement({
  label: 'A-L.1/repaired',
  title: 'for a regular family F = -E[H]',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), negate(expectation(x, p(x), hessianOfLog))),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x))).equals(
      negate(expectation(x, p(x), hessianOfLog)),
      by.theorem(theoremOf(twoFormsOfTheMetric)),
    ),
});
