import { assume, by, inequality, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, constant, I, meanHessians } from './exponential-outputs.ts';
import { normOfBends, sumOver } from './slots.ts';
import { ordersOfBoundedMoments } from './v-rem9.2-orders-of-the-bounds.ts';
import { theoremEight } from './v-t8-bound-of-the-second-covariance.ts';

const { multiply, square, subtract, sum } = term;

/** A bound of the variances of the statistics: small where these are nearly deterministic. */
const M = constant('M');
const nearlyDeterministic = assume.inequality('I_aa <= M', I(a, a), M());
const information = sumOver([a, b], square(I(a, b)));
const bound = square(multiply(sum(a, 1), M()));

export const deterministicLimit = statement({
  label: 'V-Rem6.1',
  title:
    'as t becomes deterministic the covariance of the second estimator vanishes: |Cov(I_2)|^2 <= |∂²h|^4 (n M)^2 where each Var(t_a) is at most M, for one label and n outputs: any network and exponential family',
  given: [...meanHessians, assume.nonnegative(M), nearlyDeterministic],
  claim: inequality(theoremEight.claim.left, multiply(square(normOfBends), bound)),
  expected: 'proved',
  proof: () =>
    start(theoremEight.claim.left)
      .atMost(theoremEight.claim.right, by.theorem(theoremOf(theoremEight)))
      .atMost(
        multiply(square(normOfBends), bound),
        by.difference(multiply(square(normOfBends), subtract(bound, information))),
        by.theorem(theoremOf(ordersOfBoundedMoments)),
      ),
});
