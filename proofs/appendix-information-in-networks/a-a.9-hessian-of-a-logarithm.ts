import { by, equation, start, statement, term } from 'fisher-rao';
import { hessianOfLog, i, j, p, scoreAlong, secondDerivative, twiceRegularX, x } from './setting.ts';

const { derivative, divide, multiply, subtract } = term;

export const hessianOfALogarithm = statement({
  label: 'A-A.9',
  title: 'the Hessian of the log-density is that of the density over it less the product of scores',
  given: twiceRegularX,
  claim: equation(
    hessianOfLog,
    subtract(divide(secondDerivative, p(x)), multiply(scoreAlong(i, p(x)), scoreAlong(j, p(x)))),
  ),
  expected: 'proved',
  proof: () =>
    start(hessianOfLog)
      .equals(derivative(i, divide(derivative(j, p(x)), p(x))), by.logarithmicDerivative)
      .equals(
        subtract(
          divide(secondDerivative, p(x)),
          divide(multiply(derivative(i, p(x)), derivative(j, p(x))), multiply(p(x), p(x))),
        ),
        by.differentiation,
      )
      .equals(
        subtract(divide(secondDerivative, p(x)), multiply(scoreAlong(i, p(x)), scoreAlong(j, p(x)))),
        by.logarithmicDerivative,
      ),
});
