import type { CalculationDerivation } from 'fisher-rao';
import type { MathNode } from 'mathjs/number';
import { seededNumbers } from '../seeded-numbers.ts';
import { during, duringAll, type Meaning } from './cells.ts';
import { add, exp, log, plain, solved, type Value } from './dual-number.ts';
import {
  type Context,
  callIn,
  cellOf,
  contextFor,
  formula,
  meaningOf,
  nameIn,
  normaliserIn,
  parse,
} from './formula-meaning.ts';
import { labels } from './means.ts';
import { NoValue } from './outcomes.ts';
import { drawPoint, type Point, smoothFunction } from './random-point.ts';

export { NoValue };

/**
 * The value of every side of a calculation at a random point, by another route than that of the kernel: derivatives by
 * dual numbers, expectations by summation over outcomes, tensors from their definitions, random functions for
 * undetermined ones. NaN where a side has no real value there; with `absolute`, logarithms are those of absolute values.
 * Throws {@link NoValue} for what it cannot evaluate.
 */
export function valuesOf(derivation: CalculationDerivation, seed: number, absolute = false): readonly number[] {
  const { subject, chain, definitions } = derivation;
  const random = seededNumbers(seed);
  const macros = new Map(definitions.map(([name, text]) => [name, parse(text)]));
  const functions = new Map(subject.functions.map((name) => [name, smoothFunction(random, seed % 2 === 1)]));
  const context = contextFor({ subject, absolute, macros, functions });
  normalise(context);
  let point = drawPoint(subject, random, seed % 3 === 0, (values) =>
    (subject.family?.conditions ?? []).every((one) => valueIn(formula(one, context), values, context) > 0),
  );
  const cited = subject.equations.filter(({ name }) => chain.some(({ by }) => by.includes(name)));
  for (const { left, right } of cited) point = assume(parse(left), parse(right), context, point);
  const sides = chain.map(({ text }) => meaningOf(parse(text), context));
  return sides.map((side) => valueIn(side, point, context));
}

function valueIn(meaning: Meaning, point: Point, context: Context): number {
  const cells = point.map(([name]) => cellOf(context, name));
  return plain(
    duringAll(
      cells,
      point.map(([, value]) => value),
      meaning.value,
    ),
  );
}

/** An equation that a step rests on, made true: what is on its left gets the value on its right. */
function assume(left: MathNode, right: MathNode, context: Context, point: Point): Point {
  const { macros, functions } = context;
  const defined = nameIn(left);
  if (defined !== null) {
    macros.set(defined, right);
    return point.filter(([name]) => name !== defined);
  }
  const outer = callIn(left);
  const isDerivative = outer?.name === 'D';
  const call = isDerivative ? callIn(outer.args[0]) : outer;
  const variable = call?.args.length === 1 ? nameIn(call.args[0]) : null;
  const other = functions.get(call?.name ?? '');
  if (call === null || variable === null || other === undefined) throw new NoValue(`an equation for ${left}`);
  // The right side is read apart from where the function is called: its other names keep their values at the point.
  const apart = contextFor(context);
  for (const [name, value] of point) cellOf(apart, name).value = value;
  const side = (u: Value): Value => during(cellOf(apart, variable), u, meaningOf(right, apart).value);
  // Through every point goes a solution: the value is free, its derivatives are not.
  const solution = solved((u) => plain(other([u])), side);
  functions.set(call.name, ([u]) => (isDerivative ? solution(u) : side(u)));
  return point;
}

/** Gives the log-partition the value that makes the density sum to one over the outcomes. */
function normalise(context: Context): void {
  const name = normaliserIn(context);
  const { family } = context.subject;
  if (name === null || family === null) return;
  const apart = contextFor({ ...context, functions: new Map([...context.functions, [name, (): Value => 0]]) });
  const density = formula(family.logDensity, apart);
  const coordinates = family.coordinates.map((one) => cellOf(apart, one.name));
  const sample = cellOf(apart, family.sampleSpace.variables[0]);
  context.functions.set(name, (args) =>
    duringAll(coordinates, args, () =>
      log(labels.map((label) => exp(during(sample, label, density.value))).reduce(add)),
    ),
  );
}
