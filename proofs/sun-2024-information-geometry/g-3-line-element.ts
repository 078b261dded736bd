/** G-3: the line element is the variance of the change of the log-density. */
import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';

const { derivative, log, multiply, sum } = term;

const x = declare.point('x', declare.measureSpace('X'));
const p = declare.function('p', x.space);
/** Two coordinates to sum over, and the components dθ of a small step. */
const [i, j] = ['i', 'j'].map(declare.direction);
const step = declare.function('dθ', i.space);
const metric = declare.definition(
  'g',
  [i, j],
  sum(x, multiply(p(x), derivative(i, log(p(x))), derivative(j, log(p(x))))),
);
const change = (along: typeof i) => sum(along, multiply(step(along), derivative(along, log(p(x)))));
const square = sum(x, multiply(p(x), change(i), change(j)));
const inComponents = sum(i, sum(j, multiply(metric(i, j), step(i), step(j))));

export const lineElement = statement({
  label: 'G-3',
  title:
    'the line element sum_ab I_ab dtheta^a dtheta^b is the mean square of d log p, for any family in any coordinates',
  given: [
    assume.positive(p),
    assume.differentiable(p),
    assume.integrable(multiply(p(x), derivative(i, log(p(x))), derivative(j, log(p(x)))), x),
  ],
  claim: equation(square, inComponents),
  expected: 'proved',
  proof: () => start(square).equals(inComponents, by.definition(metric), by.rearrangement),
});
