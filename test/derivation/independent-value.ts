import type { CalculationDerivation, calculus, Family, Subject } from 'fisher-rao';
import { create, type MathNode, parseDependencies } from 'mathjs/number';
import {
  add,
  cos,
  divide,
  exp,
  log,
  logOfAbsoluteValue,
  multiply,
  negate,
  plain,
  power,
  sin,
  slope,
  subtract,
  type Value,
} from './dual-number.ts';
import { christoffel, type Metric, ricci, riemann, scalar } from './plain-geometry.ts';
import { seededNumbers } from './seeded-numbers.ts';

const mathjs = create({ parseDependencies });
const parsed = new Map<string, MathNode>();

function parse(text: string): MathNode {
  const node = parsed.get(text) ?? mathjs.parse(text);
  parsed.set(text, node);
  return node;
}

/** Values of names: of what varies, and of what `at`, `sum`, `E` and `D` bind, the innermost first. */
interface Names {
  readonly name: string;
  readonly value: Value;
  readonly outer: Names | null;
}

const bind = (outer: Names | null, name: string, value: Value): Names => ({ name, value, outer });

function lookup(names: Names | null, name: string): Value | undefined {
  for (let one = names; one !== null; one = one.outer) if (one.name === name) return one.value;
  return undefined;
}

function bindAll(outer: Names | null, pairs: readonly (readonly [string, Value])[]): Names | null {
  return pairs.reduce<Names | null>((names, [name, value]) => bind(names, name, value), outer);
}

/** Binds a name to a value that must be there. */
function valueIn(names: Names | null, name: string): Value {
  const value = lookup(names, name);
  if (value === undefined) throw new NoValue(name);
  return value;
}

type Smooth = (args: readonly Value[]) => Value;

/** The value of a part of a formula, from the names that are bound where it stands. */
type Meaning = (names: Names | null) => Value;

interface Context {
  readonly subject: Subject;
  readonly absolute: boolean;
  readonly macros: Map<string, MathNode>;
  readonly functions: Map<string, Smooth>;
  readonly meanings: Map<MathNode, Meaning>;
}

/** What this evaluator knows no value of. */
export class NoValue extends Error {}

/**
 * The value of every side of a calculation at a random point, by another route than that of the kernel: derivatives by
 * dual numbers, expectations by summation over outcomes, tensors from their definitions, random functions for
 * undetermined ones. NaN where a side has no real value there; with `absolute`, logarithms are those of absolute values. Throws {@link NoValue} for what it cannot evaluate.
 */
export function valuesOf(derivation: CalculationDerivation, seed: number, absolute = false): readonly number[] {
  const { subject, chain, definitions } = derivation;
  const random = seededNumbers(seed);
  const context: Context = {
    subject,
    absolute,
    macros: new Map(definitions.map(([name, text]) => [name, parse(text)])),
    functions: new Map(subject.functions.map((name) => [name, smoothFunction(random, seed % 2 === 1)])),
    meanings: new Map(),
  };
  normalise(context);
  let point = drawPoint(context, random, seed % 3 === 0);
  const cited = subject.equations.filter(({ name }) => chain.some(({ by }) => by.includes(name)));
  for (const { left, right } of cited) point = assume(parse(left), parse(right), context, point);
  const names = bindAll(null, point);
  return chain.map(({ text }) => plain(meaningOf(parse(text), context)(names)));
}

type Point = readonly (readonly [string, Value])[];

/** An equation that a step rests on, made true: what is on its left gets the value on its right. */
function assume(left: MathNode, right: MathNode, context: Context, point: Point): Point {
  const { macros, functions } = context;
  if (mathjs.isSymbolNode(left)) {
    macros.set(left.name, right);
    return point.filter(([name]) => name !== left.name);
  }
  const isDerivative = mathjs.isFunctionNode(left) && left.fn.toString() === 'D';
  const call = isDerivative ? left.args[0] : left;
  if (!(mathjs.isFunctionNode(call) && call.args.length === 1 && mathjs.isSymbolNode(call.args[0])))
    throw new NoValue(`an equation for ${left}`);
  const [name, variable] = [call.fn.toString(), call.args[0].name];
  const other = functions.get(name);
  if (other === undefined) throw new NoValue(`an equation for ${left}`);
  const names = bindAll(null, point);
  const side = (u: Value): Value => meaningOf(right, context)(bind(names, variable, u));
  if (!isDerivative) functions.set(name, ([u]) => side(u));
  else {
    // Through every point goes a solution: the value is free, its derivatives are not.
    const solution = (u: Value): Value =>
      typeof u === 'number' ? other([u]) : { ...u, re: solution(u.re), eps: multiply(side(u.re), u.eps) };
    functions.set(name, ([u]) => solution(u));
  }
  return point;
}

const unary: Readonly<Record<string, (x: Value) => Value>> = {
  exp,
  log,
  sin,
  cos,
  sqrt: (x) => power(x, 0.5),
  tan: (x) => divide(sin(x), cos(x)),
  tanh: (x) => subtract(1, divide(2, add(exp(multiply(2, x)), 1))),
  gap: (x) => subtract(subtract(x, 1), log(x)),
  lgamma: (x) => {
    if (typeof x !== 'number' || !Number.isInteger(x)) throw new NoValue(`lgamma(${plain(x)})`);
    if (x < 1) return Number.POSITIVE_INFINITY;
    return Array.from({ length: x - 1 }, (_, k) => Math.log(k + 1)).reduce((a, b) => a + b, 0);
  },
};

const binary: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  add,
  subtract,
  multiply,
  divide,
  pow: power,
};

/** The meaning of a node, worked out once. */
function meaningOf(node: MathNode, context: Context): Meaning {
  const known = context.meanings.get(node);
  if (known !== undefined) return known;
  const made = read(node, context);
  context.meanings.set(node, made);
  return made;
}

function read(node: MathNode, context: Context): Meaning {
  const part = (inner: MathNode): Meaning => meaningOf(inner, context);
  if (mathjs.isParenthesisNode(node)) return part(node.content);
  if (mathjs.isConstantNode(node)) {
    const value = Number(node.value);
    return () => value;
  }
  if (mathjs.isSymbolNode(node)) return named(node.name, context);
  if (mathjs.isOperatorNode(node)) {
    const [first, second] = node.args.map(part);
    if (node.fn === 'unaryMinus') return (names) => negate(first(names));
    if (node.fn === 'unaryPlus') return first;
    const known = binary[node.fn];
    if (known === undefined) throw new NoValue(String(node));
    return (names) => known(first(names), second(names));
  }
  if (!mathjs.isFunctionNode(node)) throw new NoValue(String(node));
  return applied(node.fn.toString(), node.args, context);
}

function applied(name: string, args: readonly MathNode[], context: Context): Meaning {
  const own = context.functions.get(name);
  if (tensors.includes(name)) return component(name, args.map(String), context);
  if (name === 'E') {
    const inside = meaningOf(args[0], context);
    return (names) => means(names, context, (outcome) => [inside(outcome)])[0];
  }
  const bound = name === 'D' || name === 'at' || name === 'sum' ? String(args[1]) : '';
  const [first, second, third, fourth] = args.map((arg, place) =>
    place === 1 && bound !== '' ? named(bound, context) : meaningOf(arg, context),
  );
  if (own !== undefined) {
    const values = args.map((arg) => meaningOf(arg, context));
    return (names) => own(values.map((value) => value(names)));
  }
  switch (name) {
    case 'D':
      return (names) => slope((value) => first(bind(names, bound, value)), second(names));
    case 'at':
      return (names) => valueAt((value) => first(bind(names, bound, value)), third(names));
    case 'sum':
      return (names) => {
        const [from, to] = [third, fourth].map((bound) => plain(bound(names)));
        let total: Value = 0;
        for (let k = from; k <= to; k++) total = add(total, first(bind(names, bound, k)));
        return total;
      };
    default: {
      const known = name === 'log' && context.absolute ? logOfAbsoluteValue : unary[name];
      if (known === undefined || args.length !== 1) throw new NoValue(`${name}(${args.join(', ')})`);
      return (names) => known(first(names));
    }
  }
}

/** A value, or its limit where it is not defined but has values beside, by extrapolation: x log x at 0. */
function valueAt(f: (x: Value) => Value, x: Value): Value {
  const value = f(x);
  if (!Number.isNaN(plain(value))) return value;
  for (const h of [1e-5, -1e-5]) {
    const limit = subtract(multiply(2, f(add(x, h))), f(add(x, 2 * h)));
    if (Number.isFinite(plain(limit))) return limit;
  }
  return value;
}

const tensors: readonly string[] = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar', 'cubic'];

function named(name: string, context: Context): Meaning {
  return (names) => {
    const bound = lookup(names, name);
    if (bound !== undefined) return bound;
    const macro = context.macros.get(name);
    if (macro !== undefined) return meaningOf(macro, context)(names);
    if (name === 'logdensity') return logDensity(context)(names);
    if (name === 'scalar') return component(name, [], context)(names);
    if (name === 'pi') return Math.PI;
    throw new NoValue(name);
  };
}

/** A formula of a family or metric, as this evaluator reads it. */
function formula(e: calculus.Expression, context: Context): Meaning {
  return meaningOf(parse(textOf(e)), context);
}

const texts = new Map<calculus.Expression, string>();

/** The expression as it is built, unlike `printExpression`, which brings it to a normal form. */
function textOf(e: calculus.Expression): string {
  const known = texts.get(e) ?? written(e);
  texts.set(e, known);
  return known;
}

function written(e: calculus.Expression): string {
  switch (e.kind) {
    case 'number':
      return `(${e.value.numerator}/${e.value.denominator})`;
    case 'symbol':
      return e.name;
    case 'add':
      return `(${e.terms.map(textOf).join(' + ')})`;
    case 'multiply':
      return `(${e.factors.map(textOf).join(' * ')})`;
    case 'negate':
      return `(-${textOf(e.of)})`;
    case 'divide':
      return `(${textOf(e.numerator)} / ${textOf(e.denominator)})`;
    case 'power':
      return `(${textOf(e.base)} ^ ${textOf(e.exponent)})`;
    case 'call':
      return `${e.name}(${textOf(e.argument)})`;
    case 'unknown':
      if (e.orders.some((order) => order > 0)) throw new NoValue(`a derivative of ${e.name} in a density`);
      return `${e.name}(${e.arguments.map(textOf).join(', ')})`;
    case 'polygamma':
      if (e.order === -1) return `lgamma(${textOf(e.argument)})`;
      throw new NoValue('polygamma');
  }
}

function familyOf({ subject }: Context): Family {
  if (subject.family === null) throw new NoValue('an expectation without a family');
  return subject.family;
}

function logDensity(context: Context): Meaning {
  return formula(familyOf(context).logDensity, context);
}

/** A component of a tensor of the family's metric, or of the one given. */
function component(name: string, indices: readonly string[], context: Context): Meaning {
  const { family, metric } = context.subject;
  const coordinates = (family?.coordinates ?? metric?.coordinates ?? []).map((one) => one.name);
  const [i, j, k, l] = indices.map((index) => coordinates.indexOf(index));
  if (indices.some((index) => !coordinates.includes(index))) throw new NoValue(`${name}(${indices.join(', ')})`);
  return (names) => {
    const here = coordinates.map((one) => valueIn(names, one));
    const at = (point: readonly Value[]): Names | null =>
      bindAll(
        names,
        coordinates.map((one, place) => [one, point[place]] as const),
      );
    const entries: Metric = (point) => {
      if (metric !== null) return metric.entries.map((row) => row.map((entry) => formula(entry, context)(at(point))));
      const list = meanProducts(at(point), coordinates, context);
      return coordinates.map((_, row) => list.slice(row * coordinates.length, (row + 1) * coordinates.length));
    };
    switch (name) {
      case 'metric':
        return entries(here)[i][j];
      case 'cubic':
        return means(names, context, (outcome) => {
          const score = scores(outcome, coordinates, context);
          return [multiply(score[i], multiply(score[j], score[k]))];
        })[0];
      case 'christoffel':
        return christoffel(entries)(here)[i][j][k];
      case 'riemann':
        return riemann(entries, here)(i, j, k, l);
      case 'ricci':
        return ricci(entries, here)(i, j);
      default:
        return scalar(entries, here);
    }
  };
}

/** E[s_i s_j], row by row; of n independent observations n E[s_i s_j] + n (n - 1) E[s_i] E[s_j] of one. */
function meanProducts(names: Names | null, coordinates: readonly string[], context: Context): readonly Value[] {
  const { observations } = familyOf(context);
  const one = { ...context, subject: { ...context.subject, family: observations?.family ?? familyOf(context) } };
  const moments = means(names, one, (outcome) => {
    const score = scores(outcome, coordinates, one);
    return [...score.flatMap((a) => score.map((b) => multiply(a, b))), ...score];
  });
  const [n, size] = [observations === undefined ? 1 : formula(observations.count, context)(names), coordinates.length];
  const mean = moments.slice(size * size);
  return moments.slice(0, size * size).map((product, place) => {
    const cross = multiply(mean[Math.floor(place / size)], mean[place % size]);
    return multiply(n, add(product, multiply(subtract(n, 1), cross)));
  });
}

function scores(outcome: Names | null, coordinates: readonly string[], context: Context): Value[] {
  const density = logDensity(context);
  return coordinates.map((one) => slope((value) => density(bind(outcome, one, value)), valueIn(outcome, one)));
}

/** The means of functions of the sample, under the density divided by its sum. */
function means(
  names: Names | null,
  context: Context,
  f: (outcome: Names | null) => readonly Value[],
): readonly Value[] {
  const family = familyOf(context);
  const density = logDensity(context);
  let [totals, mass]: [readonly Value[] | null, Value] = [null, 0];
  for (const { values, weight } of outcomesOf(context, names)) {
    const outcome = bindAll(
      names,
      family.sampleSpace.variables.map((name, k) => [name, values[k]] as const),
    );
    const share = multiply(weight, exp(density(outcome)));
    const terms = f(outcome).map((value) => multiply(share, value));
    totals = totals === null ? terms : terms.map((value, k) => add(totals![k], value));
    mass = add(mass, share);
  }
  return totals!.map((value) => divide(value, mass));
}

interface Outcome {
  readonly values: readonly number[];
  readonly weight: number;
}

/**
 * All outcomes, or enough of them: counts up to 40 for rates below 8; on a line with a normal density, nodes that give polynomials of degree
 * 31 exactly; five outcomes where the density is made of undetermined functions.
 */
function outcomesOf(context: Context, names: Names | null): readonly Outcome[] {
  const { sampleSpace } = familyOf(context);
  if (normaliserIn(context) !== null) return [1, 2, 3, 4, 5].map((label) => ({ values: [label], weight: 1 }));
  const at = bindAll(
    names,
    sampleSpace.variables.map((name) => [name, 0] as const),
  );
  if (sampleSpace.kind === 'symbolic' && familyOf(context).name === 'binomial')
    return heads(plain(valueIn(names, 'n')));
  return outcomesIn(sampleSpace, sampleSpace.variables, at, logDensity(context));
}

/** The numbers of heads among n tosses, each with the number of sequences that have it. */
function heads(n: number): readonly Outcome[] {
  let weight = 1;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) weight *= (n - k + 1) / k;
    return { values: [k], weight };
  });
}

type Space = Family['sampleSpace'];

function outcomesIn(
  space: Space,
  variables: readonly string[],
  at: Names | null,
  density: Meaning,
): readonly Outcome[] {
  switch (space.kind) {
    case 'finite':
      return space.states.map((state, place) => ({
        values: state.map(({ numerator, denominator }) => Number(numerator) / Number(denominator)),
        weight: Number(space.weights?.[place] ?? 1),
      }));
    case 'counts':
      return Array.from({ length: 40 }, (_, k) => ({ values: [space.first + k], weight: 1 }));
    case 'product': {
      let offset = 0;
      const lists = space.factors.map((factor) => {
        const own = variables.slice(offset, offset + factor.variables.length);
        offset += factor.variables.length;
        return outcomesIn(factor, own, at, density);
      });
      const both = (a: Outcome, b: Outcome): Outcome => ({
        values: [...a.values, ...b.values],
        weight: a.weight * b.weight,
      });
      return lists.reduce((all, some) => all.flatMap((a) => some.map((b) => both(a, b))));
    }
    case 'line': {
      const along = (x: Value): Value => density(bind(at, variables[0], x));
      const [first, second, third] = [1, 2, 3].map((order) => plain(derivative(along, order)));
      if (Number.isNaN(second)) return [{ values: [Number.NaN], weight: 1 }];
      if (!(second < 0) || Math.abs(third) > 1e-9 * Math.abs(second) ** 1.5)
        throw new NoValue('the mean under a density that is not normal');
      const width = 1 / Math.sqrt(-second);
      // The weights are those of quadrature against the density, which is multiplied in later.
      return nodes.map(({ z, weight }) => ({
        values: [-first / second + z * width],
        weight: weight * Math.exp((z * z) / 2) * width,
      }));
    }
    default:
      throw new NoValue(`expectations over a sample space of kind ${space.kind}`);
  }
}

/** A derivative at 0. */
function derivative(f: (x: Value) => Value, order: number): Value {
  const at = (x: Value, left: number): Value => (left === 0 ? f(x) : slope((value) => at(value, left - 1), x));
  return at(0, order);
}

/** The undetermined function of the coordinates in a density that is made of undetermined functions: its log-partition. */
function normaliserIn({ subject }: Context): string | null {
  const { family, functions } = subject;
  if (family === null) return null;
  const text = textOf(family.logDensity);
  const call = `(${family.coordinates.map(({ name }) => name).join(', ')})`;
  return functions.find((name) => text.includes(`${name}${call}`)) ?? null;
}

/** Gives the log-partition the value that makes the density sum to one over the outcomes. */
function normalise(context: Context): void {
  const name = normaliserIn(context);
  if (name === null) return;
  const { coordinates, sampleSpace } = familyOf(context);
  const own = new Map([...context.functions, [name, (): Value => 0]]);
  const density = logDensity({ ...context, functions: own, meanings: new Map() });
  context.functions.set(name, (args) => {
    const names = bindAll(
      null,
      coordinates.map((one, place) => [one.name, args[place]] as const),
    );
    return log([1, 2, 3, 4, 5].map((label) => exp(density(bind(names, sampleSpace.variables[0], label)))).reduce(add));
  });
}

/** Gauss-Hermite quadrature for the standard normal law: roots of the Hermite polynomial by bisection. */
const nodes = gaussHermite(16);

function gaussHermite(n: number): readonly { readonly z: number; readonly weight: number }[] {
  const at = (x: number): readonly [value: number, before: number] => {
    let [before, value] = [0, 1];
    for (let k = 0; k < n; k++) [before, value] = [value, x * value - k * before];
    return [value, before];
  };
  const factorial = Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1);
  const roots: number[] = [];
  for (let low = -8.003; low < 8; low += 0.01) {
    let [a, b] = [low, low + 0.01];
    if (at(a)[0] * at(b)[0] > 0) continue;
    for (let round = 0; round < 60; round++) {
      const middle = (a + b) / 2;
      if (at(a)[0] * at(middle)[0] <= 0) b = middle;
      else a = middle;
    }
    roots.push(a);
  }
  return roots.map((z) => ({ z, weight: factorial / (n * n * at(z)[1] ** 2) }));
}

/** Names and values inside their domains and inside the conditions of the family; `positive`: also where all reals are allowed. */
function drawPoint(context: Context, random: () => number, positive: boolean): Point {
  const { family, metric, symbols } = context.subject;
  const constants = family?.constants ?? [];
  const varying = [...(family?.coordinates ?? metric?.coordinates ?? []), ...constants, ...symbols];
  for (let attempt = 0; attempt < 200; attempt++) {
    const point = varying.map((one): readonly [string, Value] => {
      const given = 'value' in one ? one.value : undefined;
      const domain = positive && one.domain === 'real' ? 'positive' : one.domain;
      const value = drawValue(domain, random());
      return [one.name, given === undefined ? value : Number(given.numerator) / Number(given.denominator)];
    });
    const names = bindAll(null, point);
    if ((family?.conditions ?? []).every((one) => plain(formula(one, context)(names)) > 0)) return point;
  }
  throw new NoValue('no point of the domain was found');
}

function drawValue(domain: Subject['symbols'][number]['domain'], u: number): number {
  switch (domain) {
    case 'real':
      return 4 * u - 2;
    case 'positive':
      return 0.2 + 2.5 * u;
    case 'unit':
      return 0.03 + 0.94 * u;
    case 'natural':
      return 1 + Math.floor(4 * u);
  }
}

/** A sum of sines of its arguments: small and positive, or `wild`, with values of both signs. */
function smoothFunction(random: () => number, wild: boolean): Smooth {
  const waves = Array.from({ length: 3 }, () => ({
    phase: 6 * random(),
    slopes: Array.from({ length: 8 }, () => 0.4 + random()),
  }));
  const [middle, height] = wild ? [0.2, 0.9] : [0.3, 0.05];
  return (args) =>
    waves.reduce<Value>(
      (total, { phase, slopes }) =>
        add(
          total,
          multiply(height, sin(args.reduce<Value>((u, value, k) => add(u, multiply(slopes[k], value)), phase))),
        ),
      middle,
    );
}
