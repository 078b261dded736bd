import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { gradient, k, P, smooth, θ } from './flow-of-outputs.ts';

const { divide, multiply, negate, subtract } = term;

/** The parameters after a step of length η. */
const later = declare.function('Θ', P);
const η = declare.function('η', []);
const step = assume.equation('a step of descent', later(k), subtract(θ(k), multiply(η(), gradient(k))));
const quotient = divide(subtract(later(k), θ(k)), η());

export const differenceQuotient = statement({
  label: 'T-3.1.3',
  title:
    'a step over its length is a difference quotient: (theta(t + eta) - theta(t))/eta = -grad L, for any number of parameters, data and components',
  given: [...smooth, assume.nonzero(η), step],
  claim: equation(quotient, negate(gradient(k))),
  expected: 'proved',
  proof: () => start(quotient).equals(negate(gradient(k)), by.assumption(step)),
});
