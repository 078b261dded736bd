import { assume, by, equation, start, statement, term } from 'fisher-rao';
import { p, x } from './setting.ts';
import { between, r } from './two-laws.ts';

const { add, divide, log, multiply, negate, sum } = term;

const crossEntropyOf = negate(sum(x, multiply(r(x), log(p(x)))));
const entropy = negate(sum(x, multiply(r(x), log(r(x)))));
const divergence = sum(x, multiply(r(x), log(divide(r(x), p(x)))));

export const crossEntropy = statement({
  label: 'A-A.2',
  title:
    'the cross-entropy is the divergence from the empirical law plus its entropy; for any two laws, where these exist',
  given: [assume.positive(p), assume.positive(r), between, assume.integrable(multiply(r(x), log(r(x))), x)],
  claim: equation(crossEntropyOf, add(divergence, entropy)),
  expected: 'proved',
  proof: () => start(crossEntropyOf).equals(add(divergence, entropy), by.logarithmOfProduct, by.linearity),
});
