/** Corollaries A.1 and A.2, (A.11)-(A.15): derivatives of the divergence. */
import { calculation, experiment } from 'fisher-rao';
import { bernoulliDivergence, scoreMoments, threeOutcomes } from './setting.ts';

/** The divergence of exp(-(z - theta)) on z > theta: infinite where the second support is smaller. */
const shifted = (theta: number, other: number): number => (other <= theta ? theta - other : Number.POSITIVE_INFINITY);

export const hessianOfTheDivergence = experiment({
  label: 'A-C.1',
  title: 'F is the Hessian of KL (as printed, without regularity): the shifted exponential, where E[s^2] is 1',
  claim: 'the second difference of KL over h^2 = E[s^2]',
  expected: 'refuted',
  instances: [{ h: 0.1 }],
  // One-sided, since the divergence is infinite on the other side.
  evaluate: ({ h }) => ({ left: (shifted(0, -2 * h) - 2 * shifted(0, -h) + shifted(0, 0)) / h ** 2, right: 1 }),
});

export const hessianOfTheDivergenceOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-C.1/repaired',
  title: 'for a regular family F is the Hessian of KL in either argument; three outcomes, arbitrary probabilities',
  claim: 'at(D(D(KL, u), u), u, t) = F = at(D(D(KL, t), t), u, t)',
  expected: 'proved',
});

export const gradientUnderTheWrongMeasure = experiment({
  label: 'A-A.12p',
  title: 'the gradient of KL is that of the entropies under each parameter (as printed)',
  claim: 'd KL(theta | t) / dt = -d/dt E_t[log q_t], for coins',
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ theta: 0.3, t: 0.6 }],
  evaluate: ({ theta, t }) => {
    const h = 1e-5;
    const meanLog = (s: number): number => s * Math.log(s) + (1 - s) * Math.log(1 - s);
    const slope = (f: (s: number) => number): number => (f(t + h) - f(t - h)) / (2 * h);
    return { left: slope((s) => bernoulliDivergence(theta, s)), right: -slope(meanLog) };
  },
});

export const gradientUnderTheFirstMeasure = calculation({
  ...threeOutcomes,
  label: 'A-A.12p/repaired',
  title: 'the second expectation is under the first parameter too',
  claim: 'D(KL, u) = -(f(t)*D(log(f(u)), u) + g(t)*D(log(g(u)), u) + (1 - f(t) - g(t))*D(log(1 - f(u) - g(u)), u))',
  expected: 'proved',
});

export const secondDerivative = experiment({
  label: 'A-A.12',
  title:
    'the Hessian of KL is minus the mean Hessian, which is F (as printed, without regularity): the shifted exponential',
  claim: '-E[d^2 log q] = E[s^2]',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [{ family: 'shifted exponential', theta: 1 }],
  evaluate: ({ family, theta }) => {
    const { second, hessian } = scoreMoments(family, theta);
    return { left: -hessian, right: second };
  },
});

export const secondDerivativeOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-A.12/repaired',
  title: 'for a regular family it is',
  claim:
    'at(D(D(KL, u), u), u, t) = -(f(t)*D(D(log(f(t)), t), t) + g(t)*D(D(log(g(t)), t), t) + (1 - f(t) - g(t))*D(D(log(1 - f(t) - g(t)), t), t)) = F',
  expected: 'proved',
});

export const expansion = experiment({
  label: 'A-C.2',
  title: 'KL(theta | theta + e) = F e^2/2 + o(e^2) (as printed, without regularity): the shifted exponential',
  claim: 'KL/e^2 = 1/2 up to 10 %, at e = -0.01',
  expected: 'refuted',
  tolerance: 0.1,
  certain: 0.2,
  instances: [{ e: -0.01 }],
  evaluate: ({ e }) => ({ left: shifted(0, e) / e ** 2, right: 0.5 }),
});

const taylor = 'at(KL, u, t) + e*at(D(KL, u), u, t) + e^2/2*at(D(D(KL, u), u), u, t)';

export const expansionOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-C.2/repaired',
  title: 'for a regular family the Taylor polynomial of second order is F e^2/2',
  claim: `${taylor} = F*e^2/2`,
  expected: 'proved',
});

export const thirdOrder = experiment({
  label: 'A-C.2/third-order',
  title: 'the remainder is of third order: for a coin of 0.3 it tends to -3.0234 e^3',
  claim: '(KL - F e^2/2)/e^3 tends to -3.0234',
  expected: 'supported',
  tolerance: 2e-3,
  certain: 1e-2,
  instances: [{ e: 1e-4 }],
  evaluate: ({ e }) => ({
    left: (bernoulliDivergence(0.3, 0.3 + e) - e ** 2 / (2 * 0.21)) / e ** 3,
    right: -3.0234,
  }),
});

export const signOfEpsilon = experiment({
  label: 'A-fn.5',
  title: 'the sign of e does not matter (as printed): for KL itself',
  claim: 'KL(theta | theta + e) = KL(theta | theta - e)',
  expected: 'refuted',
  instances: [{ theta: 0.3, e: 0.1 }],
  evaluate: ({ theta, e }) => ({
    left: bernoulliDivergence(theta, theta + e),
    right: bernoulliDivergence(theta, theta - e),
  }),
});

export const signOfEpsilonInTheForm = calculation({
  ...threeOutcomes,
  label: 'A-fn.5/repaired',
  title: 'it does not matter for the quadratic form',
  claim: `at(F*e^2/2, e, -e) = F*e^2/2`,
  expected: 'proved',
});

export const taylorOfTheLogarithm = calculation({
  ...threeOutcomes,
  label: 'A-A.14',
  title: 'the expansion of the log-density: its second-order polynomial has the derivatives of log q at zero',
  definitions: {
    ...threeOutcomes.definitions,
    polynomial: 'log(f(t)) + e*D(log(f(t)), t) + e^2/2*D(D(log(f(t)), t), t)',
  },
  claim: 'at(D(D(polynomial, e), e), e, 0) = at(D(D(log(f(t + e)), e), e), e, 0)',
  expected: 'proved',
});

export const expansionStepByStep = experiment({
  label: 'A-A.15',
  title:
    'the chain to F e^2/2 + o(e^2) (as printed, without regularity): the shifted exponential has a first-order term',
  claim: 'KL(theta | theta + e)/e tends to 0',
  expected: 'refuted',
  tolerance: 0.1,
  certain: 0.5,
  instances: [{ e: -1e-3 }],
  evaluate: ({ e }) => ({ left: Math.abs(shifted(0, e) / e), right: 0 }),
});

export const expansionStepByStepOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-A.15/repaired',
  title: 'for a regular family the terms of order zero and one vanish and the second is F e^2/2',
  claim: 'at(KL, u, t) = at(D(KL, u), u, t) = at(D(D(KL, u), u), u, t)*e^2/2 - F*e^2/2',
  expected: 'proved',
});
