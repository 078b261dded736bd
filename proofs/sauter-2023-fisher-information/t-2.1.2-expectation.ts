import { assume, by, declare, equation, start, statement, type Term, term } from 'fisher-rao';
import { p, X, x, Y } from './setting.ts';

const { add, multiply, sum } = term;

const u = declare.function('u', X);

const w = declare.function('v', X);

const c = declare.function('c', Y);

const o = declare.point('o', Y);

const mean = (of: Term | number): Term => sum(x, multiply(p(x), of));

export const expectation = statement({
  label: 'T-2.1.2',
  title: 'expectations are linear, and that of a constant is the constant',
  given: [assume.normalised(p), assume.integrable(multiply(p(x), u(x)), x), assume.integrable(multiply(p(x), w(x)), x)],
  claim: equation(mean(add(multiply(c(o), u(x)), w(x), c(o))), add(multiply(c(o), mean(u(x))), mean(w(x)), c(o))),
  expected: 'proved',
  proof: () =>
    start(mean(add(multiply(c(o), u(x)), w(x), c(o))))
      .equals(add(multiply(c(o), mean(u(x))), mean(w(x)), multiply(c(o), sum(x, p(x)))), by.linearity)
      .equals(add(multiply(c(o), mean(u(x))), mean(w(x)), c(o)), by.normalisation(p)),
});
