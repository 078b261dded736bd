import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import {
  bernoulli,
  beta,
  cauchy,
  chiSquared,
  dirichlet,
  exponential,
  type Family,
  frechet,
  gamma,
  generalisedNormal,
  geometric,
  gumbel,
  hyperbolicSecant,
  inverseGamma,
  inverseGaussian,
  laplace,
  logistic,
  logLogistic,
  logNormal,
  multinomial,
  nakagami,
  negativeBinomial,
  pareto,
  poisson,
  rayleigh,
  studentT,
  uniform,
  vonMises,
  vonMisesFisher,
  weibull,
} from '../../src/families/index.ts';
import { exactGeometry, exactModel, familyGeometryAt } from '../../src/interpret/index.ts';

const shapes = '(polygamma(1, k) + k*polygamma(2, k))/(2*(k*polygamma(1, k) - 1)^2)';
const [A, B, S] = ['a', 'b', 'a + b'].map((u) => `polygamma(1, ${u})`);
const [A2, B2, S2] = ['a', 'b', 'a + b'].map((u) => `polygamma(2, ${u})`);
const betaScalar = `(${A2}*${S2}*${B} + ${B2}*${S2}*${A} - ${A2}*${B2}*${S})/(2*(${A}*${B} - ${S}*(${A} + ${B}))^2)`;

/**
 * Textbook values. Metrics: second derivatives of the log-partition by hand. Curvatures: two-dimensional Hessian metrics
 * by R = det(third derivatives)/(2 det(g)^2); one dimension is flat. Location-scale families [[a, c], [c, b]]/s^2, also in
 * the logarithm of the sample: R = -2a/(ab - c^2), with the integrals a, b, c of Johnson, Kotz, Balakrishnan, and for the
 * hyperbolic secant a = (pi/2)^2 E[tanh^2] = b = pi^2/8. Non-regular families: second moments of the score.
 */
const oracles: readonly (readonly [family: Family, metric: readonly string[], scalar: string])[] = [
  [bernoulli(), ['1/(theta*(1 - theta))'], '0'],
  [exponential(), ['1/lambda^2'], '0'],
  [rayleigh(), ['4/sigma^2'], '0'],
  [chiSquared(), ['polygamma(1, k/2)/4'], '0'],
  [poisson(), ['1/lambda'], '0'],
  [geometric(), ['1/(theta^2*(1 - theta))'], '0'],
  [negativeBinomial(), ['r/(theta^2*(1 - theta))'], '0'],
  [gamma(), ['polygamma(1, k)', '1/theta', '1/theta', 'k/theta^2'], shapes],
  [inverseGamma(), ['polygamma(1, k)', '-1/theta', '-1/theta', 'k/theta^2'], shapes],
  [beta(), [`${A} - ${S}`, `-${S}`, `-${S}`, `${B} - ${S}`], betaScalar],
  [inverseGaussian(), ['lambda/mu^3', '0', '0', '1/(2*lambda^2)'], '-1'],
  [nakagami(), ['polygamma(1, m) - 1/m', '0', '0', 'm/omega^2'], shapes.replaceAll(/\bk\b/g, 'm')],
  [
    multinomial(3),
    ['N/p1 + N/(1 - p1 - p2)', 'N/(1 - p1 - p2)', 'N/(1 - p1 - p2)', 'N/p2 + N/(1 - p1 - p2)'],
    '1/(2*N)',
  ],
  [logNormal(), ['1/sigma^2', '0', '0', '2/sigma^2'], '-1'],
  [
    gumbel(),
    ['1/beta^2', '-(1 + digamma(1))/beta^2', '-(1 + digamma(1))/beta^2', '(pi^2/6 + (1 + digamma(1))^2)/beta^2'],
    '-12/pi^2',
  ],
  [
    weibull(),
    ['(pi^2/6 + (1 + digamma(1))^2)/k^2', '-(1 + digamma(1))/lambda', '-(1 + digamma(1))/lambda', 'k^2/lambda^2'],
    '-12/pi^2',
  ],
  [
    frechet(),
    ['(pi^2/6 + (1 + digamma(1))^2)/alpha^2', '(1 + digamma(1))/s', '(1 + digamma(1))/s', 'alpha^2/s^2'],
    '-12/pi^2',
  ],
  [logistic(), ['1/(3*s^2)', '0', '0', '(pi^2 + 3)/(9*s^2)'], '-18/(pi^2 + 3)'],
  [logLogistic(), ['beta^2/(3*alpha^2)', '0', '0', '(pi^2 + 3)/(9*beta^2)'], '-18/(pi^2 + 3)'],
  [hyperbolicSecant(), ['pi^2/(8*sigma^2)', '0', '0', 'pi^2/(8*sigma^2)'], '-16/pi^2'],
  [cauchy(), ['1/(2*gamma^2)', '0', '0', '1/(2*gamma^2)'], '-4'],
  [studentT(), ['(nu + 1)/((nu + 3)*sigma^2)', '0', '0', '2*nu/((nu + 3)*sigma^2)'], '-(nu + 3)/nu'],
  [generalisedNormal(), ['p^2*exp(lgamma(2 - 1/p) - lgamma(1/p))/alpha^2', '0', '0', 'p/alpha^2'], '-2/p'],
  [generalisedNormal(rational(4)), ['12*exp(lgamma(3/4) - lgamma(1/4))/alpha^2', '0', '0', '4/alpha^2'], '-1/2'],
  [laplace(), ['1/b^2', '0', '0', '1/b^2'], '-2'],
  [pareto(), ['1/alpha^2', '0', '0', 'alpha^2/x_m^2'], '-2'],
  [uniform(), ['1/theta^2'], '0'],
];

describe.each(oracles)('$name in closed form', (family, metric, scalar) => {
  const model = exactModel(family);
  const geometry = exactGeometry(model);
  const { field } = model;
  const printed = (text: string): string =>
    printClosedForm(field, evaluateExpression(field, parseExpression(text), field.symbol));

  test('has the metric of the textbook', () => {
    const d = family.coordinates.length;
    const components = metric.map((_, place) => geometry.metric.at([Math.floor(place / d), place % d]));
    expect(components.map((g) => printClosedForm(field, g))).toEqual(metric.map(printed));
  });

  test('has the scalar curvature of the textbook', () => {
    expect(printClosedForm(field, geometry.scalar.at([]))).toBe(printed(scalar));
  });
});

test.each([
  // 20 digits by mpmath from the formula above; the last from the metric diag(psi_1(a_k)) - psi_1(a) by finite sums.
  [gamma(), { k: 1, theta: 1 }, -0.9126073828803842],
  [inverseGamma(), { k: 1, theta: 3 }, -0.9126073828803842],
  [beta(), { a: 1, b: 1 }, -0.778806090450359],
  [dirichlet(3), { a1: 1, a2: 1, a3: 1 }, -1.3502045606734148],
  // mpmath, 40 digits: dr^2 + f(r)^2 (dtheta^2 + sin^2(theta) dphi^2) has R = -4 f''/f + 2 (1 - f'^2)/f^2, where dr^2 =
  // A'(kappa) dkappa^2, f^2 = kappa A(kappa), A = coth(kappa) - 1/kappa.
  // The same in the plane, A = I1/I0: R = -2 f''/f.
  [vonMises(), { mu: 1, kappa: 1 }, -0.12418654365513887],
  [vonMises(), { mu: -2, kappa: 2 }, -0.4582060069418478],
  [vonMisesFisher(), { kappa: 1, theta: 1, phi: 2 }, -0.12795561506642428],
  [vonMisesFisher(), { kappa: 2, theta: 2, phi: 0 }, -0.4479931754370294],
])('$name at a point has the scalar curvature computed independently', (family, point, scalar) => {
  const exact = Object.fromEntries(Object.entries(point).map(([name, value]) => [name, rational(value)]));
  expect(Math.abs(familyGeometryAt(family, exact).scalar - scalar)).toBeLessThan(1e-11);
});

test('a Dirichlet metric is diag(psi_1(a_k)) - psi_1(a_1 + ... + a_n)', () => {
  const model = exactModel(dirichlet(4));
  const { metric } = exactGeometry(model);
  const form = (text: string) => evaluateExpression(model.field, parseExpression(text), model.field.symbol);
  const total = 'polygamma(1, a1 + a2 + a3 + a4)';
  for (const [i, j] of [
    [0, 0],
    [1, 3],
    [3, 3],
  ]) {
    const expected = i === j ? `polygamma(1, a${i + 1}) - ${total}` : `-${total}`;
    expect(model.field.equals(metric.at([i, j]), form(expected))).toBe(true);
  }
});

test.each<[Family, string, readonly string[]]>([
  [vonMises(), 'besseli(1, kappa)/besseli(0, kappa)', ['kappa*A', '0', '1 - A/kappa - A^2']],
  [
    vonMisesFisher(),
    'coth(kappa) - 1/kappa',
    ['1 - 2*A/kappa - A^2', '0', 'kappa*A', '0', '0', 'kappa*A*sin(theta)^2'],
  ],
])(
  "$name: concentration has the metric A'(kappa), directions kappa A(kappa) times that of the sphere",
  (family, ratio, rows) => {
    // Mardia, Jupp 2000, Directional Statistics, (A.12) and section 9.3: A is the mean resultant length; A' by hand.
    const model = exactModel(family);
    const { metric } = exactGeometry(model);
    const form = (text: string) =>
      evaluateExpression(model.field, parseExpression(text.replaceAll('A', `(${ratio})`)), model.field.symbol);
    const lower = family.coordinates.flatMap((_, i) => family.coordinates.slice(0, i + 1).map((__, j) => [i, j]));
    lower.forEach((indices, k) => {
      expect(model.field.equals(metric.at(indices), form(rows[k]))).toBe(true);
    });
  },
);
