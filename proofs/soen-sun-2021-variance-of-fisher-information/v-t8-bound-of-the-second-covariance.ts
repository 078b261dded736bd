/** Theorem 8: a bound of the covariance of the second estimator. */
import { by, declare, equation, inequality, start, statement, term, theoremOf } from 'fisher-rao';
import { boundsOnNetworks } from './bounds-on-networks.ts';
import { boundForLabels } from './covariance-for-labels.ts';
import { a, b, bend, hessian, I, i, j, k, l, meanHessians } from './exponential-outputs.ts';
import { normOfBends as norm, slot, sumOver } from './slots.ts';
import { theoremSix } from './v-t6-covariance-of-the-second-estimator.ts';

const { multiply, square, sum } = term;

/** I contracted with one Hessian after the other. */
const I1 = declare.definition('I1', [a, k, l], sum(b, multiply(bend(k, l, b), I(a, b))));
const I2 = declare.definition('I2', [i, j, k, l], sum(a, multiply(bend(i, j, a), I1(a, k, l))));

const covariance = theoremSix.claim.left;

export const covarianceByContractions = statement({
  label: 'V-T8/contractions',
  title: 'Theorem 6 with I contracted with one Hessian after the other',
  given: meanHessians,
  claim: equation(covariance, I2(i, j, k, l)),
  expected: 'proved',
  proof: () =>
    start(covariance)
      .equals(theoremSix.claim.right, by.theorem(theoremOf(theoremSix)))
      .equals(I2(i, j, k, l), by.definition(I1), by.definition(I2), by.rearrangement),
});

const left = sumOver([i, j, k, l], square(covariance));
const right = multiply(norm, norm, sumOver([a, b], square(I(a, b))));

export const theoremEight = statement({
  label: 'V-T8',
  title:
    'Theorem 8, squared and for one label: |Cov(I_2)|^2 <= |∂²h|^4 |I(h)|^2: for any number of outputs, any twice differentiable network and any exponential family',
  given: meanHessians,
  claim: inequality(left, right),
  expected: 'proved',
  proof: () => {
    const first = slot([k, l], [i, j], a, { matrix: (o) => bend(i, j, o), vector: (o) => I1(o, k, l), norm });
    const second = slot([a], [k, l], b, { matrix: (o) => bend(k, l, o), vector: (o) => I(a, o), norm });
    return start(left)
      .equals(sumOver([i, j, k, l], square(I2(i, j, k, l))), by.theorem(theoremOf(covarianceByContractions)))
      .equals(first.from, by.definition(I2), by.interchange)
      .atMost(first.to, by.difference(first.difference), by.linearity)
      .equals(multiply(norm, sumOver([k, l, a], square(I1(a, k, l)))), by.linearity)
      .equals(multiply(norm, second.from), by.definition(I1), by.interchange)
      .atMost(multiply(norm, second.to), by.difference(multiply(norm, second.difference)), by.linearity)
      .equals(right, by.linearity);
  },
});

export const theoremEightForLabels = boundForLabels({
  label: 'V-T8/labels',
  title:
    'so N^2 |∂²h|^4 |I(h)|^2 for the sum over N independent labels, and for the estimator, their mean, |Cov(I_2)|^2 <= |∂²h|^4 |I(h)|^2/N^2: any N',
  given: meanHessians,
  entry: (row, column) => hessian(row, column),
  theorem: theoremEight,
});

export const [theoremEightOnNetworks, theoremEightForOneOutput] = boundsOnNetworks('V-T8', {
  which: 'second',
  claim: '|Cov(I_2)| <= |∂²h|^2 |I(h)|',
  equality: '|Cov(I_2)| = |∂²h|^2 I',
  bound: ({ curvature, information }) => curvature ** 2 * information,
});
