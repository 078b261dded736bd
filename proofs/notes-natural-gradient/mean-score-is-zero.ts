/** N-4: under the model the score has mean zero. */
import { by, equation, start, statement, theoremOf } from 'fisher-rao';
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
