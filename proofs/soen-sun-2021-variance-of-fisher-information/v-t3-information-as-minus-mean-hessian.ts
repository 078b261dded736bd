/** Theorem 3: the information is minus the mean Hessian. */
import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, bend, hessian, i, j, mean, meanHessians, p, pulledBack, score, y, z } from './exponential-outputs.ts';
import { average, estimates, inUnits, meanEstimate } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { forEachHead, networkMean } from './symbolic-heads.ts';
import { hessianOfANetwork } from './v-5-hessian.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';
import { centred } from './v-l2-covariance-of-the-statistics.ts';

const { multiply, negate, subtract, sum } = term;

export const meanOfMinusHessian = statement({
  label: 'V-T3/mean-hessian',
  title: 'minus the mean Hessian is J^T I(h) J, since E[t - η] = 0',
  given: meanHessians,
  claim: equation(mean(negate(hessian(i, j))), pulledBack(i, j)),
  expected: 'proved',
  proof: () => {
    const information = multiply(pulledBack(i, j), sum(y, p(y)));
    const noise = multiply(p(y), bend(i, j, a), z(a));
    return start(mean(negate(hessian(i, j))))
      .equals(
        mean(subtract(pulledBack(i, j), sum(a, multiply(bend(i, j, a), z(a))))),
        by.theorem(theoremOf(hessianOfANetwork)),
      )
      .equals(subtract(information, sum(y, sum(a, noise))), by.linearity)
      .equals(subtract(information, sum(a, sum(y, noise))), by.interchange)
      .equals(subtract(information, sum(a, multiply(bend(i, j, a), mean(z(a))))), by.linearity)
      .equals(pulledBack(i, j), by.normalisation(p), by.theorem(theoremOf(centred)), by.linearity);
  },
});

export const theoremThree = statement({
  label: 'V-T3',
  title:
    'Theorem 3: the information is minus the mean Hessian: for any number of outputs, any twice differentiable network and any exponential family',
  given: meanHessians,
  claim: equation(mean(multiply(score(i), score(j))), mean(negate(hessian(i, j)))),
  expected: 'proved',
  proof: () =>
    start(mean(multiply(score(i), score(j))))
      .equals(pulledBack(i, j), by.theorem(theoremOf(informationIsPulledBack)))
      .equals(mean(negate(hessian(i, j))), by.theorem(theoremOf(meanOfMinusHessian))),
});

export const [theoremThreeOfBernoulli, theoremThreeOfCategorical, theoremThreeOfNormal, theoremThreeOfPoisson] =
  forEachHead(
    'V-T3',
    'the information is minus the mean Hessian',
    (head) => `${networkMean(head, 'D(l, a)*D(l, b)')} = -(${networkMean(head, 'D(D(l, a), b)')})`,
  );

export const theoremThreeOnNetworks = experiment({
  label: 'V-T3/networks',
  title:
    'on random networks with one to three inputs: squared scores against Hessians of the log-likelihood, both over all labels',
  claim: 'E[s s^T] = -E[∂² l]',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed, { inputs: 1 + (seed % 3) }),
  cases: 24,
  evaluate: async (given) => {
    const inputs = await analysed(given);
    const [first, second] = (['first', 'second'] as const).map((which) =>
      average(inputs.map((at) => meanEstimate(estimates([at]), which))),
    );
    return inUnits(second, first);
  },
});
