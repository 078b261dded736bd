/** Sections 2 and 3: score, Hessian, the two estimators and their covariances. */
import { calculation, experiment } from 'fisher-rao';
import {
  drawCase,
  flat,
  likelihoodOf,
  noise,
  type Outcome,
  oneOfEach,
  outcomes,
  outputsOf,
  range,
  total,
} from './setting.ts';

/** One outcome chosen by a seed, by its statistics alone. */
const some = (list: readonly Outcome[], seed: number): Outcome =>
  list[Math.floor((Math.abs(noise(seed, 3)) * list.length) % list.length)];

/** Two outputs h, k of two parameters, F of the outputs, statistics t and u. */
const generic = {
  symbols: { a: 'real', b: 'real', x: 'real', y: 'real', t: 'real', u: 'real' },
  functions: ['h', 'k', 'F'],
  definitions: {
    l: 't*h(a, b) + u*k(a, b) - F(h(a, b), k(a, b))',
    Fx: 'at(at(D(F(x, y), x), x, h(a, b)), y, k(a, b))',
    Fy: 'at(at(D(F(x, y), y), x, h(a, b)), y, k(a, b))',
    Fxx: 'at(at(D(D(F(x, y), x), x), x, h(a, b)), y, k(a, b))',
    Fxy: 'at(at(D(D(F(x, y), x), y), x, h(a, b)), y, k(a, b))',
    Fyy: 'at(at(D(D(F(x, y), y), y), x, h(a, b)), y, k(a, b))',
    metric12:
      'D(h(a, b), a)*Fxx*D(h(a, b), b) + (D(h(a, b), a)*D(k(a, b), b) + D(k(a, b), a)*D(h(a, b), b))*Fxy + D(k(a, b), a)*Fyy*D(k(a, b), b)',
  },
} as const;

export const fisherInformation = experiment({
  label: 'V-1',
  title: 'the information is the mean of the squared score; over outcomes, against J^T I(h) J',
  claim: 'E[s s^T] = J^T I(h) J',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const score = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: score(outcome).score }));
    return {
      left: flat(dimension, (i, j) => total(list.map(({ weight, s }) => weight * s[i] * s[j]))),
      right: flat(dimension, (i, j) => pulled(J, I, i, j)),
    };
  },
});

function pulled(J: readonly (readonly number[])[], I: readonly (readonly number[])[], i: number, j: number): number {
  return total(range(I.length).flatMap((a) => range(I.length).map((b) => J[a][i] * I[a][b] * J[b][j])));
}

const hessianForm = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'E[s s^T] = -E[d^2 l], over outcomes',
    expected: 'supported',
    tolerance: 1e-10,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, ...likelihood(outcome) }));
      return {
        left: flat(dimension, (i, j) => total(list.map(({ weight, score }) => weight * score[i] * score[j]))),
        right: flat(dimension, (i, j) => -total(list.map(({ weight, hessian }) => weight * hessian[i][j]))),
      };
    },
  });

export const hessianOfTheLikelihood = hessianForm('V-1h', 'the information is minus the mean Hessian');
export const theoremThree = hessianForm(
  'V-T3',
  'Theorem 3: for smooth activations the information is minus the mean Hessian',
);

export const theoremThreeSymbolically = calculation({
  ...generic,
  label: 'V-T3/symbolic',
  title:
    'for any outputs and any F: with the statistics at their means the Hessian of the log-likelihood is minus the metric',
  claim: 'at(at(D(D(l, a), b), t, Fx), u, Fy) = -(metric12)',
  expected: 'proved',
});

export const zeroOrInfinite = calculation({
  label: 'V-1z',
  title:
    'the information may vanish or diverge: for N(t^3, 1) it is 9 t^4, for a coin p 1/(p (1 - p)) = 1/p + 1/(1 - p)',
  symbols: { t: 'real', p: 'unit' },
  claim: 'D(t^3, t)^2 - 9*t^4 = 0 = 1/(p*(1 - p)) - 1/p - 1/(1 - p)',
  expected: 'proved',
});

/** The mean over all samples of N outcomes of a quantity, for two N-samples by enumeration. */
export const unbiased = experiment({
  label: 'V-P1',
  title: 'Proposition 1: both estimators are unbiased: for samples of two outcomes, over all pairs',
  claim: 'E[I_1] = E[I_2] = I for N = 2',
  expected: 'supported',
  tolerance: 1e-10,
  instances: oneOfEach.filter(({ family }) => family === 'bernoulli' || family === 'categorical'),
  draw: (seed) => drawCase(4 * seed + (seed % 2)),
  cases: 4,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, ...likelihood(outcome) }));
    const overPairs = (f: (k: number) => number): number =>
      total(list.flatMap((a, k) => list.map((b, l) => a.weight * b.weight * ((f(k) + f(l)) / 2))));
    const exact = flat(dimension, (i, j) => pulled(J, I, i, j));
    return {
      left: [
        ...flat(dimension, (i, j) => overPairs((k) => list[k].score[i] * list[k].score[j])),
        ...flat(dimension, (i, j) => overPairs((k) => -list[k].hessian[i][j])),
      ],
      right: [...exact, ...exact],
    };
  },
});

export const twoEstimators = calculation({
  ...generic,
  label: 'V-2e',
  title:
    "the two estimators from one outcome differ by the second derivative of the likelihood over it: s s + H = p''/p",
  claim: 'D(l, a)*D(l, b) + D(D(l, a), b) = D(D(exp(l), a), b)/exp(l)',
  expected: 'proved',
});

export const oneInput = calculation({
  label: 'V-M1',
  title:
    'results for one input generalise by averaging (as printed): the variance of the second estimator, y ~ N(t x, 1)',
  symbols: { p: 'unit' },
  // The input is 1 with probability p and 3 otherwise; for each input the second estimator is x^2, without variance.
  definitions: { mean: 'p + 9*(1 - p)', variance: 'p*(1 - mean)^2 + (1 - p)*(9 - mean)^2' },
  claim: 'variance = 0',
  expected: 'refuted',
});

export const varianceOverInputs = calculation({
  label: 'V-M1/repaired',
  title: 'with random inputs the variance of the conditional mean is added: 64 p (1 - p), 16 at p = 1/2',
  symbols: { p: 'unit' },
  definitions: { mean: 'p + 9*(1 - p)', variance: 'p*(1 - mean)^2 + (1 - p)*(9 - mean)^2' },
  claim: 'variance - 64*p*(1 - p) = 0 = at(variance, p, 1/2) - 16',
  expected: 'proved',
});

export const score = calculation({
  ...generic,
  label: 'V-4',
  title: 'the score is J^T (t - eta): for any outputs and any F',
  claim: 'D(l, a) = D(h(a, b), a)*(t - Fx) + D(k(a, b), a)*(u - Fy)',
  expected: 'proved',
});

export const hessian = calculation({
  ...generic,
  label: 'V-5',
  title: 'the Hessian is (t - eta) d^2 h - J^T I J: for any outputs and any F',
  claim: 'D(D(l, a), b) = (t - Fx)*D(D(h(a, b), a), b) + (u - Fy)*D(D(k(a, b), a), b) - (metric12)',
  expected: 'proved',
});

export const reluHessian = experiment({
  label: 'V-Rem3.1',
  title: 'ReLU networks have no such expression (as printed): away from the kink, h = relu(w x) at w = 1.5',
  claim: '|E[s^2] + E[d^2 l]| >= 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ w: 1.5, x: 1 }],
  evaluate: ({ w, x }) => {
    const h = (v: number): number => Math.max(0, v * x);
    const list = outcomes('normal', [h(w)]);
    const step = 1e-3;
    const differences = list.map(({ t: [y], weight }) => {
      const l = (v: number): number => -((y - h(v)) ** 2) / 2;
      const [before, here, after] = [l(w - step), l(w), l(w + step)];
      return { weight, score: (after - before) / (2 * step), second: (after - 2 * here + before) / step ** 2 };
    });
    const squaredScore = total(differences.map(({ weight, score: s }) => weight * s ** 2));
    const meanHessian = total(differences.map(({ weight, second }) => weight * second));
    return { left: 1e-3, right: Math.abs(squaredScore + meanHessian) };
  },
});

export const reluHessianAwayFromKinks = calculation({
  label: 'V-Rem3.1/repaired',
  title: "away from kinks they are smooth, h = c w there, and have it: for any F, E[t] = F'",
  symbols: { w: 'real', c: 'real', t: 'real', x: 'real' },
  functions: ['F'],
  definitions: { l: 't*c*w - F(c*w)', eta: 'at(D(F(x), x), x, c*w)' },
  claim: 'at(D(D(l, w), w), t, eta) = -c^2*at(D(D(F(x), x), x), x, c*w)',
  expected: 'proved',
});

export const pulledBack = experiment({
  label: 'V-6',
  title:
    'the information is J^T I(h) J, of rank at most the number of outputs: its 3 x 3 minors vanish for two outputs',
  claim: 'E[s s^T] = J^T I(h) J, and minors of order 3 are 0',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: likelihood(outcome).score }));
    const G = range(dimension).map((i) =>
      range(dimension).map((j) => total(list.map(({ weight, s }) => weight * s[i] * s[j]))),
    );
    const minor = ([a, b, c]: readonly number[]): number =>
      G[a][a] * (G[b][b] * G[c][c] - G[b][c] ** 2) -
      G[a][b] * (G[a][b] * G[c][c] - G[b][c] * G[a][c]) +
      G[a][c] * (G[a][b] * G[b][c] - G[b][b] * G[a][c]);
    const minors = range(dimension - 2).map((k) => minor([k, k + 1, k + 2]));
    return {
      left: [...flat(dimension, (i, j) => G[i][j]), ...minors],
      right: [...flat(dimension, (i, j) => pulled(J, I, i, j)), ...minors.map(() => 0)],
    };
  },
});

export const costOfThePulledBackForm = calculation({
  label: 'V-6c',
  title: 'I J takes n^2 d multiplications and J^T (I J) n d^2 more',
  symbols: { n: 'natural', d: 'natural' },
  // A product of an a x b with a b x c matrix takes a b c multiplications.
  definitions: { first: 'n*n*d', second: 'd*n*d' },
  claim: 'first + second = n^2*d + n*d^2',
  expected: 'proved',
});

const estimator = (label: string, title: string, which: 1 | 2) =>
  experiment({
    label,
    title,
    claim: which === 1 ? 'I_1 = J^T [mean of (t - eta)(t - eta)^T] J' : 'I_2 = (eta - mean t) d^2 h + J^T I J',
    expected: 'supported',
    tolerance: 1e-11,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, J, H, I, eta, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const drawn = [1, 2, 3].map((seed) => some(outcomes(given.family, h), seed));
      const each = drawn.map((outcome) => ({ t: outcome.t, ...likelihood(outcome) }));
      const average = (f: (one: (typeof each)[number]) => number): number => total(each.map(f)) / each.length;
      const direct = flat(dimension, (i, j) =>
        average(({ score: s, hessian: second }) => (which === 1 ? s[i] * s[j] : -second[i][j])),
      );
      const moment = range(2).map((a) => range(2).map((b) => average(({ t }) => (t[a] - eta[a]) * (t[b] - eta[b]))));
      const deviation = range(2).map((a) => eta[a] - average(({ t }) => t[a]));
      const formula = flat(dimension, (i, j) =>
        which === 1
          ? pulled(J, moment, i, j)
          : total(range(2).map((a) => deviation[a] * H[a][i][j])) + pulled(J, I, i, j),
      );
      return { left: direct, right: formula };
    },
  });

export const firstEstimator = estimator('V-7', 'the first estimator in an exponential family', 1);
export const secondEstimator = estimator('V-8', 'the second estimator in an exponential family', 2);

export const biasTerm = experiment({
  label: 'V-8a',
  title: 'the first term of the second estimator is a bias (as printed): its mean is not zero',
  claim: '|E[(eta - t) d^2 h]| >= 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: oneOfEach,
  evaluate: (given) => {
    const { dimension, H, eta, h } = outputsOf(given);
    const list = outcomes(given.family, h);
    const mean = range(2).map((a) => total(list.map(({ t, weight }) => weight * (eta[a] - t[a]))));
    const entries = flat(dimension, (i, j) => total(range(2).map((a) => mean[a] * H[a][i][j])));
    return { left: 1e-3, right: Math.max(...entries.map(Math.abs)) };
  },
});

export const noiseTerm = calculation({
  ...generic,
  label: 'V-8a/repaired',
  title: 'it has mean zero: linear in t, and zero where t has its mean value',
  definitions: { ...generic.definitions, term: '(Fx - t)*D(D(h(a, b), a), b) + (Fy - u)*D(D(k(a, b), a), b)' },
  claim: 'at(at(term, t, Fx), u, Fy) = 0 = D(D(term, t), t) + D(D(term, t), u) + D(D(term, u), u)',
  expected: 'proved',
});

export const availableGradients = experiment({
  label: 'V-8b',
  title: 'the gradients of training serve for the first estimator (as printed): (w x - y)^2 at the labels of the data',
  claim: 'the mean of squared gradients at the data = the information of N(w x, 1/2)',
  expected: 'refuted',
  instances: [
    {
      data: [
        [1, 1],
        [2, 0],
      ],
      w: 1,
    },
  ],
  evaluate: ({ data, w }) => ({
    left: total(data.map(([x, y]) => (2 * x * (w * x - y)) ** 2)) / data.length,
    right: total(data.map(([x]) => 2 * x ** 2)) / data.length,
  }),
});

export const sampledGradients = calculation({
  label: 'V-8b/repaired',
  title: 'it needs labels from the model: there the mean of the squared gradient 2 x (w x - y) is 4 x^2 Var(y) = 2 x^2',
  symbols: { x: 'real', v: 'positive' },
  assume: { width: 'v = 1/2' },
  claim: ['4*x^2*v', { equals: '2*x^2', by: ['width'] }],
  expected: 'proved',
});

export const cramerRao = calculation({
  label: 'V-CR',
  title:
    'the covariance of an unbiased estimator is at least the inverse information (as printed): which exists, for one input',
  symbols: { u: 'real', v: 'real', s: 'positive' },
  // One output with gradient (u, v): F = s (u, v)^T (u, v).
  claim: '(s*u^2)*(s*v^2) - (s*u*v)^2 = 1',
  expected: 'refuted',
});

export const cramerRaoInOneParameter = calculation({
  label: 'V-CR/repaired',
  title: 'where the information is positive: E[T s]^2 <= E[T^2] E[s^2], two outcomes',
  symbols: { p: 'unit', a: 'real', b: 'real', s: 'real', t: 'real' },
  claim: '(p*a*s + (1 - p)*b*t)^2 <= (p*a^2 + (1 - p)*b^2)*(p*s^2 + (1 - p)*t^2)',
  difference: 'p*(1 - p)*(a*t - b*s)^2',
  expected: 'proved',
});

export const oneOverN = calculation({
  label: 'V-0',
  title: 'the variance of a mean of N independent draws is that of one over N: two draws of two values, all four pairs',
  symbols: { p: 'unit', x: 'real', y: 'real' },
  definitions: {
    m: 'p*x + (1 - p)*y',
    one: 'p*(x - m)^2 + (1 - p)*(y - m)^2',
    two: 'p^2*(x - m)^2 + 2*p*(1 - p)*((x + y)/2 - m)^2 + (1 - p)^2*(y - m)^2',
  },
  claim: 'two = one/2',
  expected: 'proved',
});

/** Covariance tensors at some of the index quadruples: all of them would be 83,521. */
const quadruples = (dimension: number): number[][] =>
  range(60).map((k) => range(4).map((place) => Math.floor(Math.abs(noise(k, place)) * dimension) % dimension));

export const theoremFour = experiment({
  label: 'V-T4',
  title: 'Theorem 4: the covariance of the first estimator is J J J J (K - I I)/N',
  claim: 'Cov(s_i s_j, s_k s_l) = J_ai J_bj J_ck J_dl (K_abcd - I_ab I_cd)',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, J, I, K, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({ weight: outcome.weight, s: likelihood(outcome).score }));
    const mean = (f: (s: readonly number[]) => number): number => total(list.map(({ weight, s }) => weight * f(s)));
    const outputs = range(16).map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);
    return {
      left: quadruples(dimension).map(
        ([i, j, k, l]) => mean((s) => s[i] * s[j] * s[k] * s[l]) - mean((s) => s[i] * s[j]) * mean((s) => s[k] * s[l]),
      ),
      right: quadruples(dimension).map(([i, j, k, l]) =>
        total(
          outputs.map(([a, b, c, d]) => J[a][i] * J[b][j] * J[c][k] * J[d][l] * (K(a, b, c, d) - I[a][b] * I[c][d])),
        ),
      ),
    };
  },
});

export const theoremFourSymbolically = calculation({
  label: 'V-T4/one-output',
  title:
    'for one output and any F: s_i = j_i (t - eta), so the covariance is j_i j_j j_k j_l (K - I^2) with K, I of one dimension',
  symbols: { i: 'real', j: 'real', k: 'real', l: 'real', K: 'positive', I: 'positive' },
  // E[(t - eta)^4] = K, E[(t - eta)^2] = I.
  claim: 'i*j*k*l*K - (i*j*I)*(k*l*I) = i*j*k*l*(K - I^2)',
  expected: 'proved',
});

export const theoremSix = experiment({
  label: 'V-T6',
  title: 'Theorem 6: the covariance of the second estimator is d^2 h d^2 h I/N',
  claim: 'Cov(d_ij l, d_kl l) = H_aij H_bkl I_ab',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawCase(seed),
  cases: 8,
  evaluate: (given) => {
    const { dimension, H, I, h } = outputsOf(given);
    const likelihood = likelihoodOf(given);
    const list = outcomes(given.family, h).map((outcome) => ({
      weight: outcome.weight,
      L: likelihood(outcome).hessian,
    }));
    const mean = (f: (L: readonly (readonly number[])[]) => number): number =>
      total(list.map(({ weight, L }) => weight * f(L)));
    return {
      left: quadruples(dimension).map(
        ([i, j, k, l]) => mean((L) => L[i][j] * L[k][l]) - mean((L) => L[i][j]) * mean((L) => L[k][l]),
      ),
      right: quadruples(dimension).map(([i, j, k, l]) =>
        total(range(4).map((m) => H[m & 1][i][j] * H[m >> 1][k][l] * I[m & 1][m >> 1])),
      ),
    };
  },
});

export const deterministicLimit = calculation({
  label: 'V-Rem6.1',
  title:
    'as t becomes deterministic the variance of the second estimator vanishes, being proportional to I: for a coin, I = p (1 - p)',
  symbols: { p: 'unit', H: 'real' },
  claim: 'at(H^2*p*(1 - p), p, 1) = 0 = at(H^2*p*(1 - p), p, 0)',
  expected: 'proved',
});

export const varianceOfTheDeviation = calculation({
  label: 'V-T11v',
  title: 'the variance of eta - mean t is I/N: two draws of two values',
  symbols: { p: 'unit' },
  definitions: {
    I: 'p*(1 - p)',
    two: 'p^2*(1 - p)^2 + 2*p*(1 - p)*(1/2 - p)^2 + (1 - p)^2*p^2',
  },
  claim: 'two = I/2',
  expected: 'proved',
});

const difference = (label: string, title: string, which: 1 | 2) =>
  experiment({
    label,
    title,
    claim:
      which === 1
        ? 's s^T at a label - I_1 = J^T [(t - eta)(t - eta)^T at the label - mean] J'
        : '-d^2 l at a label - I_2 = (mean t - t at the label) d^2 h',
    expected: 'supported',
    tolerance: 1e-11,
    draw: (seed) => drawCase(seed),
    cases: 8,
    evaluate: (given) => {
      const { dimension, J, H, eta, h } = outputsOf(given);
      const likelihood = likelihoodOf(given);
      const list = outcomes(given.family, h);
      const [label_, ...drawn] = [4, 5, 6, 7]
        .map((seed) => some(list, seed))
        .map((o) => ({ t: o.t, ...likelihood(o) }));
      const average = (f: (one: typeof label_) => number): number => total(drawn.map(f)) / drawn.length;
      const quantity = (one: typeof label_, i: number, j: number): number =>
        which === 1 ? one.score[i] * one.score[j] : -one.hessian[i][j];
      const centred = range(2).map((a) =>
        range(2).map(
          (b) =>
            (label_.t[a] - eta[a]) * (label_.t[b] - eta[b]) - average(({ t }) => (t[a] - eta[a]) * (t[b] - eta[b])),
        ),
      );
      return {
        left: flat(dimension, (i, j) => quantity(label_, i, j) - average((one) => quantity(one, i, j))),
        right: flat(dimension, (i, j) =>
          which === 1
            ? pulled(J, centred, i, j)
            : total(range(2).map((a) => (average(({ t }) => t[a]) - label_.t[a]) * H[a][i][j])),
        ),
      };
    },
  });

export const differenceToTheSquaredGradient = difference(
  'V-D1',
  'the difference of the squared gradient to the first estimator',
  1,
);
export const differenceToTheHessian = difference('V-D2', 'the difference of the Hessian to the second estimator', 2);

export const trainedNetworks = experiment({
  label: 'V-D3',
  title:
    'for a trained network the first estimator corresponds to the squared gradient (as printed): a perfect fit, normal outputs',
  claim: 'E[I_1] = s s^T at the label, where the label is the output',
  expected: 'refuted',
  instances: [drawCase(2)],
  evaluate: (given) => {
    const { dimension, J, I, h } = outputsOf(given);
    const { score: s } = likelihoodOf(given)({ t: h, weight: 1 });
    return { left: flat(dimension, (i, j) => pulled(J, I, i, j)), right: flat(dimension, (i, j) => s[i] * s[j]) };
  },
});

export const nearlyDeterministicOutputs = calculation({
  label: 'V-D3/repaired',
  title:
    'it does for nearly deterministic outputs: for a coin the mean of the first estimator, j^2 p (1 - p), vanishes at p = 1 with the gradient',
  symbols: { p: 'unit', j: 'real' },
  claim: 'at(j^2*p*(1 - p), p, 1) = 0 = at((j*(1 - p))^2, p, 1)',
  expected: 'proved',
});
