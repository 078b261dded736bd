import { by, equation, start, statement, term } from 'fisher-rao';
import { i, p, regularX, scoreAlong, x } from './setting.ts';

const { derivative, divide } = term;

export const score = statement({
  label: 'A-A.5',
  title: 'the score is the relative derivative of the density',
  given: regularX,
  claim: equation(scoreAlong(i, p(x)), divide(derivative(i, p(x)), p(x))),
  expected: 'proved',
  proof: () => start(scoreAlong(i, p(x))).equals(divide(derivative(i, p(x)), p(x)), by.logarithmicDerivative),
});
