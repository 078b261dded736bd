/** Theorem 7: a bound of the covariance of the first estimator. */
import { by, declare, equation, inequality, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { boundsOnNetworks } from './bounds-on-networks.ts';
import { boundForLabels } from './covariance-for-labels.ts';
import { a, b, c, d, i, j, k, l, score, slope, withFourthMoments } from './exponential-outputs.ts';
import { eighthPowerOfSlopes, excess, normOfSlopes, slot, squaredMoments, sumOver } from './slots.ts';
import { theoremFour } from './v-t4-covariance-of-the-first-estimator.ts';

const { multiply, square, sum } = term;

/** K - I ⊗ I contracted with one Jacobian after the other. */
const C1 = declare.definition('C1', [a, b, c, l], sum(d, multiply(slope(l, d), excess(a, b, c, d))));
const C2 = declare.definition('C2', [a, b, k, l], sum(c, multiply(slope(k, c), C1(a, b, c, l))));
const C3 = declare.definition('C3', [a, j, k, l], sum(b, multiply(slope(j, b), C2(a, b, k, l))));
const C4 = declare.definition('C4', [i, j, k, l], sum(a, multiply(slope(i, a), C3(a, j, k, l))));

const covariance = theoremFour.claim.left;

export const covarianceByContractions = statement({
  label: 'V-T7/contractions',
  title: 'Theorem 4 with K - I ⊗ I contracted with one Jacobian after the other',
  given: withFourthMoments,
  claim: equation(covariance, C4(i, j, k, l)),
  expected: 'proved',
  proof: () =>
    start(covariance)
      .equals(theoremFour.claim.right, by.theorem(theoremOf(theoremFour)))
      .equals(C4(i, j, k, l), ...[excess, C1, C2, C3, C4].map(by.definition), by.rearrangement),
});

const left = sumOver([i, j, k, l], square(covariance));
const right = multiply(eighthPowerOfSlopes, squaredMoments);

export const theoremSeven = statement({
  label: 'V-T7',
  title:
    'Theorem 7, squared and for one label: |Cov(I_1)|^2 <= |J|^8 |K - I ⊗ I|^2: for any number of outputs, any network and any exponential family',
  given: withFourthMoments,
  claim: inequality(left, right),
  expected: 'proved',
  proof: () => {
    const along = (index: typeof i) => (output: typeof a) => slope(index, output);
    const slots = [
      slot([j, k, l], [i], a, { matrix: along(i), vector: (o) => C3(o, j, k, l), norm: normOfSlopes }),
      slot([a, k, l], [j], b, { matrix: along(j), vector: (o) => C2(a, o, k, l), norm: normOfSlopes }),
      slot([a, b, l], [k], c, { matrix: along(k), vector: (o) => C1(a, b, o, l), norm: normOfSlopes }),
      slot([a, b, c], [l], d, { matrix: along(l), vector: (o) => excess(a, b, c, o), norm: normOfSlopes }),
    ];
    const between = [
      sumOver([j, k, l, a], square(C3(a, j, k, l))),
      sumOver([a, k, l, b], square(C2(a, b, k, l))),
      sumOver([a, b, l, c], square(C1(a, b, c, l))),
    ];
    const times = (count: number, of: Term): Term => multiply(...Array.from({ length: count }, () => normOfSlopes), of);
    let chain = start(left)
      .equals(sumOver([i, j, k, l], square(C4(i, j, k, l))), by.theorem(theoremOf(covarianceByContractions)))
      .equals(slots[0].from, by.definition(C4), by.interchange);
    [C3, C2, C1].forEach((next, place) => {
      const { to, difference } = slots[place];
      chain = chain
        .atMost(times(place, to), by.difference(times(place, difference)), by.linearity)
        .equals(times(place + 1, between[place]), by.linearity)
        .equals(times(place + 1, slots[place + 1].from), by.definition(next), by.interchange);
    });
    return chain
      .atMost(times(3, slots[3].to), by.difference(times(3, slots[3].difference)), by.linearity)
      .equals(right, by.linearity, by.interchange);
  },
});

export const theoremSevenForLabels = boundForLabels({
  label: 'V-T7/labels',
  title:
    'so N^2 |J|^8 |K - I ⊗ I|^2 for the sum over N independent labels, and for the estimator, their mean, |Cov(I_1)|^2 <= |J|^8 |K - I ⊗ I|^2/N^2: any N',
  given: withFourthMoments,
  entry: (row, column) => multiply(score(row), score(column)),
  theorem: theoremSeven,
});

export const [theoremSevenOnNetworks, theoremSevenForOneOutput] = boundsOnNetworks('V-T7', {
  which: 'first',
  claim: '|Cov(I_1)| <= |J|^4 |K - I ⊗ I|',
  equality: '|Cov(I_1)| = |J|^4 (K - I^2)',
  bound: ({ jacobian, moment }) => jacobian ** 4 * moment,
});
