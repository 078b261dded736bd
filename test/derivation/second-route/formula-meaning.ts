import type { Family, Subject } from 'fisher-rao';
import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { type Cell, during, duringAll, type Meaning, readsOf, remembered } from './cells.ts';
import {
  add,
  cos,
  differentiator,
  divide,
  exp,
  log,
  logOfAbsoluteValue,
  multiply,
  negate,
  plain,
  power,
  sin,
  subtract,
  type Value,
} from './dual-number.ts';
import { expressionText } from './expression-text.ts';
import { type Means, meanProducts, meansOf, scoresOf } from './means.ts';
import { NoValue } from './outcomes.ts';
import { christoffel, type Metric, ricci, riemann, scalar } from './plain-geometry.ts';

const mathjs = create({ parseDependencies });

/** The tree of a formula. */
export function parse(text: string): MathNode {
  return mathjs.parse(text);
}

/** The name that a formula is, if it is nothing but a name. */
export function nameIn(node: MathNode): string | null {
  return mathjs.isSymbolNode(node) ? node.name : null;
}

/** The function and its arguments that a formula is, if it is one call. */
export function callIn(node: MathNode): { readonly name: string; readonly args: readonly MathNode[] } | null {
  return mathjs.isFunctionNode(node) ? { name: node.fn.toString(), args: node.args } : null;
}

/** A function of values in the place of an undetermined one. */
export type Smooth = (args: readonly Value[]) => Value;

/** What formulas are about, with what has been worked out of them; make it by {@link contextFor}. */
export interface Context {
  readonly subject: Subject;
  /** Whether log u means log|u|. */
  readonly absolute: boolean;
  readonly macros: Map<string, MathNode>;
  readonly functions: Map<string, Smooth>;
  readonly cells: Map<string, Cell>;
  readonly meanings: Map<MathNode, Meaning | 'being read'>;
  readonly formulas: Map<string, Meaning>;
  geometry: Geometry | null;
  means: Means | null;
}

type Given = Pick<Context, 'subject' | 'absolute' | 'macros' | 'functions'>;

/** A context in which no name has a value yet. */
export function contextFor({ subject, absolute, macros, functions }: Given): Context {
  const empty = { cells: new Map(), meanings: new Map(), formulas: new Map(), geometry: null, means: null };
  return { subject, absolute, macros, functions, ...empty };
}

/** The cell of a name. */
export function cellOf({ cells }: Context, name: string): Cell {
  const known = cells.get(name);
  if (known !== undefined) return known;
  const cell: Cell = { name, value: undefined };
  cells.set(name, cell);
  return cell;
}

/** The meaning of a part of a formula, worked out once. */
export function meaningOf(node: MathNode, context: Context): Meaning {
  const known = context.meanings.get(node);
  if (known === 'being read') throw new NoValue(`${node}, which is defined by itself`);
  if (known !== undefined) return known;
  context.meanings.set(node, 'being read');
  const made = read(node, context);
  context.meanings.set(node, made);
  return made;
}

/** A formula of a family or metric, as this evaluator reads it. */
export function formula(e: Family['logDensity'], context: Context): Meaning {
  const text = expressionText(e);
  const known = context.formulas.get(text) ?? meaningOf(parse(text), context);
  context.formulas.set(text, known);
  return known;
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
    let sum = 0;
    for (let k = 2; k < x; k++) sum += Math.log(k);
    return sum;
  },
};

const binary: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  add,
  subtract,
  multiply,
  divide,
  pow: power,
};

function read(node: MathNode, context: Context): Meaning {
  if (mathjs.isParenthesisNode(node)) return meaningOf(node.content, context);
  if (mathjs.isConstantNode(node)) {
    const value = Number(node.value);
    return { reads: new Set(), value: () => value };
  }
  if (mathjs.isSymbolNode(node)) return named(node.name, context);
  if (mathjs.isOperatorNode(node)) {
    const [first, second] = node.args.map((arg) => meaningOf(arg, context));
    if (node.fn === 'unaryMinus') return { reads: first.reads, value: () => negate(first.value()) };
    if (node.fn === 'unaryPlus') return first;
    const known = binary[node.fn];
    if (known === undefined) throw new NoValue(String(node));
    return { reads: readsOf([first.reads, second.reads]), value: () => known(first.value(), second.value()) };
  }
  const call = callIn(node);
  if (call === null) throw new NoValue(String(node));
  const { reads, value } = applied(call.name, call.args, context);
  return { reads, value: remembered(reads, value) };
}

function applied(name: string, args: readonly MathNode[], context: Context): Meaning {
  if (tensors.includes(name)) return component(name, args.map(String), context);
  if (name === 'E') return expectation(meaningOf(args[0], context), context);
  if (context.functions.has(name)) {
    const values = args.map((arg) => meaningOf(arg, context));
    return {
      reads: readsOf(values.map(({ reads }) => reads)),
      value: () => context.functions.get(name)!(values.map(({ value }) => value())),
    };
  }
  if (name === 'D' || name === 'at' || name === 'sum') return binding(name, args, context);
  const known = name === 'log' && context.absolute ? logOfAbsoluteValue : unary[name];
  if (known === undefined || args.length !== 1) throw new NoValue(`${name}(${args.join(', ')})`);
  const inside = meaningOf(args[0], context);
  return { reads: inside.reads, value: () => known(inside.value()) };
}

/** D(u, x), at(u, x, v) and sum(u, k, from, to). */
function binding(name: 'D' | 'at' | 'sum', args: readonly MathNode[], context: Context): Meaning {
  const [inside, ...others] = args.filter((_, place) => place !== 1).map((arg) => meaningOf(arg, context));
  const cell = cellOf(context, String(args[1]));
  const through = (value: Value): Value => during(cell, value, inside.value);
  if (name === 'D') {
    const [place, take] = [named(cell.name, context), differentiator()];
    return {
      reads: readsOf([inside.reads, place.reads]),
      value: () => take((value) => [through(value)], place.value())[0],
    };
  }
  const reads = readsOf([readsOf([inside.reads], [cell]), ...others.map((one) => one.reads)]);
  if (name === 'at') return { reads, value: () => valueAt(through, others[0].value()) };
  return {
    reads,
    value: () => {
      const [from, to] = others.map(({ value }) => plain(value()));
      let total: Value = 0;
      for (let k = from; k <= to; k++) total = add(total, through(k));
      return total;
    },
  };
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

/** The value that a name is bound to; else what it is defined to be. */
function named(name: string, context: Context): Meaning {
  const cell = cellOf(context, name);
  const defined = definitionOf(name, context);
  return {
    reads: readsOf([[cell], defined?.reads ?? []]),
    value: () => {
      const value = cell.value ?? defined?.value();
      if (value === undefined) throw new NoValue(name);
      return value;
    },
  };
}

function definitionOf(name: string, context: Context): Meaning | null {
  const macro = context.macros.get(name);
  if (macro !== undefined) {
    const { reads, value } = meaningOf(macro, context);
    return { reads, value: remembered(reads, value) };
  }
  if (name === 'logdensity') return logDensity(context);
  if (name === 'scalar' && tensorCoordinates(context).length > 0) return component(name, [], context);
  return name === 'pi' ? { reads: new Set(), value: () => Math.PI } : null;
}

function familyOf({ subject }: Context): Family {
  if (subject.family === null) throw new NoValue('an expectation without a family');
  return subject.family;
}

function logDensity(context: Context): Meaning {
  return formula(familyOf(context).logDensity, context);
}

/** The undetermined function of the coordinates in a density that is made of undetermined functions: its log-partition. */
export function normaliserIn({ subject }: Pick<Context, 'subject'>): string | null {
  const { family, functions } = subject;
  if (family === null) return null;
  const text = expressionText(family.logDensity);
  const call = `(${family.coordinates.map(({ name }) => name).join(', ')})`;
  return functions.find((name) => text.includes(`${name}${call}`)) ?? null;
}

function meansIn(context: Context): Means {
  const cell = (name: string): Cell => cellOf(context, name);
  context.means ??= meansOf(familyOf(context), logDensity(context), cell, normaliserIn(context) !== null);
  return context.means;
}

function expectation(inside: Meaning, context: Context): Meaning {
  const means = meansIn(context);
  return {
    reads: readsOf([readsOf([inside.reads], means.sample), means.reads]),
    value: () => means.of(() => [inside.value()])[0],
  };
}

const tensors: readonly string[] = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar', 'cubic'];

/** The tensors of the family's metric, or of the one given, at the present values of all names. */
interface Geometry {
  readonly reads: ReadonlySet<Cell>;
  readonly metric: () => readonly (readonly Value[])[];
  readonly christoffel: () => readonly (readonly (readonly Value[])[])[];
  readonly riemann: () => ReturnType<typeof riemann>;
  readonly ricci: () => ReturnType<typeof ricci>;
  readonly scalar: () => Value;
}

function tensorCoordinates({ subject: { family, metric } }: Context): readonly string[] {
  return (family?.coordinates ?? metric?.coordinates ?? []).map(({ name }) => name);
}

function geometryOf(context: Context): Geometry {
  if (context.geometry !== null) return context.geometry;
  const coordinates = tensorCoordinates(context).map((name) => cellOf(context, name));
  const matrix = matrixOf(coordinates, context);
  const reads = readsOf([matrix.reads, coordinates]);
  const known = remembered(reads, matrix.value, 4);
  const at: Metric = (point) => duringAll(coordinates, point, known);
  const here = (): readonly Value[] =>
    coordinates.map(({ name, value }) => {
      if (value === undefined) throw new NoValue(name);
      return value;
    });
  context.geometry = {
    reads,
    metric: known,
    christoffel: remembered(reads, () => christoffel(at)(here())),
    riemann: remembered(reads, () => riemann(at, here())),
    ricci: remembered(reads, () => ricci(at, here())),
    scalar: remembered(reads, () => scalar(at, here())),
  };
  return context.geometry;
}

function matrixOf(
  coordinates: readonly Cell[],
  context: Context,
): { readonly reads: ReadonlySet<Cell>; readonly value: Geometry['metric'] } {
  const { metric } = context.subject;
  if (metric !== null) {
    const entries = metric.entries.map((row) => row.map((entry) => formula(entry, context)));
    const reads = readsOf(entries.flat().map((entry) => entry.reads));
    return { reads, value: () => entries.map((row) => row.map(({ value }) => value())) };
  }
  const { observations } = familyOf(context);
  const one: Context =
    observations === undefined
      ? context
      : { ...context, subject: { ...context.subject, family: observations.family }, means: null, geometry: null };
  const means = meansIn(one);
  const scores = scoresOf(coordinates, logDensity(one));
  const count: Meaning =
    observations === undefined ? { reads: new Set(), value: () => 1 } : formula(observations.count, context);
  return {
    reads: readsOf([means.reads, count.reads]),
    value: () => meanProducts(means, scores, count.value),
  };
}

/** A component of a tensor. */
function component(name: string, indices: readonly string[], context: Context): Meaning {
  const coordinates = tensorCoordinates(context);
  const [i, j, k, l] = indices.map((index) => coordinates.indexOf(index));
  if (indices.some((index) => !coordinates.includes(index))) throw new NoValue(`${name}(${indices.join(', ')})`);
  const geometry = geometryOf(context);
  const made = (value: () => Value): Meaning => ({ reads: geometry.reads, value });
  switch (name) {
    case 'metric':
      return made(() => geometry.metric()[i][j]);
    case 'cubic': {
      const scores = scoresOf(
        coordinates.map((one) => cellOf(context, one)),
        logDensity(context),
      );
      return made(
        () =>
          meansIn(context).of(() => {
            const score = scores();
            return [multiply(score[i], multiply(score[j], score[k]))];
          })[0],
      );
    }
    case 'christoffel':
      return made(() => geometry.christoffel()[i][j][k]);
    case 'riemann':
      return made(() => geometry.riemann()(i, j, k, l));
    case 'ricci':
      return made(() => geometry.ricci()(i, j));
    default:
      return made(geometry.scalar);
  }
}
