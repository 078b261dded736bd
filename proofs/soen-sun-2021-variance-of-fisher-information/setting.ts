/**
 * Networks h(x; theta) with an exponential family of outputs, and everything about them in two independent ways: by
 * Taylor jets of the log-likelihood itself under a list of outcomes with probabilities, and by the formulas of the paper
 * from Jacobian, Hessian and cumulants of the outputs.
 */
import { calculus, type Json } from 'fisher-rao';

type Jet = calculus.Jet;
type Jets = calculus.Jets;

/** The families of outputs, two outputs each. */
export const families = ['bernoulli', 'categorical', 'normal', 'poisson'] as const;
export const activations = ['tanh', 'sigmoid'] as const;

/** A network of these widths with random parameters, an input and a family: plain data. */
export interface Case {
  readonly [name: string]: Json;
  readonly family: (typeof families)[number];
  readonly activation: (typeof activations)[number];
  readonly widths: readonly number[];
  readonly theta: readonly number[];
  readonly x: readonly number[];
}

/** A number in (-1, 1) from two integers. */
export const noise = (seed: number, k: number): number => Math.sin(12.9898 * seed + 78.233 * (k + 1) + 0.37 * k * k);

export function parameterCount(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, width, l) => sum + width * (widths[l] + 1), 0);
}

/** The case of a seed: the families and activations in turn. */
export function drawCase(seed: number, widths: readonly number[] = [2, 3, 2]): Case {
  return {
    family: families[seed % 4],
    activation: activations[Math.floor(seed / 4) % 2],
    widths,
    theta: Array.from({ length: parameterCount(widths) }, (_, k) => noise(seed, k)),
    x: Array.from({ length: widths[0] }, (_, k) => noise(seed + 100, k)),
  };
}

/** One case for each family. */
export const oneOfEach: readonly Case[] = [4, 1, 2, 3].map((seed) => drawCase(seed));

/** An outcome by its sufficient statistics, with its probability. */
export interface Outcome {
  readonly t: readonly number[];
  readonly weight: number;
}

/** The log-partition F(h) in any elementary field. */
export function logPartition<E>(field: calculus.ElementaryField<E>, family: Case['family'], h: readonly E[]): E {
  const { add, multiply, exp, log, one, sum, fromRational } = field;
  switch (family) {
    case 'bernoulli':
      return sum(h.map((value) => log(add(one, exp(value)))));
    case 'categorical':
      return log(add(one, sum(h.map(exp))));
    case 'normal':
      return sum(h.map((value) => multiply(fromRational({ numerator: 1, denominator: 2 }), multiply(value, value))));
    case 'poisson':
      return sum(h.map(exp));
  }
}

/** Twelve nodes of Gauss-Hermite quadrature for the standard normal law: exact for moments up to order 23. */
const hermite = gaussHermite(12);

/** Outcomes at output h: all of them, but 60 counts for Poisson and quadrature nodes for the normal family. */
export function outcomes(family: Case['family'], h: readonly number[]): readonly Outcome[] {
  const product = (lists: readonly (readonly Outcome[])[]): Outcome[] =>
    lists.reduce<Outcome[]>(
      (all, list) => all.flatMap((a) => list.map((b) => ({ t: [...a.t, ...b.t], weight: a.weight * b.weight }))),
      [{ t: [], weight: 1 }],
    );
  switch (family) {
    case 'bernoulli':
      return product(
        h.map((value) => [0, 1].map((y) => ({ t: [y], weight: 1 / (1 + Math.exp(y === 1 ? -value : value)) }))),
      );
    case 'categorical': {
      const total = 1 + h.reduce((sum, value) => sum + Math.exp(value), 0);
      const classes = [...h, 0].map((value, c) => ({
        t: h.map((_, a) => (a === c ? 1 : 0)),
        weight: Math.exp(value) / total,
      }));
      return classes;
    }
    case 'normal':
      return product(h.map((mean) => hermite.map(({ node, weight }) => ({ t: [mean + node], weight }))));
    case 'poisson':
      return product(
        h.map((value) => {
          const rate = Math.exp(value);
          let mass = Math.exp(-rate);
          return Array.from({ length: 60 }, (_, y) => {
            if (y > 0) mass *= rate / y;
            return { t: [y], weight: mass };
          });
        }),
      );
  }
}

/** Nodes and weights by Newton's method on the Hermite polynomials of probability theory. */
function gaussHermite(n: number): readonly { readonly node: number; readonly weight: number }[] {
  const at = (x: number): [value: number, before: number] => {
    let [before, value] = [0, 1];
    for (let k = 0; k < n; k++) [before, value] = [value, x * value - k * before];
    return [value, before];
  };
  const roots: number[] = [];
  const step = 1e-2;
  for (let x = -6; x < 6; x += step) {
    if (at(x)[0] * at(x + step)[0] >= 0) continue;
    let root = x + step / 2;
    for (let k = 0; k < 30; k++) root -= at(root)[0] / (n * at(root)[1]);
    roots.push(root);
  }
  const factorial = Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1);
  return roots.map((node) => ({ node, weight: factorial / (n * n * at(node)[1] ** 2) }));
}

/** The outputs as jets in all parameters: the weights of a layer row by row, each row followed by its bias. */
export function outputJets(field: Jets, { widths, theta, x, activation }: Case): Jet[] {
  const { add, multiply, divide, subtract, exp, sum, one, negate } = field;
  const sigmoid = (z: Jet): Jet => divide(one, add(one, exp(negate(z))));
  const two = field.constant(2);
  const apply = (z: Jet): Jet =>
    activation === 'sigmoid' ? sigmoid(z) : subtract(multiply(two, sigmoid(multiply(two, z))), one);
  let [offset, layer] = [0, x.map(field.constant)];
  widths.slice(1).forEach((width, l) => {
    const extended = [...layer, one];
    const next = Array.from({ length: width }, () =>
      sum(extended.map((value) => multiply(field.coordinate(offset, theta[offset++]), value))),
    );
    layer = l === widths.length - 2 ? next : next.map(apply);
  });
  return layer;
}

/** What the formulas of the paper are made of, from jets of the outputs and of F. */
export interface Outputs {
  readonly dimension: number;
  readonly h: readonly number[];
  /** J[a][i], H[a][i][j]. */
  readonly J: readonly (readonly number[])[];
  readonly H: readonly (readonly (readonly number[])[])[];
  readonly eta: readonly number[];
  readonly I: readonly (readonly number[])[];
  /** Fourth central moments K[a][b][c][d] of the statistics, as cumulants plus pairs. */
  readonly K: (a: number, b: number, c: number, d: number) => number;
}

export function outputsOf(given: Case): Outputs {
  const dimension = given.theta.length;
  const field = calculus.jets(dimension, 2);
  const jets = outputJets(field, given);
  const h = jets.map((jet) => field.value(jet));
  const inOutputs = calculus.jets(h.length, 4);
  const F = logPartition(
    inOutputs,
    given.family,
    h.map((value, a) => inOutputs.coordinate(a, value)),
  );
  const along = (places: readonly number[]): number =>
    inOutputs.value(places.reduce((jet, place) => inOutputs.partial(jet, place), F));
  const I = h.map((_, a) => h.map((_unused, b) => along([a, b])));
  return {
    dimension,
    h,
    J: jets.map((jet) => gradientOf(field, jet)),
    H: jets.map((jet) => hessianOf(field, jet)),
    eta: h.map((_, a) => along([a])),
    I,
    K: (a, b, c, d) => along([a, b, c, d]) + I[a][b] * I[c][d] + I[a][c] * I[b][d] + I[a][d] * I[b][c],
  };
}

/**
 * Gradient and Hessian of the log-likelihood t.h(theta) - F(h(theta)) itself for an outcome: those of its terms, by jets in
 * theta, without the chain rule through F.
 */
export function likelihoodOf(given: Case): (outcome: Outcome) => { score: number[]; hessian: number[][] } {
  const field = calculus.jets(given.theta.length, 2);
  const h = outputJets(field, given);
  const parts = [...h, logPartition(field, given.family, h)].map((jet) => ({
    gradient: gradientOf(field, jet),
    hessian: hessianOf(field, jet),
  }));
  const indices = range(given.theta.length);
  return ({ t }) => {
    const factors = [...t, -1];
    return {
      score: indices.map((i) => total(parts.map(({ gradient }, a) => factors[a] * gradient[i]))),
      hessian: indices.map((i) => indices.map((j) => total(parts.map(({ hessian }, a) => factors[a] * hessian[i][j])))),
    };
  };
}

function gradientOf(field: Jets, jet: Jet): number[] {
  return Array.from({ length: field.dimension }, (_, i) => field.value(field.partial(jet, i)));
}

function hessianOf(field: Jets, jet: Jet): number[][] {
  return Array.from({ length: field.dimension }, (_, i) => {
    const slope = field.partial(jet, i);
    return Array.from({ length: field.dimension }, (_unused, j) => field.value(field.partial(slope, j)));
  });
}

export const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const norm = (values: readonly number[]): number => Math.sqrt(total(values.map((value) => value ** 2)));

/** A matrix as a list. */
export const flat = (n: number, entry: (i: number, j: number) => number): number[] =>
  range(n).flatMap((i) => range(n).map((j) => entry(i, j)));

/** The eigenvalues of a symmetric matrix, by Jacobi's rotations. */
export function eigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        off += a[p][q] ** 2;
        if (Math.abs(a[p][q]) < 1e-300) continue;
        const ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.sqrt(ratio ** 2 + 1));
        const c = 1 / Math.sqrt(t ** 2 + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < n; k++) [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
      }
    }
    if (off < 1e-28) break;
  }
  return a.map((row, k) => row[k]);
}
