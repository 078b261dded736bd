/**
 * Random networks in the numeric layer of this package, with exact expectations over their labels. What is compared has
 * two independent sources: derivatives of the log-likelihood of every label, differentiated as a whole (scores in
 * reverse mode, Hessians forward over reverse), weighted by the probabilities of the labels; and the formulas of the
 * paper from derivatives of the outputs and of the log-partition.
 */
import { engine, type Json, program, transform } from 'fisher-rao';
import type { FisherPoint } from 'fisher-rao/methods';
import {
  type Activation,
  bernoulliHead,
  categoricalHead,
  denseNetwork,
  denseParameterCount,
  type Head,
  lossProgram,
  type NetworkModel,
  networkProgram,
  normalHead,
  poissonHead,
  randomSource,
  targetCount,
} from 'fisher-rao/network';
import { range, total } from './lists.ts';

const { buildProgram, scalar, tensor, tensorType } = program;
const { jvp, selectOutputs, simplify, vjp, vmap } = transform;

/** The heads of the package that the paper is about. */
const heads = { bernoulli: bernoulliHead, categorical: categoricalHead, normal: normalHead, poisson: poissonHead };
export const headNames = ['bernoulli', 'categorical', 'normal', 'poisson'] as const;
const smooth = ['tanh', 'sigmoid', 'softplus', 'gelu', 'sin'] as const;

/** A network with parameters and inputs, as plain data. */
export interface NetworkCase {
  readonly [name: string]: Json;
  readonly head: (typeof headNames)[number];
  readonly activation: Activation;
  readonly widths: readonly number[];
  readonly theta: readonly number[];
  readonly inputs: readonly (readonly number[])[];
}

/**
 * The network of a seed: heads and activations in turn; up to two hidden layers of random width, random parameters and
 * inputs. `outputs` and `hidden` fix what is otherwise random.
 */
export function drawNetwork(
  seed: number,
  choice: { readonly inputs?: number; readonly hidden?: readonly number[]; readonly outputs?: number } = {},
): NetworkCase {
  const random = randomSource(seed, 7);
  const head = headNames[seed % headNames.length];
  const activation = smooth[Math.floor(seed / headNames.length) % smooth.length];
  const features = 1 + random.integer(3);
  const hidden = choice.hidden ?? Array.from({ length: random.integer(3) }, () => 1 + random.integer(3));
  const two = head === 'poisson' ? random.integer(4) === 0 : random.integer(2) === 0;
  const outputs = choice.outputs ?? (head === 'categorical' ? 2 + random.integer(2) : two ? 2 : 1);
  const widths = [features, ...hidden, outputs];
  const count = denseParameterCount(denseNetwork(widths));
  const scale = 0.3 + 0.7 * random.uniform();
  return {
    head,
    activation,
    widths,
    theta: Array.from({ length: count }, () => scale * random.normal()),
    inputs: Array.from({ length: choice.inputs ?? 1 }, () => Array.from({ length: features }, () => random.normal())),
  };
}

/** A network with one output, two for classes: so few labels that pairs of them can be listed. */
export function drawFewLabels(seed: number): NetworkCase {
  return drawNetwork(seed, { outputs: headNames[seed % headNames.length] === 'categorical' ? 2 : 1 });
}

export function modelOf({ head, widths, activation }: NetworkCase): NetworkModel {
  return { network: denseNetwork(widths, activation), head: heads[head]() };
}

/** The engine that everything here runs on. */
export const reference = engine.referenceEngine;

/** Where the methods of this package look at a network. */
export function pointOf(given: NetworkCase): FisherPoint {
  return {
    model: modelOf(given),
    theta: Float64Array.from(given.theta),
    inputs: Float64Array.from(given.inputs.flat()),
    samples: given.inputs.length,
    damping: 0,
    dtype: 'float64',
  };
}

/** Everything at one input of a network: labels y with probabilities, derivatives of log p(y), and what formulas need. */
export interface AtInput {
  readonly parameters: number;
  readonly outputs: number;
  /** The labels, which are the sufficient statistics t(y) as well, and their probabilities. */
  readonly labels: readonly (readonly number[])[];
  readonly weights: readonly number[];
  /** For each label ∂l, [p], and ∂²l, [p * p]. */
  readonly scores: readonly Float64Array[];
  readonly hessians: readonly Float64Array[];
  /** h; for each output ∂h, [p], and ∂²h, [p * p]. */
  readonly h: readonly number[];
  readonly jacobian: readonly Float64Array[];
  readonly curvature: readonly Float64Array[];
  /** η, and F'' and F'''' in h, [C * C] and [C * C * C * C]. */
  readonly means: readonly number[];
  readonly information: Float64Array;
  readonly fourthCumulants: Float64Array;
}

const known = new Map<string, Promise<readonly AtInput[]>>();

/** The analysis of a network at each of its inputs; done once for each network. */
export function analysed(given: NetworkCase): Promise<readonly AtInput[]> {
  const key = JSON.stringify(given);
  const found = known.get(key) ?? Promise.all(given.inputs.map((x) => analysedAt(given, x)));
  known.set(key, found);
  return found;
}

/** h, ∂h and ∂²h at the first input. */
export function analysedOutputs(network: NetworkCase): Promise<Pick<AtInput, 'h' | 'jacobian' | 'curvature'>> {
  return outputDerivatives(modelOf(network), { theta: vector(network.theta), x: matrix([network.inputs[0]]) });
}

async function analysedAt(given: NetworkCase, x: readonly number[]): Promise<AtInput> {
  const model = modelOf(given);
  const [parameters, outputs] = [given.theta.length, given.widths[given.widths.length - 1]];
  const point = { theta: vector(given.theta), x: matrix([x]) };
  const { h, jacobian, curvature } = await outputDerivatives(model, point);
  const { labels, weights } = await lawOf(given.head, model.head, h);
  return {
    parameters,
    outputs,
    labels,
    weights,
    ...(await likelihoodDerivatives(model, point, labels)),
    h,
    jacobian,
    curvature,
    ...(await cumulants(model.head, h, labels[0])),
  };
}

/** Outputs alone, without a network: a head and its natural parameters. */
export interface OutputsCase {
  readonly [name: string]: Json;
  readonly head: NetworkCase['head'];
  readonly h: readonly number[];
}

/** Outputs of a seed: the heads in turn, one to four outputs (Poisson up to two), moderate or extreme. */
export function drawOutputs(seed: number): OutputsCase {
  const random = randomSource(seed, 11);
  const head = headNames[seed % headNames.length];
  const most = head === 'poisson' ? 2 : 4;
  const outputs = head === 'categorical' ? 2 + random.integer(3) : 1 + random.integer(most);
  const scale = head === 'poisson' ? 1 : [0.1, 1, 5][random.integer(3)];
  return { head, h: range(outputs).map(() => scale * random.normal()) };
}

const knownMoments = new Map<string, ReturnType<typeof momentsOf>>();

/** Central moments of the labels at these outputs, over all labels: I, [C * C], and K, [C * C * C * C]. */
export function momentsAt(given: OutputsCase): ReturnType<typeof momentsOf> {
  const key = JSON.stringify(given);
  const found = knownMoments.get(key) ?? momentsOf(given);
  knownMoments.set(key, found);
  return found;
}

async function momentsOf({ head, h }: OutputsCase): Promise<{ readonly I: number[]; readonly K: number[] }> {
  const { labels, weights } = await lawOf(head, heads[head](), h);
  const C = h.length;
  const means = range(C).map((a) => total(labels.map((label, k) => weights[k] * label[a])));
  const centred = labels.map((label) => label.map((value, a) => value - means[a]));
  const moment = (places: readonly number[]): number =>
    total(centred.map((z, k) => places.reduce((product_, a) => product_ * z[a], weights[k])));
  return {
    I: range(C ** 2).map((place) => moment([Math.floor(place / C), place % C])),
    K: range(C ** 4).map((place) => moment([C ** 3, C ** 2, C, 1].map((size) => Math.floor(place / size) % C))),
  };
}

/** The labels that a law has at outputs h: all of them, or quadrature nodes, or counts with a tail below 1e-16. */
async function lawOf(
  name: NetworkCase['head'],
  head: Head,
  h: readonly number[],
): Promise<Pick<AtInput, 'labels' | 'weights'>> {
  const base = name === 'categorical' ? classes(h.length) : product(h.map((value) => nodesOf(name, value)));
  const logarithms = await logLikelihoods(
    head,
    h,
    base.map(({ label }) => label),
  );
  const all = base.map(({ label, measure }, k) => ({ label, weight: measure * Math.exp(logarithms[k]) }));
  // Moments up to the eighth of what is left out stay below the error that is allowed.
  const kept = all.filter(({ weight }) => weight > 1e-22);
  return { labels: kept.map(({ label }) => label), weights: kept.map(({ weight }) => weight) };
}

/** Labels with their share of the base measure. */
interface Node {
  readonly label: readonly number[];
  readonly measure: number;
}

/** One output: both values of a coin; counts; the nodes of Gauss-Hermite quadrature around the mean for Lebesgue measure. */
function nodesOf(name: NetworkCase['head'], h: number): readonly Node[] {
  if (name === 'bernoulli') return [0, 1].map((y) => ({ label: [y], measure: 1 }));
  if (name === 'poisson') {
    const rate = Math.exp(h);
    return range(Math.ceil(rate + 12 * Math.sqrt(rate) + 16)).map((y) => ({ label: [y], measure: 1 }));
  }
  return hermite.map(({ node, weight }) => ({
    label: [h + node],
    measure: weight * Math.sqrt(2 * Math.PI) * Math.exp(node ** 2 / 2),
  }));
}

const classes = (count: number): readonly Node[] =>
  range(count).map((c) => ({ label: range(count).map((k) => (k === c ? 1 : 0)), measure: 1 }));

function product(lists: readonly (readonly Node[])[]): readonly Node[] {
  return lists.reduce<readonly Node[]>(
    (all, list) =>
      all.flatMap((a) => list.map((b) => ({ label: [...a.label, ...b.label], measure: a.measure * b.measure }))),
    [{ label: [], measure: 1 }],
  );
}

/** Six nodes are exact for polynomials up to degree 11 times the standard normal density. */
const hermite = gaussHermite(6);

/** Nodes and weights by bisection on the Hermite polynomials of probability theory. */
function gaussHermite(n: number): readonly { readonly node: number; readonly weight: number }[] {
  const at = (x: number): [value: number, before: number] => {
    let [before, value] = [0, 1];
    for (let k = 0; k < n; k++) [before, value] = [value, x * value - k * before];
    return [value, before];
  };
  const step = 0.01;
  const brackets = range(1200)
    .map((k) => -6 + step * (k + 0.5))
    .filter((x) => at(x)[0] * at(x + step)[0] < 0);
  const factorial = range(n).reduce((value, k) => value * (k + 1), 1);
  return brackets.map((left) => {
    let root = left + step / 2;
    for (let k = 0; k < 8; k++) root -= at(root)[0] / (n * at(root)[1]);
    return { node: root, weight: factorial / (n * n * at(root)[1] ** 2) };
  });
}

async function logLikelihoods(
  head: Head,
  h: readonly number[],
  labels: readonly (readonly number[])[],
): Promise<readonly number[]> {
  const rows = labels.length;
  const types = {
    h: tensorType('float64', [rows, h.length]),
    y: tensorType('float64', [rows, targetCount(head, h.length)]),
  };
  const log = buildProgram('log-likelihoods', types, (b, variables) => ({
    log: b.negate(head.negativeLogLikelihood(b, variables.h, variables.y)),
  }));
  return [...(await run(log, { h: matrix(labels.map(() => h)), y: matrix(labels) }, 'log'))];
}

interface Point {
  readonly theta: program.Tensor;
  readonly x: program.Tensor;
}

async function outputDerivatives(
  { network }: NetworkModel,
  point: Point,
): Promise<Pick<AtInput, 'h' | 'jacobian' | 'curvature'>> {
  const outputs = networkProgram(network, 1, 'float64');
  const size = point.theta.data.length;
  const units = matrix(identity(size));
  const first = selectOutputs(jvp(outputs, { wrt: ['theta'] }), ['d_h']);
  const second = selectOutputs(jvp(first, { wrt: ['theta'], prefix: 'd2_' }), ['d2_d_h']);
  const along = vmap(first, { over: ['d_theta'], size });
  const both = vmap(vmap(second, { over: ['d_theta'], size }), { over: ['d2_theta'], size });
  const h = [...(await run(outputs, { ...point }, 'h'))];
  const J = await run(along, { ...point, d_theta: units }, 'd_h');
  const H = await run(both, { ...point, d_theta: units, d2_theta: units }, 'd2_d_h');
  const part = (all: Float64Array, a: number): Float64Array => all.filter((_, place) => place % h.length === a);
  return { h, jacobian: h.map((_, a) => part(J, a)), curvature: h.map((_, a) => part(H, a)) };
}

/** ∂l and ∂²l of labels at the first input of a network. */
export function labelDerivatives(
  network: NetworkCase,
  labels: readonly (readonly number[])[],
): Promise<Pick<AtInput, 'scores' | 'hessians'>> {
  const point = { theta: vector(network.theta), x: matrix([network.inputs[0]]) };
  return likelihoodDerivatives(modelOf(network), point, labels);
}

async function likelihoodDerivatives(
  model: NetworkModel,
  point: Point,
  labels: readonly (readonly number[])[],
): Promise<Pick<AtInput, 'scores' | 'hessians'>> {
  const size = point.theta.data.length;
  const loss = selectOutputs(lossProgram(model, 1, 'float64'), ['loss']);
  const gradient = selectOutputs(vjp(loss, { wrt: ['theta'] }), ['ct_theta']);
  const hessian = selectOutputs(jvp(gradient, { wrt: ['theta'] }), ['d_ct_theta']);
  const over = { over: ['y'], size: labels.length };
  const y = tensor('float64', [labels.length, 1, labels[0].length], Float64Array.from(labels.flat()));
  // The cotangent -1 turns the loss into the log-likelihood.
  const given = { ...point, y, ct_loss: scalar(-1, 'float64') };
  const scores = await run(vmap(gradient, over), given, 'ct_theta');
  const hessians = await run(
    vmap(vmap(hessian, { over: ['d_theta'], size }), over),
    { ...given, d_theta: matrix(identity(size)) },
    'd_ct_theta',
  );
  return { scores: split(scores, size), hessians: split(hessians, size * size) };
}

/** η, F'' and F'''' from derivatives of -log p(y | h) = F(h) - t(y).h - log k(y) in h at any label. */
async function cumulants(
  head: Head,
  h: readonly number[],
  label: readonly number[],
): Promise<Pick<AtInput, 'means' | 'information' | 'fourthCumulants'>> {
  const size = h.length;
  const types = { h: tensorType('float64', [1, size]), y: tensorType('float64', [1, label.length]) };
  let derivative = buildProgram('minus log-likelihood', types, (b, variables) => ({
    d0: b.reduceSum(head.negativeLogLikelihood(b, variables.h, variables.y)),
  }));
  const units = tensor('float64', [size, 1, size], Float64Array.from(identity(size).flat()));
  const given: Record<string, program.Tensor> = { h: matrix([h]), y: matrix([label]) };
  const values: Float64Array[] = [];
  for (let order = 1; order <= 4; order++) {
    const prefix = `d${order}_`;
    const [name] = derivative.outputs.map((output) => output.name);
    const all = jvp(derivative, { wrt: ['h'], prefix });
    derivative = selectOutputs(all, [`${prefix}${name}`]);
    given[`${prefix}h`] = units;
    const directions = range(order).map((k) => `d${k + 1}_h`);
    const batch = directions.reduce((inner, direction) => vmap(inner, { over: [direction], size }), derivative);
    values.push(await run(batch, given, `${prefix}${name}`));
  }
  return {
    means: label.map((t, a) => t + values[0][a]),
    information: values[1],
    fourthCumulants: values[3],
  };
}

async function run(
  what: program.Program,
  inputs: Readonly<Record<string, program.Tensor>>,
  output: string,
): Promise<Float64Array> {
  const executable = await reference.compile(simplify(what));
  const results = await executable.run(inputs);
  await executable.dispose();
  return Float64Array.from(results[output].data);
}

const vector = (values: readonly number[]): program.Tensor =>
  tensor('float64', [values.length], Float64Array.from(values));
const matrix = (rows: readonly (readonly number[])[]): program.Tensor =>
  tensor('float64', [rows.length, rows[0].length], Float64Array.from(rows.flat()));
const split = (all: Float64Array, size: number): Float64Array[] =>
  range(all.length / size).map((k) => all.subarray(k * size, (k + 1) * size));

export const identity = (n: number): number[][] => range(n).map((i) => range(n).map((j) => (i === j ? 1 : 0)));
