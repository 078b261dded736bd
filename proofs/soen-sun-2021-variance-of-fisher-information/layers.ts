/** Section 4: derivatives of the network layer by layer, and bounds by the weights. */
import { calculation, calculus, experiment } from 'fisher-rao';
import { type Case, drawCase, eigenvalues, norm, outcomes, outputsOf, range, total } from './setting.ts';

type Matrix = readonly (readonly number[])[];

const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => range(b[0].length).map((j) => total(row.map((value, k) => value * b[k][j]))));
const transposed = (a: Matrix): number[][] => range(a[0].length).map((j) => a.map((row) => row[j]));
const identity = (n: number): number[][] => range(n).map((i) => range(n).map((j) => (i === j ? 1 : 0)));
const spectralNorm = (a: Matrix): number => Math.sqrt(Math.max(...eigenvalues(product(transposed(a), a))));

/** Everything that the lemmas speak of: W_l with bias, W_l without, activations, D_l and B_l. */
interface Layers {
  readonly W: readonly Matrix[];
  readonly h: readonly (readonly number[])[];
  readonly D: readonly Matrix[];
  readonly B: readonly Matrix[];
}

function layersOf({ widths, theta, x, activation }: Case): Layers {
  const W: number[][][] = [];
  const h: number[][] = [[...x]];
  const D: number[][][] = [];
  let offset = 0;
  const L = widths.length - 1;
  for (let l = 0; l < L; l++) {
    const rows = range(widths[l + 1]).map((r) =>
      theta.slice(offset + r * (widths[l] + 1), offset + (r + 1) * (widths[l] + 1)),
    );
    offset += widths[l + 1] * (widths[l] + 1);
    W.push(rows);
    const z = rows.map((row) => total([...h[l], 1].map((value, k) => value * row[k])));
    const isLast = l === L - 1;
    const value = (v: number): number => (isLast ? v : activation === 'tanh' ? Math.tanh(v) : 1 / (1 + Math.exp(-v)));
    const slope = (v: number): number => {
      if (isLast) return 1;
      return activation === 'tanh' ? 1 - Math.tanh(v) ** 2 : value(v) * (1 - value(v));
    };
    h.push(z.map(value));
    D.push(identity(z.length).map((row, i) => row.map((entry) => entry * slope(z[i]))));
  }
  const B: number[][][] = [];
  B[L] = identity(widths[L]);
  for (let l = L - 1; l >= 0; l--) B[l] = product(product(B[l + 1], D[l]), withoutBias(W[l]));
  return { W, h, D, B };
}

const withoutBias = (W: Matrix): number[][] => W.map((row) => row.slice(0, -1));
const extended = (h: readonly number[]): number[] => [...h, 1];
const deep = (seed: number): Case => drawCase(seed, [2, 3, 4, 2]);

export const lemmaThirteen = experiment({
  label: 'V-L13',
  title: 'Lemma 13: the derivative of an output in the weights of layer l is D_l B_(l+1)^T e_a h_l^T',
  claim: 'dh_a/dW_l = D_l B_(l+1)^T e_a h_l^T for every layer, against Taylor jets',
  expected: 'supported',
  tolerance: 1e-12,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { h, D, B } = layersOf(given);
    const formula = range(2).flatMap((a) =>
      D.flatMap((d, l) => {
        const column = product(d, transposed(B[l + 1])).map((row) => row[a]);
        return column.flatMap((value) => extended(h[l]).map((input) => value * input));
      }),
    );
    return { left: formula, right: outputsOf(given).J.flat() };
  },
});

export const backPropagation = experiment({
  label: 'V-11',
  title: 'the estimator of a hidden layer is B_l^T M B_l, and that of a layer comes from that of the next',
  claim: 'M(h_l) = (D_l W_l)^T M(h_(l+1)) D_l W_l = B_l^T M B_l, against derivatives of the outputs in h_l',
  expected: 'supported',
  tolerance: 1e-9,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { W, h, D, B } = layersOf(given);
    const { I } = outputsOf(given);
    const last = B.length - 1;
    const recursive: number[][][] = [];
    recursive[last] = I.map((row) => [...row]);
    for (let l = last - 1; l >= 1; l--) {
      const step = product(D[l], withoutBias(W[l]));
      recursive[l] = product(product(transposed(step), recursive[l + 1]), step);
    }
    const jacobians = range(last)
      .slice(1)
      .map((l) => outputsFromLayer(given, W, h[l], l));
    return {
      left: range(last)
        .slice(1)
        .flatMap((l) => recursive[l].flat()),
      right: jacobians.flatMap((J) => product(product(transposed(J), I), J).flat()),
    };
  },
});

/** The Jacobian of the outputs in the activations of layer l, by jets. */
function outputsFromLayer(
  { widths, activation }: Case,
  W: readonly Matrix[],
  h: readonly number[],
  l: number,
): number[][] {
  const field = calculus.jets(h.length, 1);
  const { one, multiply, sum, constant, divide, add, subtract, exp, negate } = field;
  const sigmoid = (z: calculus.Jet): calculus.Jet => divide(one, add(one, exp(negate(z))));
  let layer = h.map((value, k) => field.coordinate(k, value));
  for (let m = l; m < W.length; m++) {
    const z = W[m].map((row) => sum([...layer, one].map((value, k) => multiply(constant(row[k]), value))));
    const tanh = (v: calculus.Jet): calculus.Jet =>
      subtract(multiply(constant(2), sigmoid(multiply(constant(2), v))), one);
    layer = m === widths.length - 2 ? z : z.map(activation === 'tanh' ? tanh : sigmoid);
  }
  return layer.map((output) => h.map((_, k) => field.value(field.partial(output, k))));
}

/** The norm of dh/dW_l and the product of the norms of the weights above, without the factor for the output layer. */
function weightBound(given: Case, l: number, size: (a: Matrix) => number): { left: number; right: number } {
  const { W, h, D, B } = layersOf(given);
  const above = W.slice(l + 1).map((matrix) => size(withoutBias(matrix)));
  const input = norm(extended(h[l]));
  return { left: size(product(B[l + 1], D[l])) * input, right: above.reduce((a, b) => a * b, 1) * input };
}

const frobenius = (a: Matrix): number => norm(a.flat());

export const lemmaFourteen = experiment({
  label: 'V-L14',
  title:
    'Lemma 14 (as printed): |dh/dW_l| is at most the product of the norms of the weights above times |h_l|, for the output layer too',
  claim: '|B_(l+1) D_l| |h_l| <= prod_(i > l) |W_i| |h_l| for l = L - 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [deep(1)],
  evaluate: (given) => weightBound(given, given.widths.length - 2, frobenius),
});

export const lemmaFourteenInside = experiment({
  label: 'V-L14/hidden-layers',
  title: 'for the hidden layers it holds',
  claim: '|B_(l+1) D_l| |h_l| <= prod_(i > l) |W_i| |h_l| for l <= L - 2',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-12,
  draw: deep,
  cases: 12,
  evaluate: (given) => {
    const bounds = range(given.widths.length - 2).map((l) => weightBound(given, l, frobenius));
    return { left: bounds.map(({ left }) => left), right: bounds.map(({ right }) => right) };
  },
});

export const lemmaFourteenForTheOutput = calculation({
  label: 'V-L14/repaired',
  title: 'for the output layer the norm is sqrt(n_L) |h|: two outputs W h with h = (a, b, 1), squared',
  symbols: { a: 'real', b: 'real', w1: 'real', w2: 'real', w3: 'real', v1: 'real', v2: 'real', v3: 'real' },
  definitions: { f: 'w1*a + w2*b + w3', g: 'v1*a + v2*b + v3' },
  claim: 'D(f, w1)^2 + D(f, w2)^2 + D(f, w3)^2 + D(g, v1)^2 + D(g, v2)^2 + D(g, v3)^2 = 2*(a^2 + b^2 + 1)',
  expected: 'proved',
});

export const lemmaFifteen = experiment({
  label: 'V-L15',
  title:
    'Lemma 15: the spectral norm is at most the product of the largest singular values above times |h_l|, for every layer',
  claim: 's_max(B_(l+1) D_l) |h_l| <= prod_(i > l) s_max(W_i) |h_l|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: deep,
  cases: 12,
  evaluate: (given) => {
    const bounds = range(given.widths.length - 1).map((l) => weightBound(given, l, spectralNorm));
    return { left: bounds.map(({ left }) => left), right: bounds.map(({ right }) => right) };
  },
});

/** The largest diagonal entry of the variance of the first estimator, for outputs linear in the parameters: x^4 (K - I^2). */
export const regularisation = experiment({
  label: 'V-D4',
  title:
    'bounded weights bound the variance of the first estimator (as printed): a linear normal output at inputs of any size',
  claim: 'the variance at input x <= 100 for |w| <= 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ x: 1 }, { x: 100 }],
  evaluate: ({ x }) => ({ left: x ** 4 * (3 - 1), right: 100 }),
});

export const regularisationWithBoundedInputs = calculation({
  label: 'V-D4/repaired',
  title: 'with inputs of size at most B and moments V = K - I^2 it does: at x = B u, x^4 V <= B^4 V',
  symbols: { B: 'positive', V: 'positive', u: 'unit' },
  claim: '(B*u)^4*V <= B^4*V',
  difference: 'B^4*V*(1 - u)*(1 + u)*(1 + u^2)',
  expected: 'proved',
});

/** Outcomes are needed by the estimators only; layers know none. */
export const outcomesOfTheLastLayer = experiment({
  label: 'V-11/outputs',
  title: 'at the last layer the matrix is the covariance of the statistics',
  claim: 'M(h_L) = E[(t - eta)(t - eta)^T] over outcomes',
  expected: 'supported',
  tolerance: 1e-10,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { h, eta, I } = outputsOf(given);
    const list = outcomes(given.family, h);
    const moment = range(2).flatMap((a) =>
      range(2).map((b) => total(list.map(({ t, weight }) => weight * (t[a] - eta[a]) * (t[b] - eta[b])))),
    );
    return { left: moment, right: I.flat() };
  },
});
