import { by, calculation, equation, start, statement, term } from 'fisher-rao';
import { meanOfTheSecond, secondDerivative, uniform } from './appendix.ts';
import { twiceRegularX, x } from './setting.ts';

const { sum } = term;

export const vanishingTermAsPrinted = calculation({
  ...uniform,
  label: 'T-A.2.3',
  title: "-E[p''/p] = sum p'' (as printed): for the uniform distribution on (0, theta), where neither is zero",
  definitions: { ...uniform.definitions, p: '1/theta' },
  // The mean over the support, and the integral over it, of length theta.
  claim: '-D(D(p, theta), theta)/p = theta*D(D(p, theta), theta)',
  expected: 'refuted',
});

export const vanishingTermRepaired = statement({
  label: 'T-A.2.3/repaired',
  title: 'without the sign the two are equal, and for a regular family they vanish',
  given: twiceRegularX,
  claim: equation(meanOfTheSecond, sum(x, secondDerivative)),
  expected: 'proved',
  proof: () => start(meanOfTheSecond).equals(sum(x, secondDerivative), by.algebra),
});
