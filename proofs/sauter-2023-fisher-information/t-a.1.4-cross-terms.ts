import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { crossTermsVanish } from './cross-terms-vanish.ts';
import { i, j, p, q, regularX, regularY, score, x, y } from './setting.ts';

const { multiply, sum } = term;

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
