import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import { expectation, i, information, j, p, regularX, score, x } from '../sauter-2023-fisher-information/setting.ts';

const { multiply, subtract } = term;

const meanScore = (along: typeof i) => expectation(x, p(x), score(along, p(x)));

export const fisherInformation = statement({
  label: 'V-1',
  title: 'the mean of the products of scores is their covariance: for any regular family',
  given: regularX,
  claim: equation(subtract(information(x, p(x)), multiply(meanScore(i), meanScore(j))), information(x, p(x))),
  expected: 'proved',
  proof: () =>
    start(subtract(information(x, p(x)), multiply(meanScore(i), meanScore(j)))).equals(
      information(x, p(x)),
      by.theorem(theoremOf(scoreHasMeanZero)),
    ),
});
