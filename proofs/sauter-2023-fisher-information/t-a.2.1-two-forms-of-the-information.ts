import { by, calculation, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { uniform } from './appendix.ts';
import { expectation, i, information, j, p, twiceRegularX, x } from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';

const { derivative, log, negate } = term;

export const statementOfTheTwoForms = calculation({
  ...uniform,
  label: 'T-A.2.1',
  title:
    'the two forms of the information agree (as printed, without regularity): the uniform distribution on (0, theta)',
  claim: 'D(l, theta)^2 = -D(D(l, theta), theta)',
  expected: 'refuted',
});

const hessianForm = negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x))))));

export const statementOfTheTwoFormsRepaired = statement({
  label: 'T-A.2.1/repaired',
  title: 'for a regular family they do',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), hessianForm),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(hessianForm, by.theorem(theoremOf(twoFormsOfTheMetric))),
});
