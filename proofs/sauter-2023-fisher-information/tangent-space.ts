/** Section 2.2: manifolds, curves and tangent vectors. */
import { by, calculation, equation, experiment, normal, start, statement, term } from 'fisher-rao';
import { expectation, i, p, regularX, score, x } from './setting.ts';

export const manifold = experiment({
  label: 'T-2.2.M',
  title:
    'a space that is locally like R^n is a manifold (as printed): the line with two origins, whose limits are not unique',
  claim: 'a sequence has one limit: 1/k tends to both origins',
  expected: 'refuted',
  instances: [{ origins: ['0', "0'"] }],
  // Every neighbourhood of either origin contains all numbers of small size: both are limits.
  evaluate: ({ origins }) => {
    const isLimit = (_origin: string): boolean => [0.5, 0.1, 0.01].every((radius) => 1 / (2 / radius) < radius);
    return { left: origins.filter(isLimit).length, right: 1 };
  },
});

export const hausdorff = calculation({
  label: 'T-2.2.M/repaired',
  title:
    'with the Hausdorff property added, charts differ by smooth maps: coordinates on overlaps have invertible derivatives',
  symbols: { t: 'real' },
  functions: ['f', 'g'],
  // g inverts f: the derivative of t = g(f(t)) is the product of theirs.
  assume: { inverse: 'g(f(t)) = t' },
  claim: 'D(g(f(t)), t) = at(D(g(t), t), t, f(t))*D(f(t), t)',
  expected: 'proved',
});

export const sphere = calculation({
  label: 'T-2.2.M1',
  title: 'the sphere of radius r is curved: its scalar curvature is 2/r^2, here for r = 3',
  metric: {
    coordinates: { theta: 'real', phi: 'real' },
    entries: [
      ['9', '0'],
      ['0', '9*sin(theta)^2'],
    ],
  },
  claim: 'scalar = 2/9',
  expected: 'proved',
});

export const octant = experiment({
  label: 'T-2.2.M1/octant',
  title: 'the angles of an octant sum to 270 degrees, the excess is its area',
  claim: 'sum of angles - pi = area = pi/2 on the unit sphere',
  expected: 'supported',
  instances: [
    {
      corners: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
  ],
  evaluate: ({ corners }) => {
    const angles = corners.map((corner, k) => angleAt(corner, corners[(k + 1) % 3], corners[(k + 2) % 3]));
    const excess = angles.reduce((sum, angle) => sum + angle, 0) - Math.PI;
    return { left: [excess, excess], right: [(4 * Math.PI) / 8, Math.PI / 2] };
  },
});

/** The angle at `a` between great circles to `b` and `c`. */
function angleAt(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const dot = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, k) => sum + value * v[k], 0);
  const tangent = (v: readonly number[]): number[] => v.map((value, k) => value - dot(a, v) * a[k]);
  const [u, v] = [tangent(b), tangent(c)];
  return Math.acos(dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v)));
}

export const smoothFamily = calculation({
  label: 'T-2.2.M2',
  title:
    'a smooth family with n parameters is an n-dimensional manifold (as printed): the metric of N(a + b, 1) is not singular',
  symbols: { a: 'real', b: 'real', m: 'real' },
  // All entries of the information are the derivative of the mean along one times that along the other.
  definitions: { det: 'D(a + b, a)^2*D(a + b, b)^2 - (D(a + b, a)*D(a + b, b))^2' },
  claim: 'det = 1',
  expected: 'refuted',
});

export const independentScores = calculation({
  label: 'T-2.2.M2/repaired',
  title: 'it needs independent scores: in N(m, s^2) they are, the determinant is 2/s^4',
  family: normal(),
  claim: 'metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2 = 2/sigma^4',
  expected: 'proved',
});

export const chartDirection = experiment({
  label: 'T-2.2.P',
  title:
    'the same map takes coordinates to points and points to coordinates (as printed): polar angle and point of the circle',
  claim: 'the image of an angle has one number, as an angle has',
  expected: 'refuted',
  instances: [{ angle: 1 }],
  evaluate: ({ angle }) => ({ left: [Math.cos(angle), Math.sin(angle)].length, right: 1 }),
});

export const chart = calculation({
  label: 'T-2.2.P/repaired',
  title: 'a chart takes points to coordinates, its inverse back: tan(angle/2) = sin/(1 + cos)',
  symbols: { t: 'real' },
  claim: 'sin(t)/(1 + cos(t)) = tan(t/2)',
  expected: 'proved',
});

const curve = { symbols: { t: 'real', u: 'real', v: 'real' }, functions: ['f', 'a', 'b'] } as const;
const along = (name: 'u' | 'v'): string => `at(at(D(f(u, v), ${name}), u, a(t)), v, b(t))`;

export const derivativeAlongACurve = calculation({
  ...curve,
  label: 'T-2.2.3',
  title: 'the derivative along a curve is the sum of partial derivatives times velocities',
  claim: `D(f(a(t), b(t)), t) = ${along('u')}*D(a(t), t) + ${along('v')}*D(b(t), t)`,
  expected: 'proved',
});

export const tangentVectors = calculation({
  label: 'T-2.2.3a',
  title: 'the partial derivatives are independent: applied to the coordinates they give the identity',
  symbols: { u: 'real', v: 'real' },
  claim: 'D(u, u) = 1 = D(v, v) = 1 + D(u, v) = 1 + D(v, u)',
  expected: 'proved',
});

export const coordinateCurves = calculation({
  ...curve,
  label: 'T-2.2.4',
  title: 'along a coordinate curve the derivative is the partial derivative',
  claim: 'at(D(f(u + t, v), t), t, 0) = D(f(u, v), u)',
  expected: 'proved',
});

export const naturalBasis = calculation({
  ...curve,
  label: 'T-2.2.5',
  title: 'a tangent vector is a combination of the natural basis: derivations are linear in their components',
  claim: 'at(D(f(u + 2*t, v - 3*t), t), t, 0) = 2*D(f(u, v), u) - 3*D(f(u, v), v)',
  expected: 'proved',
});

export const components = calculation({
  ...curve,
  label: 'T-2.2.6',
  title: 'whose components are the velocities of the coordinates along the curve',
  claim: 'at(D(u + a(t), t), t, 0) = at(D(a(t), t), t, 0)',
  expected: 'proved',
});

export const logLikelihood = calculation({
  label: 'T-2.2.7',
  title: 'the log-likelihood: its exponential is the likelihood',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'exp(log(f(x, theta))) = f(x, theta)',
  expected: 'proved',
});

export const scoresOfReluNetworks = experiment({
  label: 'T-2.2.7a',
  title: 'the scores of a network are independent (as printed): y ~ N(v relu(u x), 1)',
  claim: 'det(J^T J) is positive for the Jacobian J of the outputs in (u, v)',
  expected: 'refuted',
  instances: [{ u: 2, v: 3, inputs: [1, 2, 3] }],
  evaluate: ({ u, v, inputs }) => {
    const rows = inputs.map((input) => (u * input >= 0 ? [v * input, u * input] : [0, 0]));
    const dot = (k: number, l: number): number => rows.reduce((sum, row) => sum + row[k] * row[l], 0);
    return { left: Math.sign(dot(0, 0) * dot(1, 1) - dot(0, 1) ** 2), right: 1 };
  },
});

export const rescaling = calculation({
  label: 'T-2.2.7a/repaired',
  title: 'they are dependent at every parameter, by the symmetry of rescaling: u dh/du - v dh/dv = 0 where h = v u x',
  symbols: { u: 'real', v: 'real', x: 'real' },
  definitions: { h: 'v*u*x' },
  claim: 'u*D(h, u) - v*D(h, v) = 0',
  expected: 'proved',
});

export const oneRepresentation = experiment({
  label: 'T-2.2.8',
  title: 'the 1-representation is the set of A_i d_i l without a sum (as printed): closed under addition',
  claim: 'the sum of (1, 0) and (0, 1) is a multiple of one of the axes',
  expected: 'refuted',
  instances: [{ first: [1, 0], second: [0, 1] }],
  evaluate: ({ first, second }) => {
    const total = first.map((value, k) => value + second[k]);
    return { left: total.filter((value) => value !== 0).length, right: 1 };
  },
});

export const meanOfTheRepresentation = statement({
  label: 'T-2.2.8/repaired',
  title: 'its elements sum_i A_i d_i l have mean zero, as each term has',
  given: regularX,
  claim: equation(term.multiply(3, expectation(x, p(x), score(i, p(x)))), 0),
  expected: 'proved',
  proof: () =>
    start(term.multiply(3, expectation(x, p(x), score(i, p(x)))))
      .equals(term.multiply(3, term.sum(x, term.derivative(i, p(x)))), by.logarithmicDerivative)
      .equals(term.multiply(3, term.derivative(i, term.sum(x, p(x)))), by.derivativeOfSum)
      .equals(term.multiply(3, term.derivative(i, 1)), by.normalisation(p))
      .equals(0, by.differentiation),
});

export const naturalIsomorphism = experiment({
  label: 'T-2.2.9',
  title: 'the tangent space and its 1-representation are isomorphic (as printed): N(a + b, 1)',
  claim: 'the vectors d_a and d_b have different representations',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ x: 1.3, a: 0.2, b: 0.4 }],
  // Both scores are x - a - b; "different" says that 1e-3 is at most their distance.
  evaluate: ({ x: outcome, a, b }) => {
    const h = 1e-5;
    const log = (s: number, t: number): number => -((outcome - s - t) ** 2) / 2;
    const first = (log(a + h, b) - log(a - h, b)) / (2 * h);
    const second = (log(a, b + h) - log(a, b - h)) / (2 * h);
    return { left: 1e-3, right: Math.abs(first - second) };
  },
});

export const isomorphismOfIndependentScores = calculation({
  label: 'T-2.2.9/repaired',
  title: 'they are where the scores are independent: in the normal family u s_mu + v s_sigma = 0 only for u = v = 0',
  family: normal(),
  symbols: { u: 'real', v: 'real' },
  claim: 'E((u*D(logdensity, mu) + v*D(logdensity, sigma))^2) = u^2/sigma^2 + 2*v^2/sigma^2',
  expected: 'proved',
});

const product = { family: normal(), symbols: { a: 'real', b: 'real', c: 'real', d: 'real' } } as const;
const A = '(a*D(logdensity, mu) + b*D(logdensity, sigma))';
const B = '(c*D(logdensity, mu) + d*D(logdensity, sigma))';
const inComponents = 'a*c*metric(mu, mu) + (a*d + b*c)*metric(mu, sigma) + b*d*metric(sigma, sigma)';

export const innerProduct = calculation({
  ...product,
  label: 'T-2.2.10',
  title: 'the mean of the product of two representations is bilinear and symmetric',
  claim: `E(${A}*${B}) = E(${B}*${A}) = a*E(D(logdensity, mu)*${B}) + b*E(D(logdensity, sigma)*${B})`,
  expected: 'proved',
});

export const transported = calculation({
  ...product,
  label: 'T-2.2.11',
  title: 'the inner product of tangent vectors is that of their representations',
  claim: `E(${A}*${B}) = ${inComponents}`,
  expected: 'proved',
});

export const metricIsInformation = experiment({
  label: 'T-2.2.12',
  title: 'the metric is E[d_i l, d_j l] (as printed, a pair, not a product): with the entries of the pair added',
  claim: 'E[d_i l + d_j l] = E[d_i l d_j l] for a coin',
  expected: 'refuted',
  instances: [{ theta: 0.3 }],
  evaluate: ({ theta }) => {
    const scores = [1 / theta, -1 / (1 - theta)];
    const mean = (f: (s: number) => number): number => theta * f(scores[0]) + (1 - theta) * f(scores[1]);
    return { left: mean((s) => s + s), right: mean((s) => s * s) };
  },
});

export const metricIsMeanProduct = calculation({
  label: 'T-2.2.12/repaired',
  title: 'it is the mean of the product',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma))',
  expected: 'proved',
});

export const innerProductInComponents = calculation({
  ...product,
  label: 'T-2.2.13',
  title: 'in components it is sum_ij A_i B_j g_ij',
  claim: `E(${A}*${B}) = ${inComponents}`,
  expected: 'proved',
});

export const orthogonality = calculation({
  ...product,
  label: 'T-2.2.13a',
  title: 'mean and width of the normal family are orthogonal, and |A|^2 = sum_ij A_i A_j g_ij',
  claim: `metric(mu, sigma) = 0 = E(${A}^2) - (a^2*metric(mu, mu) + b^2*metric(sigma, sigma))`,
  expected: 'proved',
});
