import { by, declare, equation, experiment, start, statement, term } from 'fisher-rao';
import { bernoulliDivergence, expectation, p, regularX, scoreAlong, x } from './setting.ts';

export const signOfEpsilon = experiment({
  label: 'A-fn.5',
  title: 'the sign of e does not matter (as printed): for KL itself',
  claim: 'KL(theta | theta + e) = KL(theta | theta - e)',
  expected: 'refuted',
  instances: [{ theta: 0.3, e: 0.1 }],
  evaluate: ({ theta, e }) => ({
    left: bernoulliDivergence(theta, theta + e),
    right: bernoulliDivergence(theta, theta - e),
  }),
});

const k = declare.direction('k');
const m = declare.direction('m');
const e = declare.function('e', k.space);
const entry = expectation(x, p(x), term.multiply(scoreAlong(k, p(x)), scoreAlong(m, p(x))));
const form = (sign: 1 | -1) =>
  term.sum(k, term.sum(m, term.multiply(sign, e(k), sign, e(m), entry, term.fraction(1, 2))));

export const signOfEpsilonInTheForm = statement({
  label: 'A-fn.5/repaired',
  title: 'it does not matter for the quadratic form e F e/2, in any dimension',
  given: regularX,
  claim: equation(form(-1), form(1)),
  expected: 'proved',
  proof: () => start(form(-1)).equals(form(1), by.algebra),
});
