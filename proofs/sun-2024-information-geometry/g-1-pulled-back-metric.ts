/** G-1: the information of φ through θ = θ(φ) is that of θ, pulled back by the Jacobian. */
import { by, equation, start, statement, term } from 'fisher-rao';
import { a, b, g, i, j, metric, p, pulledBack, scoreIn, smoothFamily, x, θ } from './changes-of-coordinates.ts';

const { derivative, multiply, sum } = term;

export const pulledBackMetric = statement({
  label: 'G-1',
  title:
    'the metric of the parameters of a model is that of the distributions, pulled back: J^T I J, for any family and any numbers of parameters',
  given: smoothFamily,
  claim: equation(metric(i, j), pulledBack(i, j)),
  expected: 'proved',
  proof: () => {
    const change = (along: typeof i, name: typeof a) => sum(name, multiply(scoreIn(name), derivative(along, θ(name))));
    return start(metric(i, j))
      .equals(
        sum(x, multiply(p(), change(i, a), change(j, b))),
        by.definition(metric),
        by.logarithmicDerivative,
        by.chainRule,
        by.linearity,
      )
      .equals(pulledBack(i, j), by.definition(g), by.rearrangement);
  },
});
