/** G-1: the information of theta through h = h(theta) is that of h, pulled back by the Jacobian. */
import { calculation } from 'fisher-rao';

/** Three outcomes whose probabilities f, g, 1 - f - g depend on two natural parameters a, b, and these on s and t. */
const at = (text: string): string => `at(at(${text}, a, h(s, t)), b, k(s, t))`;
const probabilities = ['f(a, b)', 'g(a, b)', '(1 - f(a, b) - g(a, b))'];
const entry = (first: string, second: string): string =>
  probabilities.map((p) => `D(${p}, ${first})*D(${p}, ${second})/${p}`).join(' + ');
const pulled = probabilities.map((p) => `D(${at(p)}, s)*D(${at(p)}, t)/${at(p)}`).join(' + ');

export const pulledBackMetric = calculation({
  label: 'G-1',
  title: 'the metric of the parameters of a model is the metric of the distributions, pulled back',
  symbols: { a: 'real', b: 'real', s: 'real', t: 'real' },
  functions: ['f', 'g', 'h', 'k'],
  definitions: {
    aa: at(entry('a', 'a')),
    ab: at(entry('a', 'b')),
    bb: at(entry('b', 'b')),
  },
  claim: `${pulled} = D(h(s, t), s)*aa*D(h(s, t), t) + (D(h(s, t), s)*D(k(s, t), t) + D(k(s, t), s)*D(h(s, t), t))*ab + D(k(s, t), s)*bb*D(k(s, t), t)`,
  expected: 'proved',
});
