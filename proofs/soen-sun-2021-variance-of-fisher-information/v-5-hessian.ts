/** (5): the Hessian of the log-likelihood of a network. */
import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import {
  a,
  b,
  bend,
  deviation,
  exponentialOutputs,
  hessian,
  I,
  i,
  j,
  pulledBack,
  score,
  slope,
  z,
  η,
} from './exponential-outputs.ts';
import { combined, inUnits, pulledBack as pulled } from './network-estimates.ts';
import { bentBy } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import {
  along,
  deviation as deviationOf,
  forEachHead,
  networkMean,
  output,
  pulledBackMetric,
  sumOf,
} from './symbolic-heads.ts';
import { scoreOfANetwork } from './v-4-score.ts';
import { slopeOfTheMeans } from './v-l2-covariance-of-the-statistics.ts';

const { derivative, multiply, subtract, sum } = term;

export const hessianOfANetwork = statement({
  label: 'V-5',
  title: 'the Hessian is (t - η) ∂²h - J^T I J: for any number of outputs, any network and any exponential family',
  given: exponentialOutputs,
  claim: equation(hessian(i, j), subtract(sum(a, multiply(bend(i, j, a), z(a))), pulledBack(i, j))),
  expected: 'proved',
  proof: () => {
    const noise = sum(a, multiply(bend(i, j, a), z(a)));
    return start(derivative(i, score(j)))
      .equals(derivative(i, sum(a, multiply(slope(j, a), z(a)))), by.theorem(theoremOf(scoreOfANetwork)))
      .equals(
        sum(a, subtract(multiply(bend(i, j, a), z(a)), multiply(slope(j, a), derivative(i, η(a))))),
        by.derivativeOfSum,
        by.differentiation,
        by.definition(deviation),
      )
      .equals(
        sum(a, subtract(multiply(bend(i, j, a), z(a)), multiply(slope(j, a), sum(b, multiply(slope(i, b), I(a, b)))))),
        by.theorem(theoremOf(slopeOfTheMeans)),
      )
      .equals(subtract(noise, sum(a, sum(b, multiply(slope(j, a), slope(i, b), I(a, b))))), by.linearity)
      .equals(subtract(noise, pulledBack(i, j)), by.definition(I), by.interchange);
  },
});

export const [hessianOfBernoulli, hessianOfCategorical, hessianOfNormal, hessianOfPoisson] = forEachHead(
  'V-5',
  'the Hessian is (t - η) ∂²h - J^T I J: the mean square of the difference is zero',
  (head) => {
    const noise = sumOf(
      head.natural.map((_, place) => `${along(output(place), 'a', 'b')}*${deviationOf(head, place)}`),
    );
    return `${networkMean(head, `(D(D(l, a), b) - (${noise}) + ${pulledBackMetric(head, 'a', 'b')})^2`)} = 0`;
  },
);

export const hessianOnNetworks = experiment({
  label: 'V-5/networks',
  title: 'on random networks: Hessians of the log-likelihood of every label, against derivatives of the outputs',
  claim: '∂²l = (t - η) ∂²h - J^T I J for every label',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const information = pulled(at, at.information);
    const sides = at.labels.map((label, k) => {
      const away = label.map((value, a) => value - at.means[a]);
      return inUnits(combined(bentBy(at, away), information, -1), at.hessians[k]);
    });
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
