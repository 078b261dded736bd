/** Appendix A under the numbers of the claims: additivity and the two forms of the information, printed and repaired. */
import { by, calculation, equation, experiment, next, start, statement, term, theoremOf } from 'fisher-rao';
import { crossTermsVanish } from './cross-terms-vanish.ts';
import { informationIsAdditive } from './information-is-additive.ts';
import { informationOfAPair } from './information-of-a-pair.ts';
import {
  expectation,
  f,
  i,
  information,
  j,
  joint,
  n,
  observation,
  p,
  q,
  regularEach,
  regularX,
  regularY,
  sample,
  score,
  twiceRegularX,
  x,
  y,
  α,
} from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';
import { vanishingTerm } from './vanishing-term.ts';

const { add, derivative, divide, log, multiply, negate, sum, sumUpTo } = term;

const v = sample(n);
const last = observation(next(n));

export const independence = statement({
  label: 'T-A.1.1',
  title:
    'the probability of n independent observations is the product of theirs: summed over the last it is that of the others',
  given: regularEach,
  claim: equation(sum(last, multiply(joint(n, v), f(next(n), last))), joint(n, v)),
  expected: 'proved',
  proof: () =>
    start(sum(last, multiply(joint(n, v), f(next(n), last))))
      .equals(multiply(joint(n, v), sum(last, f(next(n), last))), by.linearity)
      .equals(joint(n, v), by.normalisation(f)),
});

const whole = information(sample(n), joint(n, sample(n)));
const parts = sumUpTo(α, n, information(observation(α), f(α, observation(α))));

export const additivity = statement({
  label: 'T-A.1.2',
  title: 'Fisher information is additive over independent observations',
  given: regularEach,
  claim: equation(whole, parts),
  expected: 'proved',
  proof: () => start(whole).equals(parts, by.theorem(theoremOf(informationIsAdditive))),
});

/** Two tosses of a coin: lines 1, 2, 4 and 7 of the chain as they stand, and the information. */
function printedLines(theta: number): { lines: number[]; information: number } {
  const outcomes = [0, 1].flatMap((a) => [0, 1].map((b) => [a, b]));
  const one = (a: number): number => (a === 1 ? theta : 1 - theta);
  const scoreOf = (a: number): number => (a === 1 ? 1 / theta : -1 / (1 - theta));
  const total = (g: (a: number, b: number) => number): number => outcomes.reduce((s, [a, b]) => s + g(a, b), 0);
  const both = (a: number, b: number): number => scoreOf(a) + scoreOf(b);
  return {
    lines: [
      total((a, b) => both(a, b) ** 2), // a sum over records where the expectation is needed
      total((a, b) => (one(a) * one(b) * both(a, b)) ** 2 / (one(a) * one(b))),
      total((a, b) => one(a) * one(b) * both(a, b)), // the second factor lost
      total((a, b) => scoreOf(a) ** 2 + scoreOf(b) ** 2),
    ],
    information: total((a, b) => one(a) * one(b) * both(a, b) ** 2),
  };
}

export const proofChain = experiment({
  label: 'T-A.1.3',
  title: 'the chain that proves additivity (as printed): every line has the same value, for two tosses of a coin',
  claim: 'lines 1, 2, 4 and 7 = the information of the two tosses',
  expected: 'refuted',
  instances: [{ theta: 0.3 }],
  evaluate: ({ theta }) => {
    const { lines, information: value } = printedLines(theta);
    return { left: lines, right: lines.map(() => value) };
  },
});

const pq = multiply(p(x), q(y));
const ofThePair = sum(x, sum(y, multiply(pq, multiply(score(i, pq), score(j, pq)))));
const ofTheTwo = add(information(x, p(x)), information(y, q(y)));

export const proofChainRepaired = statement({
  label: 'T-A.1.3/repaired',
  title: 'with expectations and the indices i and j the chain holds: for two observations, and so for n',
  given: [...regularX, ...regularY],
  claim: equation(ofThePair, ofTheTwo),
  expected: 'proved',
  proof: () => start(ofThePair).equals(ofTheTwo, by.theorem(theoremOf(informationOfAPair))),
});

/** The last sum as printed, of the constant function 1: for the numbers of outcomes of two independent observations. */
export const crossTerms = experiment({
  label: 'T-A.1.4',
  title: 'the scores along i are both differentiated along i (as printed): for i = mu, j = sigma in the normal family',
  claim: 'E[(d_mu l)^2] = E[d_mu l d_sigma l]',
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ sigma: 2 }],
  evaluate: ({ sigma }) => {
    let [same, mixed] = [0, 0];
    for (let z = -12; z <= 12; z += 1e-3) {
      const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * 1e-3;
      same += weight * (z / sigma) ** 2;
      mixed += weight * (z / sigma) * ((z * z - 1) / sigma);
    }
    return { left: same, right: mixed };
  },
});

const crossTerm = sum(x, sum(y, multiply(p(x), q(y), score(i, p(x)), score(j, q(y)))));

export const crossTermsRepaired = statement({
  label: 'T-A.1.4/repaired',
  title: 'along i and j the scores of independent observations are uncorrelated',
  given: [...regularX, ...regularY],
  claim: equation(crossTerm, 0),
  expected: 'proved',
  proof: () => start(crossTerm).equals(0, by.theorem(theoremOf(crossTermsVanish))),
});

/** On the support of the uniform distribution on (0, theta) the log-density is -log(theta) for every outcome. */
const uniform = { symbols: { theta: 'positive' }, definitions: { l: '-log(theta)' } } as const;

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

const second = derivative(i, derivative(j, p(x)));
const meanOfTheSecond = expectation(x, p(x), divide(second, p(x)));

export const chainOfTheTwoFormsRepaired = statement({
  label: 'T-A.2.2/repaired',
  title: 'for a regular family it does',
  given: twiceRegularX,
  claim: equation(meanOfTheSecond, 0),
  expected: 'proved',
  proof: () => start(meanOfTheSecond).equals(0, by.theorem(theoremOf(vanishingTerm))),
});

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
  claim: equation(meanOfTheSecond, sum(x, second)),
  expected: 'proved',
  proof: () => start(meanOfTheSecond).equals(sum(x, second), by.algebra),
});
