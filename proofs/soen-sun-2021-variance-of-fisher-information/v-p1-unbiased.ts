/** Proposition 1: both estimators are unbiased. */
import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { n, α } from '../sauter-2023-fisher-information/setting.ts';
import { estimates, inUnits, meanEstimate, pulledBack } from './network-estimates.ts';
import { analysed, drawFewLabels } from './networks.ts';
import { equalMeans, independent, m, meanOfSum, N } from './sums-of-observations.ts';
import { meanOfASum } from './v-0-rate-one-over-n.ts';

const { multiply, sumUpTo } = term;

export const unbiased = statement({
  label: 'V-P1',
  title:
    'Proposition 1: a mean over N labels of products of scores, or of entries of -∂²l, has the mean of one, which V-1 and V-T3 say is I_ij: any N, any law',
  given: [...independent, equalMeans],
  claim: equation(meanOfSum(n), multiply(N, m())),
  expected: 'proved',
  proof: () =>
    start(meanOfSum(n))
      .equals(meanOfASum.claim.right, by.theorem(theoremOf(meanOfASum)))
      .equals(sumUpTo(α, n, m()), by.assumption(equalMeans))
      .equals(multiply(N, m()), by.linearity),
});

export const unbiasedOnNetworks = experiment({
  label: 'V-P1/networks',
  title: 'on random networks: both estimators from two labels at one input, over all pairs of labels',
  claim: 'E[I_1] = E[I_2] = J^T I(h) J for N = 2',
  expected: 'supported',
  tolerance: 1e-10,
  draw: drawFewLabels,
  cases: 24,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const pairs = estimates([at, at]);
    const information = pulledBack(at, at.information);
    const sides = (['first', 'second'] as const).map((which) => inUnits(meanEstimate(pairs, which), information));
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
