import { by, calculation, equation, start, statement, theoremOf } from 'fisher-rao';
import { meanOfTheSecond, uniform } from './appendix.ts';
import { twiceRegularX } from './setting.ts';
import { vanishingTerm } from './vanishing-term.ts';

export const chainOfTheTwoForms = calculation({
  ...uniform,
  label: 'T-A.2.2',
  title:
    "the last line of the chain, that E[p''/p] vanishes (as printed, without regularity): the uniform distribution",
  // p = 1/theta on the support, where p''/p has the same value for every outcome.
  definitions: { ...uniform.definitions, p: '1/theta' },
  claim: 'D(D(p, theta), theta)/p = 0',
  expected: 'refuted',
});

export const chainOfTheTwoFormsRepaired = statement({
  label: 'T-A.2.2/repaired',
  title: 'for a regular family it does',
  given: twiceRegularX,
  claim: equation(meanOfTheSecond, 0),
  expected: 'proved',
  proof: () => start(meanOfTheSecond).equals(0, by.theorem(theoremOf(vanishingTerm))),
});
