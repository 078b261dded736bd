/** Lemmas 2 and 5, table 1 and figure 1: the moments of the output families. */
import { bernoulli, calculation, experiment, normal, poisson } from 'fisher-rao';
import { drawCase, flat, outcomes, outputsOf, range, total } from './setting.ts';

const generic = {
  symbols: { a: 'real', b: 'real', c: 'real', d: 'real', s: 'real', u: 'real', v: 'real', w: 'real' },
  functions: ['F'],
} as const;

/** The generating function of the centred statistics, exp(F(h + s) - F(h) - s.F'(h)), in four directions. */
const central =
  'exp(F(a + s, b + u, c + v, d + w) - F(a, b, c, d) - s*D(F(a, b, c, d), a) - u*D(F(a, b, c, d), b) - v*D(F(a, b, c, d), c) - w*D(F(a, b, c, d), d))';
const atZero = (text: string): string => `at(at(at(at(${text}, s, 0), u, 0), v, 0), w, 0)`;
const second = (x: string, y: string): string => `D(D(F(a, b, c, d), ${x}), ${y})`;

export const covarianceOfTheStatistics = calculation({
  ...generic,
  label: 'V-L2',
  title: 'Lemma 2: the information of the outputs is the covariance of the statistics, the Hessian of F: for any F',
  definitions: { M: central },
  claim: `${atZero('D(D(M, s), u)')} = ${second('a', 'b')}`,
  expected: 'proved',
});

export const meanOfTheStatistics = calculation({
  ...generic,
  label: 'V-L2/mean',
  title: 'and the gradient of F is their mean: centred by it they have mean zero',
  definitions: { M: central },
  claim: `${atZero('D(M, s)')} = 0`,
  expected: 'proved',
});

export const fourthMoments = calculation({
  ...generic,
  label: 'V-L5',
  title: 'Lemma 5: K_abcd = kappa_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc, for any F and any four directions',
  definitions: { M: central },
  claim: `${atZero('D(D(D(D(M, s), u), v), w)')} = D(D(D(D(F(a, b, c, d), a), b), c), d) + ${second('a', 'b')}*${second('c', 'd')} + ${second('a', 'c')}*${second('b', 'd')} + ${second('a', 'd')}*${second('b', 'c')}`,
  expected: 'proved',
});

export const fourthMomentsByOutcomes = experiment({
  label: 'V-L5/outcomes',
  title: 'the same against sums over outcomes, for the four families',
  claim: 'E[prod (t - eta)] = kappa_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 16,
  evaluate: (given) => {
    const { h, eta, K } = outputsOf(given);
    const list = outcomes(given.family, h);
    const indices = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);
    return {
      left: indices.map((places) =>
        total(list.map(({ t, weight }) => places.reduce((product, a) => product * (t[a] - eta[a]), weight))),
      ),
      right: indices.map(([a, b, c, d]) => K(a, b, c, d)),
    };
  },
});

export const fourthMomentsInOneDimension = calculation({
  label: 'V-Rem5.1',
  title: "in one dimension K = F'''' + 3 F''^2",
  symbols: { h: 'real', s: 'real' },
  functions: ['F'],
  definitions: { M: 'exp(F(h + s) - F(h) - s*D(F(h), h))', F2: 'D(D(F(h), h), h)' },
  claim: 'at(D(D(D(D(M, s), s), s), s), s, 0) = D(D(F2, h), h) + 3*F2^2',
  expected: 'proved',
});

/** Derivatives of F in h, written in the mean parameter. */
const row = (F: string, inverse: string): { F2: string; F4: string } => ({
  F2: `at(D(D(${F}, h), h), h, ${inverse})`,
  F4: `at(D(D(D(D(${F}, h), h), h), h), h, ${inverse})`,
});

export const tableOneBernoulli = calculation({
  label: 'V-Tab1',
  title: "table 1, Bernoulli: F'' = p (1 - p), F'''' = p (1 - p) (6 p^2 - 6 p + 1)",
  symbols: { h: 'real', p: 'unit' },
  definitions: row('log(1 + exp(h))', 'log(p/(1 - p))'),
  claim: 'F2 - p*(1 - p) = 0 = F4 - p*(1 - p)*(6*p^2 - 6*p + 1)',
  expected: 'proved',
});

export const tableOneNormal = calculation({
  label: 'V-Tab1/normal',
  title: 'table 1, normal: 1 and 0',
  symbols: { h: 'real' },
  definitions: row('h^2/2', 'h'),
  claim: 'F2 - 1 = 0 = F4',
  expected: 'proved',
});

export const tableOnePoisson = calculation({
  label: 'V-Tab1/poisson',
  title: 'table 1, Poisson: lambda and lambda',
  symbols: { h: 'real', lambda: 'positive' },
  definitions: row('exp(h)', 'log(lambda)'),
  claim: 'F2 = lambda = F4',
  expected: 'proved',
});

export const figureOneBernoulli = calculation({
  label: 'V-Fig1',
  title: 'figure 1, Bernoulli: K = p (1 - p) (1 - 3 p + 3 p^2), K - I^2 = p (1 - p) (1 - 2 p)^2',
  family: bernoulli(),
  definitions: { K: 'E((x - theta)^4)', I: 'E((x - theta)^2)' },
  claim: 'K - theta*(1 - theta)*(1 - 3*theta + 3*theta^2) = 0 = K - I^2 - theta*(1 - theta)*(1 - 2*theta)^2',
  expected: 'proved',
});

export const figureOneNormal = calculation({
  label: 'V-Fig1/normal',
  title: 'figure 1, normal of unit width: 3 and 2',
  family: normal(),
  definitions: { K: 'at(E((x - mu)^4), sigma, 1)', I: 'at(E((x - mu)^2), sigma, 1)' },
  claim: 'K - 3 = 0 = K - I^2 - 2',
  expected: 'proved',
});

export const figureOnePoisson = calculation({
  label: 'V-Fig1/poisson',
  title: 'figure 1, Poisson: lambda + 3 lambda^2 and lambda + 2 lambda^2',
  family: poisson(),
  definitions: { K: 'E((x - lambda)^4)', I: 'E((x - lambda)^2)' },
  claim: 'K - lambda - 3*lambda^2 = 0 = K - I^2 - lambda - 2*lambda^2',
  expected: 'proved',
});

export const bernoulliComparison = calculation({
  label: 'V-B1',
  title: 'for Bernoulli outputs K - I^2 is at most I',
  symbols: { p: 'unit' },
  claim: 'p*(1 - p)*(1 - 2*p)^2 <= p*(1 - p)',
  difference: '4*p^2*(1 - p)^2',
  expected: 'proved',
});

export const zeroVariance = calculation({
  label: 'V-B2',
  title: 'at p = 1/2 the variance of the first estimator is zero regardless of h (as printed): two independent outputs',
  symbols: { p: 'unit', q: 'unit' },
  // K_1212 - I_12^2 = Var(y1) Var(y2) for independent outputs.
  definitions: { mixed: 'p*(1 - p)*q*(1 - q)' },
  claim: 'at(at(mixed, p, 1/2), q, 1/2) = 0',
  expected: 'refuted',
});

export const zeroVarianceOfOneOutput = calculation({
  label: 'V-B2/repaired',
  title: 'for a single Bernoulli output it is, regardless of the Jacobian j',
  symbols: { p: 'unit', j: 'real' },
  claim: 'at(j^4*p*(1 - p)*(1 - 2*p)^2, p, 1/2) = 0',
  expected: 'proved',
});

export const poissonGrowth = calculation({
  label: 'V-B3',
  title: 'for Poisson outputs I grows linearly and K - I^2 quadratically in lambda',
  family: poisson(),
  definitions: { I: 'E((x - lambda)^2)', excess: 'E((x - lambda)^4) - I^2' },
  claim: 'D(D(I, lambda), lambda) = 0 = D(D(excess, lambda), lambda) - 4',
  expected: 'proved',
});

export const cumulants = experiment({
  label: 'V-CUM',
  title: 'cumulants up to third order are central moments (as printed): of first order too',
  claim: 'kappa_1 = E[t - eta] for a coin',
  expected: 'refuted',
  instances: [{ p: 0.3 }],
  evaluate: ({ p }) => ({ left: p, right: p * (1 - p) + (1 - p) * (0 - p) }),
});

export const secondAndThirdCumulants = calculation({
  label: 'V-CUM/repaired',
  title: 'those of second and third order are',
  symbols: { h: 'real', s: 'real' },
  functions: ['F'],
  definitions: { M: 'exp(F(h + s) - F(h) - s*D(F(h), h))', F2: 'D(D(F(h), h), h)' },
  claim: 'at(D(D(M, s), s), s, 0) - F2 = 0 = at(D(D(D(M, s), s), s), s, 0) - D(F2, h)',
  expected: 'proved',
});

export const baseMeasure = experiment({
  label: 'V-3',
  title:
    'p(y | x) = exp(t h - F(h)) with F(h) = log of the sum of exp(t h) (as printed, no base measure): on counts at h = -1',
  claim: "F'' = exp(-1), as for the Poisson family",
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ h: -1 }],
  evaluate: ({ h }) => {
    const masses = range(400).map((y) => Math.exp(y * h));
    const Z = total(masses);
    const mean = total(masses.map((mass, y) => (mass * y) / Z));
    return { left: total(masses.map((mass, y) => (mass * (y - mean) ** 2) / Z)), right: Math.exp(h) };
  },
});

export const baseMeasureRepaired = calculation({
  label: 'V-3/repaired',
  title: 'with a base measure k(y) the derivatives of the log-density in h do not contain it',
  symbols: { h: 'real', y: 'real' },
  functions: ['k', 'F'],
  definitions: { l: 'log(k(y)) + y*h - F(h)' },
  claim: 'D(l, h) - (y - D(F(h), h)) = 0 = D(D(l, h), h) + D(D(F(h), h), h)',
  expected: 'proved',
});

export const covarianceByOutcomes = experiment({
  label: 'V-Rem4.1',
  title: 'K_abcd - I_ab I_cd is the covariance of the products (t - eta)_a (t - eta)_b and (t - eta)_c (t - eta)_d',
  claim: 'Cov of the products over outcomes = K_abcd - I_ab I_cd',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { h, eta, I, K } = outputsOf(given);
    const list = outcomes(given.family, h);
    const mean = (f: (z: readonly number[]) => number): number =>
      total(list.map(({ t, weight }) => weight * f(t.map((value, a) => value - eta[a]))));
    const pairs = range(4).map((k) => [k & 1, k >> 1]);
    return {
      left: pairs.flatMap(([a, b]) =>
        pairs.map(
          ([c, d]) => mean((z) => z[a] * z[b] * z[c] * z[d]) - mean((z) => z[a] * z[b]) * mean((z) => z[c] * z[d]),
        ),
      ),
      right: pairs.flatMap(([a, b]) => pairs.map(([c, d]) => K(a, b, c, d) - I[a][b] * I[c][d])),
    };
  },
});

export const informationByOutcomes = experiment({
  label: 'V-L2/outcomes',
  title: 'the covariance of the statistics over outcomes is the Hessian of F, for the four families',
  claim: "E[(t - eta)(t - eta)^T] = F''(h)",
  expected: 'supported',
  tolerance: 1e-11,
  draw: (seed) => drawCase(seed),
  cases: 16,
  evaluate: (given) => {
    const { h, eta, I } = outputsOf(given);
    const list = outcomes(given.family, h);
    return {
      left: flat(2, (a, b) => total(list.map(({ t, weight }) => weight * (t[a] - eta[a]) * (t[b] - eta[b])))),
      right: flat(2, (a, b) => I[a][b]),
    };
  },
});
