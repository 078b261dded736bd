import { by, equation, experiment, start, statement, theoremOf } from 'fisher-rao';
import { regularX } from './setting.ts';
import { squaredLengthInComponents } from './t-2.2.13a-orthogonality.ts';
import { squaredLengthByComponents, squaredNorm } from './tangent-space.ts';

export const naturalIsomorphism = experiment({
  label: 'T-2.2.9',
  title: 'the tangent space and its 1-representation are isomorphic (as printed): N(a + b, 1)',
  claim: 'the vectors d_a and d_b have different representations',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ x: 1.3, a: 0.2, b: 0.4 }],
  // Both scores are x - a - b; "different" says that 1e-3 is at most their distance.
  evaluate: ({ x: outcome, a, b }) => {
    const h = 1e-5;
    const log = (s: number, t: number): number => -((outcome - s - t) ** 2) / 2;
    const first = (log(a + h, b) - log(a - h, b)) / (2 * h);
    const second = (log(a, b + h) - log(a, b - h)) / (2 * h);
    return { left: 1e-3, right: Math.abs(first - second) };
  },
});

export const isomorphismOfIndependentScores = statement({
  label: 'T-2.2.9/repaired',
  title:
    'they are where the scores are independent: the squared norm of the representation of A is A g A, so that where g is positive definite only A = 0 has the representation 0; all families',
  given: regularX,
  claim: equation(squaredNorm, squaredLengthByComponents),
  expected: 'proved',
  proof: () => start(squaredNorm).equals(squaredLengthByComponents, by.theorem(theoremOf(squaredLengthInComponents))),
});
