/** Proposition 1: both estimators are unbiased and consistent. */
import {
  type Assumption,
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
import { hessian, i, j, mean, meanHessians, pulledBack, score, withCovariances } from './exponential-outputs.ts';
import { estimates, inUnits, meanEstimate, pulledBack as pulled } from './network-estimates.ts';
import { analysed, drawFewLabels } from './networks.ts';
import {
  errorsOf,
  f,
  N as labels,
  lawOfSamples,
  mean as meanOfSamples,
  P,
  probability,
  ε,
  ω,
} from './sampling-errors.ts';
import { lawOfEach, meanOfOne, meanOfSum, N, one } from './sums-of-observations.ts';
import { meanOfASum } from './v-0-rate-one-over-n.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';
import { meanOfMinusHessian } from './v-t3-information-as-minus-mean-hessian.ts';

type Reason = ReturnType<typeof by.theorem>;

const { add, divide, multiply, negate, square, subtract, sum, sumUpTo } = term;

/** u_ij is ∂_i l ∂_j l, or -∂_i ∂_j l, of each of N independent labels of one law. */
const information = pulledBack(i, j);
const unbiasedFor = (
  label: string,
  title: string,
  of: { readonly one: Term; readonly given: readonly Assumption[]; readonly isInformation: () => Reason },
) => {
  const oneLaw = assume.equation('u has the mean of one label', meanOfOne(α, one(α, i, j)), mean(of.one));
  return statement({
    label,
    title,
    given: [...of.given, ...lawOfEach, oneLaw],
    claim: equation(meanOfSum(n), multiply(N, information)),
    expected: 'proved',
    proof: () =>
      start(meanOfSum(n))
        .equals(meanOfASum.claim.right, by.theorem(theoremOf(meanOfASum)))
        .equals(sumUpTo(α, n, mean(of.one)), by.assumption(oneLaw))
        .equals(multiply(N, mean(of.one)), by.linearity)
        .equals(multiply(N, information), of.isInformation()),
  });
};

export const firstIsUnbiased = unbiasedFor(
  'V-P1',
  'Proposition 1: the sum of ∂_i l ∂_j l over N independent labels has the mean N I_ij, so that the first estimator is unbiased: any N, outputs, network and exponential family',
  {
    one: multiply(score(i), score(j)),
    given: withCovariances,
    isInformation: () => by.theorem(theoremOf(informationIsPulledBack)),
  },
);

export const secondIsUnbiased = unbiasedFor(
  'V-P1/second',
  'and so has that of -∂_i ∂_j l: the second estimator is unbiased as well',
  {
    one: negate(hessian(i, j)),
    given: meanHessians,
    isInformation: () => by.theorem(theoremOf(meanOfMinusHessian)),
  },
);

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
        meanOfSamples(divide(squares, square(ε()))),
        by.difference(meanOfSamples(divide(subtract(squares, multiply(f(ω), square(ε()))), square(ε())))),
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
    const expected = pulled(at, at.information);
    const sides = (['first', 'second'] as const).map((which) => inUnits(meanEstimate(pairs, which), expected));
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
