import { by, equation, experiment, start, statement, theoremOf } from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import { expectation, i, p, regularX, scoreAlong, x } from './setting.ts';

const mean = expectation(x, p(x), scoreAlong(i, p(x)));

export const meanScoreIsZero = statement({
  label: 'N-4',
  title: 'the mean score is zero at the true parameter',
  given: regularX,
  claim: equation(mean, 0),
  expected: 'proved',
  proof: () => start(mean).equals(0, by.theorem(theoremOf(scoreHasMeanZero))),
});

export const meanScoreNeedsRegularity = experiment({
  label: 'N-4/without-regularity',
  title: 'the mean score is zero where the support moves with the parameter',
  claim: 'E[d/dtheta log q] = 0 for q = exp(-(z - theta)) on z > theta',
  expected: 'refuted',
  instances: [{ theta: 0 }, { theta: 1.5 }],
  // The score is 1 for every z; its mean, by the trapezoidal rule in u = z - theta on a fine grid.
  evaluate: ({ theta }) => {
    const step = 1e-3;
    const log = (z: number, t: number): number => -(z - t);
    let mean = 0;
    for (let k = 0; k < 40_000; k++) {
      const u = (k + 0.5) * step;
      const score = (log(theta + u, theta + 1e-6) - log(theta + u, theta - 1e-6)) / 2e-6;
      mean += Math.exp(-u) * score * step;
    }
    return { left: mean, right: 0 };
  },
});
