import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { i } from './setting.ts';

const { derivative, multiply, sum } = term;

/** The outputs f_d for any number of data and components d, and a loss of all of them. */
const D = declare.space('D');
const [d, of] = [declare.point('d', D), declare.point('e', D)];
const output = declare.function('f', D);
const loss = declare.realFunction('L', [D]);
const throughOutputs = sum(d, multiply(loss.partial(d)(of, output(of)), derivative(i, output(d))));

export const lossThroughOutputs = statement({
  label: 'T-1.3.3',
  title: 'a loss of the outputs depends on the parameters through them: the chain rule, for any number of outputs',
  given: [assume.differentiable(output), assume.differentiable(loss)],
  claim: equation(derivative(i, loss(of, output(of))), throughOutputs),
  expected: 'proved',
  proof: () => start(derivative(i, loss(of, output(of)))).equals(throughOutputs, by.chainRule),
});
