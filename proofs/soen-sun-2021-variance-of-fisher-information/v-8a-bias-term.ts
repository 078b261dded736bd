import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, bend, exponentialOutputs, i, j, mean, p, y, z } from './exponential-outputs.ts';
import { total } from './lists.ts';
import { frobenius } from './network-estimates.ts';
import { bentBy } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { centred } from './v-l2-covariance-of-the-statistics.ts';

const { multiply, sum } = term;

export const biasTerm = experiment({
  label: 'V-8a',
  title: 'the first term of the second estimator is a bias (as printed), so that its mean is not zero',
  claim: '1e-6 <= |E[(η - t) ∂²h]|',
  expected: 'refuted',
  relation: 'atMost',
  certain: 1e-7,
  instances: [drawNetwork(5), drawNetwork(11), drawNetwork(20)],
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const bias = at.means.map((mean_, a_) => mean_ - total(at.labels.map((label, k) => at.weights[k] * label[a_])));
    return { left: 1e-6, right: frobenius(bentBy(at, bias)) };
  },
});

export const noiseTerm = statement({
  label: 'V-8a/repaired',
  title: 'it has mean zero: it is noise: for any number of outputs, any network and any exponential family',
  given: exponentialOutputs,
  claim: equation(mean(sum(a, multiply(bend(i, j, a), z(a)))), 0),
  expected: 'proved',
  proof: () => {
    const each = multiply(p(y), bend(i, j, a), z(a));
    return start(mean(sum(a, multiply(bend(i, j, a), z(a)))))
      .equals(sum(y, sum(a, each)), by.linearity)
      .equals(sum(a, sum(y, each)), by.interchange)
      .equals(sum(a, multiply(bend(i, j, a), mean(z(a)))), by.linearity)
      .equals(0, by.theorem(theoremOf(centred)), by.linearity);
  },
});
