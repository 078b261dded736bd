/** Theorems 7, 8, 10, 11 and lemmas 9, 12: norms of the covariances, definiteness and coverage. */
import { calculation, experiment } from 'fisher-rao';
import {
  type Case,
  drawCase,
  eigenvalues,
  flat,
  likelihoodOf,
  noise,
  norm,
  outcomes,
  outputsOf,
  range,
  total,
} from './setting.ts';

const quadruples = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);

/** Frobenius norms from the outputs alone: of K - I I, of I, of J, of the Hessians, and of the two covariances. */
function normsOf(
  given: Case,
): Record<'moment' | 'information' | 'jacobian' | 'hessian' | 'first' | 'second' | 'diagonal' | 'trace', number> {
  const { dimension, J, H, I, K } = outputsOf(given);
  const C = ([a, b, c, d]: readonly number[]): number => K(a, b, c, d) - I[a][b] * I[c][d];
  const G = (a: number, b: number): number => total(range(dimension).map((i) => J[a][i] * J[b][i]));
  const P = (a: number, b: number): number => total(flat(dimension, (i, j) => H[a][i][j] * H[b][i][j]));
  const first = total(
    quadruples.flatMap((p) =>
      quadruples.map((q) => C(p) * C(q) * p.reduce((product, a, place) => product * G(a, q[place]), 1)),
    ),
  );
  const second = total(quadruples.map(([a, b, c, d]) => I[a][b] * I[c][d] * P(a, c) * P(b, d)));
  return {
    moment: norm(quadruples.map(C)),
    information: norm(flat(2, (a, b) => I[a][b])),
    jacobian: norm(J.flat()),
    hessian: norm(H.flat(2)),
    first: Math.sqrt(first),
    second: Math.sqrt(second),
    diagonal: total(range(2).map((a) => Math.sqrt(K(a, a, a, a)) + I[a][a])),
    trace: total(range(2).map((a) => I[a][a])),
  };
}

const bound = (
  label: string,
  title: string,
  claim: string,
  sides: (n: ReturnType<typeof normsOf>) => readonly [number, number],
) =>
  experiment({
    label,
    title,
    claim,
    expected: 'supported',
    relation: 'atMost',
    tolerance: 1e-10,
    draw: (seed) => drawCase(seed),
    cases: 24,
    evaluate: (given) => {
      const [left, right] = sides(normsOf(given));
      return { left, right };
    },
  });

export const theoremSeven = bound(
  'V-T7',
  'Theorem 7: a bound of the covariance of the first estimator',
  '|Cov(I_1)| <= |J|^4 |K - I I|',
  (n) => [n.first, n.jacobian ** 4 * n.moment],
);

export const theoremEight = bound(
  'V-T8',
  'Theorem 8: a bound of the covariance of the second estimator',
  '|Cov(I_2)| <= |d^2 h|^2 |I|',
  (n) => [n.second, n.hessian ** 2 * n.information],
);

export const lemmaNine = bound(
  'V-L9',
  'Lemma 9, the square outside the sum: a bound of the moments',
  '|K - I I| <= (sum_a sqrt(K_aaaa) + I_aa)^2',
  (n) => [n.moment, n.diagonal ** 2],
);

export const lemmaNineInformation = bound(
  'V-L9/information',
  'and of the information of the outputs',
  '|I(h)| <= sum_a I_aa',
  (n) => [n.information, n.trace],
);

export const equalityForOneOutput = calculation({
  label: 'V-T7/one-output',
  title:
    'for one output with the gradient (u, v) Theorem 7 is an equality: the squares of all products of four add up to |J|^8',
  symbols: { u: 'real', v: 'real' },
  // Products with k factors u and 4 - k factors v occur C(4, k) times.
  claim: 'u^8 + 4*u^6*v^2 + 6*u^4*v^4 + 4*u^2*v^6 + v^8 = (u^2 + v^2)^4',
  expected: 'proved',
});

export const lemmaNineInside = experiment({
  label: 'V-L9/square-inside',
  title: 'with the square inside the sum it fails: ten fully correlated normal outputs',
  claim: '|K - I I| <= sqrt(2) sum_a (sqrt(K_aaaa) + I_aa)^2',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ outputs: 10 }],
  // All outputs equal one standard normal variable: K = 3, I = 1 for all indices.
  evaluate: ({ outputs }) => ({
    left: (3 - 1) * outputs ** 2,
    right: Math.SQRT2 * outputs * (Math.sqrt(3) + 1) ** 2,
  }),
});

export const orders = experiment({
  label: 'V-Rem9.2',
  title: 'the bounds are of order n and n^2 in the number of outputs (as printed): Poisson outputs with rates n^2',
  claim: 'sum_a I_aa <= 10 n',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ outputs: 10 }],
  evaluate: ({ outputs }) => ({ left: outputs * outputs ** 2, right: 10 * outputs }),
});

export const ordersOfBoundedMoments = calculation({
  label: 'V-Rem9.2/repaired',
  title: 'they are where each I_aa is at most M; three outputs with I_aa = M u, M v, M w',
  symbols: { M: 'positive', u: 'unit', v: 'unit', w: 'unit' },
  claim: 'M*u + M*v + M*w <= 3*M',
  difference: 'M*(1 - u) + M*(1 - v) + M*(1 - w)',
  expected: 'proved',
});

export const semidefinite = calculation({
  label: 'V-PSD',
  title: 'the information and the first estimator are positive semidefinite: two outcomes with weights p, 1 - p',
  symbols: { p: 'unit', s1: 'real', s2: 'real', t1: 'real', t2: 'real', u: 'real', v: 'real' },
  claim: '0 <= p*(u*s1 + v*s2)^2 + (1 - p)*(u*t1 + v*t2)^2',
  difference: 'p*(u*s1 + v*s2)^2 + (1 - p)*(u*t1 + v*t2)^2',
  expected: 'proved',
});

/** The smallest eigenvalue of the second estimator at a deviation eta - mean t. */
const secondEstimator = (given: Case, deviation: readonly number[]): number[] => {
  const { dimension, J, H, I } = outputsOf(given);
  const matrix = range(dimension).map((i) =>
    range(dimension).map(
      (j) =>
        total(deviation.map((delta, a) => delta * H[a][i][j])) +
        total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j])),
    ),
  );
  return eigenvalues(matrix);
};

export const secondEstimatorIsIndefinite = experiment({
  label: 'V-PSD/second-estimator',
  title: 'with a hidden layer the second estimator is indefinite unless the mean of the statistics is exact',
  claim: 'its smallest eigenvalue is below -1e-4 at deviations of 0.1 to 1',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(seed), deviation: [0.1 + (seed % 10) / 10, -0.3] }),
  cases: 12,
  evaluate: ({ given, deviation }) => ({ left: Math.min(...secondEstimator(given as Case, deviation)), right: -1e-4 }),
});

export const theoremTen = experiment({
  label: 'V-T10',
  title:
    'Theorem 10 bounds the probability of definiteness of a network at one input (as printed): where lambda_min > 0',
  claim: '1e-4 <= the smallest eigenvalue of the information of a network at one input',
  expected: 'refuted',
  relation: 'atMost',
  instances: [drawCase(1)],
  evaluate: (given) => ({ left: 1e-4, right: Math.min(...secondEstimator(given, [0, 0])) }),
});

export const theoremTenInOneParameter = calculation({
  label: 'V-T10/repaired',
  title:
    'the step behind it where lambda_min > 0: Chebyshev for the deviation of a coin, of which 1 - p has probability p',
  // The event |deviation| >= c with c = u (1 - p).
  symbols: { p: 'unit', u: 'unit' },
  claim: 'p*(u*(1 - p))^2 <= p*(1 - p)',
  difference: 'p*(1 - p)*((1 - u)*(1 + u) + u^2*p)',
  expected: 'proved',
});

export const theoremTenOnBlocks = experiment({
  label: 'V-T10/blocks',
  title: 'on a block of two parameters the bound holds: over all samples of N Bernoulli outcomes',
  claim: '1 - sum rho_a^2 tr I/(N lambda_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(4 * seed), N: 40 * (1 + (seed % 5)) }),
  cases: 10,
  evaluate: ({ given, N }) => {
    const { J, H, I, eta } = outputsOf(given as Case);
    const block = [0, 4];
    const metric = block.map((i) =>
      block.map((j) => total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j]))),
    );
    const hessians = H.map((matrix) => block.map((i) => block.map((j) => matrix[i][j])));
    const radius = hessians.map((matrix) => Math.max(...eigenvalues(matrix).map(Math.abs)));
    const smallest = Math.min(...eigenvalues(metric));
    const masses = eta.map((p) => binomial(N, p));
    let probability = 0;
    for (const [k, first] of masses[0].entries()) {
      for (const [l, second] of masses[1].entries()) {
        const deviation = [eta[0] - k / N, eta[1] - l / N];
        const matrix = metric.map((row, i) =>
          row.map((value, j) => value + total(deviation.map((d, a) => d * hessians[a][i][j]))),
        );
        if (Math.min(...eigenvalues(matrix)) >= 0) probability += first * second;
      }
    }
    return {
      left: 1 - (total(radius.map((r) => r ** 2)) * (I[0][0] + I[1][1])) / (N * smallest ** 2),
      right: probability,
    };
  },
});

function binomial(N: number, p: number): number[] {
  let log = N * Math.log(1 - p);
  return range(N + 1).map((k) => {
    if (k > 0) log += Math.log(((N - k + 1) / k) * (p / (1 - p)));
    return Math.exp(log);
  });
}

export const theoremEleven = experiment({
  label: 'V-T11',
  title: 'Theorem 11: a lower bound of the spectrum of the second estimator, summed over outputs',
  claim: '-sum_a rho(d^2 h_a) |eta_a - mean t_a| <= lambda_min(I_2)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({ given: drawCase(seed), deviation: [noise(seed, 50), noise(seed, 51)] }),
  cases: 16,
  evaluate: ({ given, deviation }) => {
    const { H } = outputsOf(given as Case);
    const radius = H.map((matrix) => Math.max(...eigenvalues(matrix).map(Math.abs)));
    return {
      left: -total(radius.map((r, a) => r * Math.abs(deviation[a]))),
      right: Math.min(...secondEstimator(given as Case, deviation)),
    };
  },
});

export const theoremElevenForOneOutput = experiment({
  label: 'V-T11/without-the-sum',
  title: 'for one output alone, without the sum, it fails',
  claim: '-rho(d^2 h_1) |eta_1 - mean t_1| <= lambda_min(I_2)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ given: drawCase(2), deviation: [0.1, 1] }],
  evaluate: ({ given, deviation }) => {
    const { H } = outputsOf(given as Case);
    return {
      left: -Math.max(...eigenvalues(H[0]).map(Math.abs)) * Math.abs(deviation[0]),
      right: Math.min(...secondEstimator(given as Case, deviation)),
    };
  },
});

export const lemmaTwelve = experiment({
  label: 'V-L12',
  title:
    'Lemma 12: with probability 1 - epsilon an estimator is within sqrt(sum Var/(epsilon N)); all samples of three outcomes',
  claim: '1 - epsilon <= Pr(|I_k - I| <= sqrt(sum_ij Var/(epsilon N))) for k = 1, 2',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(4 * seed + (seed % 2)), epsilon: 0.1 + (seed % 4) / 10 }),
  cases: 8,
  evaluate: ({ given, epsilon }) => {
    const { dimension, J, I, h } = outputsOf(given as Case);
    const likelihood = likelihoodOf(given as Case);
    const list = outcomes((given as Case).family, h).map((outcome) => ({
      weight: outcome.weight,
      ...likelihood(outcome),
    }));
    const exact = flat(dimension, (i, j) => total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j])));
    const coverage = [1, 2].map((which) => {
      const values = list.map(({ score, hessian }) =>
        flat(dimension, (i, j) => (which === 1 ? score[i] * score[j] : -hessian[i][j])),
      );
      const variance = total(
        list.map(({ weight }, k) => weight * total(values[k].map((value, e) => (value - exact[e]) ** 2))),
      );
      const radius = Math.sqrt(variance / (epsilon * 3));
      let probability = 0;
      for (const [a, first] of list.entries()) {
        for (const [b, second] of list.entries()) {
          for (const [c, third] of list.entries()) {
            const error = norm(exact.map((value, e) => (values[a][e] + values[b][e] + values[c][e]) / 3 - value));
            if (error <= radius) probability += first.weight * second.weight * third.weight;
          }
        }
      }
      return probability;
    });
    return { left: [1 - epsilon, 1 - epsilon], right: coverage };
  },
});
