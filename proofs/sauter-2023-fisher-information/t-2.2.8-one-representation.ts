import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { dot } from '../networks.ts';
import { scoreHasMeanZero } from './score-has-mean-zero.ts';
import { expectation, p, regularX, score, x } from './setting.ts';
import { A, k, representation } from './tangent-space.ts';

const { multiply, sum } = term;

const scores = (z: number): readonly [number, number] => [z, z * z - 1];

export const oneRepresentation = experiment({
  label: 'T-2.2.8',
  title:
    'the 1-representation is the set of A_i d_i l without a sum (as printed): with the scores of mu and sigma it contains their sum',
  claim: 's_mu + s_sigma is a multiple of s_mu or of s_sigma, as functions of x, for N(0, 1)',
  expected: 'refuted',
  relation: 'atMost',
  tolerance: 1e-6,
  instances: [{ outcomes: [-2, -1, 0, 0.5, 1, 3] }],
  // The squared distance from the best multiple, over the square of the sum.
  evaluate: ({ outcomes }) => {
    const [first, second] = [0, 1].map((k) => outcomes.map((z) => scores(z)[k]));
    const total = first.map((value, k) => value + second[k]);
    const share = (of: readonly number[]): number => dot(total, of) ** 2 / (dot(of, of) * dot(total, total));
    return { left: Math.min(1 - share(first), 1 - share(second)), right: 0 };
  },
});

const meanOfRepresentation = expectation(x, p(x), representation(A, k));

export const meanOfTheRepresentation = statement({
  label: 'T-2.2.8/repaired',
  title: 'with the sum its elements have mean zero, for any vector A',
  given: regularX,
  claim: equation(meanOfRepresentation, 0),
  expected: 'proved',
  proof: () =>
    start(meanOfRepresentation)
      .equals(sum(k, multiply(A(k), expectation(x, p(x), score(k, p(x))))), by.rearrangement)
      .equals(sum(k, multiply(A(k), 0)), by.theorem(theoremOf(scoreHasMeanZero)))
      .equals(0, by.linearity),
});
