/** Section 2.2: lengths, geodesics, connection and curvature; section 2.3 repeats some of them. */
import {
  by,
  calculation,
  categorical,
  equation,
  experiment,
  normal,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { expectation, i, information, j, p, twiceRegularX, x } from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';

const { derivative, log, negate } = term;

type Matrix = number[][];

/** The speed by the root of the sum, and by the sum of the roots; NaN where a root is not real. */
const speed = (g: Matrix, v: readonly number[]): number =>
  Math.sqrt(g.reduce((sum, row, a) => sum + row.reduce((inner, value, b) => inner + value * v[a] * v[b], 0), 0));
const sumOfRoots = (g: Matrix, v: readonly number[]): number =>
  g.reduce((sum, row, a) => sum + row.reduce((inner, value, b) => inner + Math.sqrt(value * v[a] * v[b]), 0), 0);

const curves: { g: Matrix; v: number[] }[] = [
  {
    g: [
      [1, 0],
      [0, 1],
    ],
    v: [1, 1],
  },
  {
    g: [
      [1, 0],
      [0, 2],
    ],
    v: [1, 1],
  },
];

/** The length with the root inside the sum. */
const asPrinted = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'sum_ij sqrt(g_ij v_i v_j) = sqrt(sum_ij g_ij v_i v_j)',
    expected: 'refuted',
    instances: curves,
    evaluate: ({ g, v }) => ({ left: sumOfRoots(g, v), right: speed(g, v) }),
  });

/** The square of the speed does not depend on coordinates. */
const repaired = (label: string) =>
  calculation({
    label,
    title: 'with the sum under the root the speed does not depend on coordinates: g(J w, J w) for the velocity J w',
    symbols: {
      a: 'positive',
      b: 'real',
      e: 'positive',
      j11: 'real',
      j12: 'real',
      j21: 'real',
      j22: 'real',
      w1: 'real',
      w2: 'real',
    },
    definitions: {
      v1: 'j11*w1 + j12*w2',
      v2: 'j21*w1 + j22*w2',
      g11: 'a*j11^2 + 2*b*j11*j21 + e*j21^2',
      g12: 'a*j11*j12 + b*(j11*j22 + j21*j12) + e*j21*j22',
      g22: 'a*j12^2 + 2*b*j12*j22 + e*j22^2',
    },
    claim: 'a*v1^2 + 2*b*v1*v2 + e*v2^2 = g11*w1^2 + 2*g12*w1*w2 + g22*w2^2',
    expected: 'proved',
  });

export const curveLength = asPrinted('T-2.2.14', 'the length of a curve, the root inside the sum (as printed)');
export const curveLengthRepaired = repaired('T-2.2.14/repaired');
export const curveLengthAgain = asPrinted('T-2.3.5', 'the length once more, the root inside the sum (as printed)');
export const curveLengthAgainRepaired = repaired('T-2.3.5/repaired');

export const geodesics = experiment({
  label: 'T-2.2.14a',
  title: 'geodesics are the shortest curves between their ends (as printed): three quarters of a great circle',
  claim: 'the length of the arc <= the distance of its ends',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ angle: (3 * Math.PI) / 2 }],
  evaluate: ({ angle }) => ({ left: angle, right: Math.acos(Math.cos(angle)) }),
});

const sphere = {
  metric: {
    coordinates: { theta: 'real', phi: 'real' },
    entries: [
      ['1', '0'],
      ['0', 'sin(theta)^2'],
    ],
  },
} as const;

export const geodesicEquation = calculation({
  ...sphere,
  label: 'T-2.2.14a/repaired',
  title:
    'they solve the geodesic equation, as the equator does whatever its length: Gamma^theta_phiphi = -sin cos vanishes there',
  // theta'' + Gamma^theta_phiphi phi'^2 = 0 with constant theta and phi' = 1.
  claim: 'christoffel(theta, phi, phi) + sin(theta)*cos(theta) = 0 = christoffel(phi, phi, phi)',
  expected: 'proved',
});

export const normalDistance = experiment({
  label: 'T-2.2.14a/normal',
  title: 'the distance from (0, 1) to (2, 1) in the normal family is sqrt(2) arcosh 2 = 1.862460',
  claim: 'the length of the ellipse (mu - 1)^2/2 + sigma^2 = 3/2 between them = sqrt(2) arcosh 2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ steps: 200_000 }],
  evaluate: ({ steps }) => {
    const radius = Math.sqrt(1.5);
    const end = Math.acos(1 / Math.sqrt(3)); // mu = 1 + sqrt(2) radius cos, sigma = radius sin
    const [from, to] = [Math.PI - end, end];
    let length = 0;
    for (let k = 0; k < steps; k++) {
      const angle = from + ((k + 0.5) * (to - from)) / steps;
      const mu = -Math.SQRT2 * radius * Math.sin(angle);
      const sigma = radius * Math.cos(angle);
      length += (Math.sqrt(mu ** 2 + 2 * sigma ** 2) / (radius * Math.sin(angle))) * (Math.abs(to - from) / steps);
    }
    return { left: length, right: Math.SQRT2 * Math.acosh(2) };
  },
});

export const hessianForm = calculation({
  label: 'T-2.2.15',
  title:
    'the metric is minus the mean Hessian (as printed, without regularity): the uniform distribution on (0, theta)',
  symbols: { theta: 'positive' },
  // On the support the log-density is -log(theta), whatever the outcome: means are values.
  definitions: { l: '-log(theta)' },
  claim: 'D(l, theta)^2 = -D(D(l, theta), theta)',
  expected: 'refuted',
});

const minusMeanHessian = negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x))))));

export const hessianFormOfRegularFamilies = statement({
  label: 'T-2.2.15/repaired',
  title: 'for a regular family it is',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), minusMeanHessian),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(minusMeanHessian, by.theorem(theoremOf(twoFormsOfTheMetric))),
});

export const christoffelSymbols = calculation({
  family: normal(),
  label: 'T-2.2.16',
  title: 'Gamma^i_jk is half of g^im (d_l g_mk + d_k g_ml - d_m g_kl), free of j (as printed)',
  claim: 'christoffel(mu, mu, sigma) = christoffel(mu, sigma, sigma)',
  expected: 'refuted',
});

const lowered = (k: string, a: string, b: string): string =>
  `(D(metric(${k}, ${a}), ${b}) + D(metric(${k}, ${b}), ${a}) - D(metric(${a}, ${b}), ${k}))/(2*metric(${k}, ${k}))`;

export const christoffelSymbolsRepaired = calculation({
  family: normal(),
  label: 'T-2.2.16/repaired',
  title: 'it is half of g^im (d_k g_mj + d_j g_mk - d_m g_jk); in the normal family',
  claim: `christoffel(mu, mu, sigma) - ${lowered('mu', 'mu', 'sigma')} = 0 = christoffel(sigma, mu, mu) - ${lowered('sigma', 'mu', 'mu')}`,
  expected: 'proved',
});

export const christoffelValues = calculation({
  family: normal(),
  label: 'T-2.2.16/values',
  title: 'in the normal family they are -1/sigma, 1/(2 sigma) and -1/sigma',
  claim: 'christoffel(mu, mu, sigma) = -1/sigma = christoffel(sigma, sigma, sigma) = -2*christoffel(sigma, mu, mu)',
  expected: 'proved',
});

const gamma = (a: string, b: string, c: string): string => `christoffel(${a}, ${b}, ${c})`;
const entry = (m: string): string =>
  `${gamma('mu', m, 'mu')}*${gamma(m, 'sigma', 'sigma')} - ${gamma('mu', m, 'sigma')}*${gamma(m, 'mu', 'sigma')}`;

export const riemannTensor = calculation({
  family: normal(),
  label: 'T-2.2.17',
  title:
    'R^i_jkl = d_k Gamma^i_jl - d_l Gamma^i_jk + Gamma^i_mk Gamma^m_jl - Gamma^i_ml Gamma^m_jk, here R^mu_sigma mu sigma',
  claim: `riemann(mu, sigma, mu, sigma) = D(${gamma('mu', 'sigma', 'sigma')}, mu) - D(${gamma('mu', 'mu', 'sigma')}, sigma) + ${entry('mu')} + ${entry('sigma')} = -riemann(mu, sigma, sigma, mu)`,
  expected: 'proved',
});

export const scalarCurvature = calculation({
  family: normal(),
  label: 'T-2.2.18',
  title: 'R = g^ij R^m_imj: for the normal family -1, with Ric = -g/2',
  claim:
    'ricci(mu, mu)/metric(mu, mu) + ricci(sigma, sigma)/metric(sigma, sigma) = scalar = -1 = 2*ricci(mu, mu)/metric(mu, mu)',
  expected: 'proved',
});

export const scalarCurvatureOfTheTrinomial = calculation({
  family: categorical(3),
  label: 'T-2.2.18/trinomial',
  title: 'for the trinomial family 1/2',
  claim: 'scalar = 1/2',
  expected: 'proved',
});

export const indexPlacement = experiment({
  label: 'T-2.2.19',
  title: 'whether indices stand above or below does not matter (as printed): for the metric',
  claim: 'g^ij = g_ij for the normal family at sigma = 2',
  expected: 'refuted',
  instances: [{ sigma: 2 }],
  evaluate: ({ sigma }) => ({ left: [sigma ** 2, sigma ** 2 / 2], right: [1 / sigma ** 2, 2 / sigma ** 2] }),
});

export const inverseMetric = calculation({
  label: 'T-2.2.19/repaired',
  title: 'g^ij is the inverse of g_ij: their contraction is the identity',
  symbols: { a: 'positive', b: 'real', e: 'positive' },
  definitions: { det: 'a*e - b^2' },
  claim: 'a*(e/det) + b*(-b/det) = 1 = 1 + (a*(-b/det) + b*(a/det))',
  expected: 'proved',
});

export const curvedManifold = calculation({
  label: 'T-2.3.K',
  title: 'a statistical manifold is curved (as printed): the linear model with unit normal noise',
  metric: {
    coordinates: { u: 'real', v: 'real' },
    entries: [
      ['5', '3'],
      ['3', '2'],
    ],
  },
  // The metric of two parameters is J^T J, constant, here for the inputs (1, 1) and (2, 1).
  claim: 'scalar = -1',
  expected: 'refuted',
});

export const flatManifold = calculation({
  label: 'T-2.3.K/repaired',
  title: 'it may be flat, as that of the linear model is',
  metric: {
    coordinates: { u: 'real', v: 'real' },
    entries: [
      ['5', '3'],
      ['3', '2'],
    ],
  },
  claim: 'scalar = 0',
  expected: 'proved',
});

export const lengthAlongACoordinate = experiment({
  label: 'T-2.3.6',
  title: 'the length along one coordinate is the integral of sqrt(g_ii) dtheta_i/dt (as printed): mu = -t',
  claim: 'the integral is not negative',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ sigma: 1, velocity: -1 }],
  evaluate: ({ sigma, velocity }) => ({ left: 0, right: (1 / sigma) * velocity }),
});

export const lengthAlongACoordinateRepaired = calculation({
  label: 'T-2.3.6/repaired',
  title: 'it is that of sqrt(g_ii) |dtheta_i/dt|, whose square is g_ii (dtheta_i/dt)^2',
  symbols: { g: 'positive', v: 'real' },
  claim: '0 <= g*v^2',
  difference: 'g*v^2',
  expected: 'proved',
});
