/** Section 2.1: the definition of the information, and its values. */
import { bernoulli, by, calculation, equation, normal, start, statement, term, theoremOf } from 'fisher-rao';
import { informationIsAdditive } from './information-is-additive.ts';
import { f, i, information, j, joint, n, observation, p, regularEach, regularX, sample, x, α } from './setting.ts';

const { multiply, productUpTo, sum, sumUpTo } = term;

export const fisherInformation = statement({
  label: 'T-2.1.1',
  title: 'the information is symmetric in its two directions',
  given: regularX,
  claim: equation(
    information(x, p(x)),
    sum(x, multiply(p(x), term.derivative(j, term.log(p(x))), term.derivative(i, term.log(p(x))))),
  ),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x))).equals(
      sum(x, multiply(p(x), term.derivative(j, term.log(p(x))), term.derivative(i, term.log(p(x))))),
      by.algebra,
    ),
});

export const positiveSemidefinite = calculation({
  label: 'T-2.1.1/semidefinite',
  title: 'and its quadratic form is a mean of squares; three outcomes with probabilities a p, a (1 - p), 1 - a',
  symbols: {
    a: 'unit',
    p: 'unit',
    s1: 'real',
    s2: 'real',
    s3: 'real',
    t1: 'real',
    t2: 'real',
    t3: 'real',
    u: 'real',
    v: 'real',
  },
  definitions: {
    F11: 'a*p*s1^2 + a*(1 - p)*s2^2 + (1 - a)*s3^2',
    F12: 'a*p*s1*t1 + a*(1 - p)*s2*t2 + (1 - a)*s3*t3',
    F22: 'a*p*t1^2 + a*(1 - p)*t2^2 + (1 - a)*t3^2',
  },
  claim: '0 <= u^2*F11 + 2*u*v*F12 + v^2*F22',
  difference: 'a*p*(u*s1 + v*t1)^2 + a*(1 - p)*(u*s2 + v*t2)^2 + (1 - a)*(u*s3 + v*t3)^2',
  expected: 'proved',
});

export const zeroInformation = calculation({
  label: 'T-2.1.1a',
  title: 'the information may vanish: that of t in N(t^3, 1) is 9 t^4',
  family: normal(),
  symbols: { t: 'real' },
  definitions: { pulled: 'at(at(metric(mu, mu), mu, t^3), sigma, 1)*D(t^3, t)^2' },
  claim: 'pulled = 9*t^4',
  expected: 'proved',
});

export const infiniteInformation = calculation({
  label: 'T-2.1.1a/infinite',
  title: 'and it may diverge: that of a coin is 1/(theta (1 - theta)), at least 1/theta',
  family: bernoulli(),
  claim: 'metric(theta, theta) = 1/(theta*(1 - theta)) = 1/theta + 1/(1 - theta)',
  expected: 'proved',
});

export const expectation = calculation({
  label: 'T-2.1.2',
  title: 'expectations are linear and that of 1 is 1',
  family: normal(),
  symbols: { a: 'real', b: 'real' },
  claim: 'E(a*x + b*x^2 + 1) = a*E(x) + b*E(x^2) + 1',
  expected: 'proved',
});

const each = information(observation(α), f(α, observation(α)));

export const multiplicativity = statement({
  label: 'T-2.1.3',
  title: 'the information of independent observations is the product of theirs (as printed)',
  given: regularEach,
  claim: equation(information(sample(n), joint(n, sample(n))), productUpTo(α, n, each)),
  expected: 'refuted',
});

export const additivityBySums = statement({
  label: 'T-2.1.3/repaired',
  title: 'it is the sum of theirs',
  given: regularEach,
  claim: equation(information(sample(n), joint(n, sample(n))), sumUpTo(α, n, each)),
  expected: 'proved',
  proof: () =>
    start(information(sample(n), joint(n, sample(n)))).equals(
      sumUpTo(α, n, each),
      by.theorem(theoremOf(informationIsAdditive)),
    ),
});
