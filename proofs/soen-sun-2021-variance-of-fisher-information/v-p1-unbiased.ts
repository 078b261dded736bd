/** Proposition 1: both estimators are unbiased and consistent. */
import {
  assume,
  by,
  declare,
  equation,
  experiment,
  inequality,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { n, α } from '../sauter-2023-fisher-information/setting.ts';
import { i, j } from './exponential-outputs.ts';
import { estimates, inUnits, meanEstimate, pulledBack } from './network-estimates.ts';
import { analysed, drawFewLabels } from './networks.ts';
import { errorsOf, f, N as labels, lawOfSamples, mean, P, probability, ε, ω } from './sampling-errors.ts';
import { equalMeans, lawOfEach, m, meanOfSum, N } from './sums-of-observations.ts';
import { meanOfASum } from './v-0-rate-one-over-n.ts';

const { add, divide, multiply, square, subtract, sum, sumUpTo } = term;

export const unbiased = statement({
  label: 'V-P1',
  title:
    'Proposition 1: a mean over N labels of products of scores, or of entries of -∂²l, has the mean of one, which V-1 and V-T3 say is I_ij: any N, any law',
  given: [...lawOfEach, equalMeans],
  claim: equation(meanOfSum(n), multiply(N, m())),
  expected: 'proved',
  proof: () =>
    start(meanOfSum(n))
      .equals(meanOfASum.claim.right, by.theorem(theoremOf(meanOfASum)))
      .equals(sumUpTo(α, n, m()), by.assumption(equalMeans))
      .equals(multiply(N, m()), by.linearity),
});

/** The errors of both estimators, and their norms r_k. */
const [first, second] = [errorsOf('d', 'V'), errorsOf('e', 'W')];
const [r1, r2] = ['r1', 'r2'].map((name) => declare.function(name, ω.space));
const norms = [
  assume.equation('r1 = |I_1 - I|', square(r1(ω)), first.squaredNorm),
  assume.equation('r2 = |I_2 - I|', square(r2(ω)), second.squaredNorm),
];
const far = assume.inequality('where f is 1, r1 + r2 > ε', multiply(f(ω), square(ε())), square(add(r1(ω), r2(ω))));
const scale = divide(2, multiply(labels(), square(ε())));

const squares = multiply(2, add(first.squaredNorm, second.squaredNorm));

export const farApart = statement({
  label: 'V-P1/pointwise',
  title: 'where |I_1 - I| + |I_2 - I| > ε, ε^2 is at most 2 |I_1 - I|^2 + 2 |I_2 - I|^2',
  given: [...norms, far],
  claim: inequality(multiply(f(ω), square(ε())), squares),
  expected: 'proved',
  proof: () =>
    start(multiply(f(ω), square(ε())))
      .atMost(square(add(r1(ω), r2(ω))), by.assumption(far))
      .atMost(multiply(2, add(square(r1(ω)), square(r2(ω)))), by.difference(square(subtract(r1(ω), r2(ω)))))
      .equals(squares, ...norms.map(by.assumption)),
});

export const consistent = statement({
  label: 'V-P1/consistent',
  title:
    'the probability of |I_1 - I| + |I_2 - I| > ε is at most 2 sum_ij (Var_1 + Var_2)/(N ε^2), which vanishes as N grows: any outputs, network and law whose variances are finite; V-0 gives the mean squares',
  given: [...lawOfSamples, assume.positive(ε), ...norms, far, first.rate, second.rate],
  claim: inequality(probability, multiply(scale, add(first.totalVariance, second.totalVariance))),
  expected: 'proved',
  proof: () => {
    const each = (of: typeof first): Term => multiply(P(ω), of.square);
    const both = (terms: (of: typeof first) => Term): Term =>
      divide(multiply(2, add(terms(first), terms(second))), square(ε()));
    return start(probability)
      .atMost(
        mean(divide(squares, square(ε()))),
        by.difference(mean(divide(subtract(squares, multiply(f(ω), square(ε()))), square(ε())))),
        by.linearity,
        by.theorem(theoremOf(farApart)),
      )
      .equals(
        both((of) => sum(ω, sum(i, sum(j, each(of))))),
        by.linearity,
      )
      .equals(
        both((of) => sum(i, sum(j, sum(ω, each(of))))),
        by.interchange,
      )
      .equals(
        multiply(scale, add(first.totalVariance, second.totalVariance)),
        by.assumption(first.rate),
        by.assumption(second.rate),
        by.linearity,
      );
  },
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
