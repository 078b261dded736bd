import { type Expression, parseExpression, substitute, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Coordinate, Family, SampleSpace } from './family.ts';

/**
 * The same family in other coordinates: `map` gives each old coordinate as an expression in the new ones (and the
 * constants). Throws {@link InputError} where an old coordinate has no expression, an expression an unknown name, or a new
 * coordinate a name that stands for something else in the family.
 */
export function reparametrize(
  family: Family,
  coordinates: readonly Coordinate[],
  map: Readonly<Record<string, string>>,
): Family {
  const { sampleSpace, pivot } = family;
  const taken = [...sampleSpace.variables, ...(pivot === undefined ? [] : [pivot.variable, pivot.sign])];
  const clash = coordinates.find(({ name }) => taken.includes(name));
  if (clash !== undefined) {
    throw new InputError(`a coordinate cannot be named ${clash.name}: the sample of ${family.name} is described by it`);
  }
  const allowed = [...coordinates.map(({ name }) => name), ...family.constants.map(({ name }) => name)];
  const replacements = new Map<string, Expression>();
  for (const { name } of family.coordinates) {
    if (map[name] === undefined) {
      throw new InputError(`the map gives no expression for ${name} in ${coordinates.map((c) => c.name).join(', ')}`);
    }
    const expression = parseExpression(map[name]);
    const unknown = symbolsOf(expression).find((symbol) => !allowed.includes(symbol));
    if (unknown !== undefined)
      throw new InputError(`${name} = ${map[name]} uses "${unknown}", expected ${allowed.join(', ')}`);
    replacements.set(name, expression);
  }
  return {
    ...family,
    coordinates,
    conditions: [...family.conditions, ...family.coordinates.flatMap(domainConditions)].map((condition) =>
      substitute(condition, replacements),
    ),
    sampleSpace: movedSpace(sampleSpace, (end) => substitute(end, replacements)),
    logDensity: substitute(family.logDensity, replacements),
    ...(pivot === undefined
      ? {}
      : { pivot: { ...pivot, sample: mapValues(pivot.sample, (e) => substitute(e, replacements)) } }),
  };
}

/** The sample space where its ends and cuts depend on the coordinates. */
function movedSpace(space: SampleSpace, move: (end: Expression) => Expression): SampleSpace {
  switch (space.kind) {
    case 'interval':
      return { ...space, low: space.low && move(space.low), high: space.high && move(space.high) };
    case 'cut-line':
      return { ...space, cut: move(space.cut) };
    case 'product':
      return { ...space, factors: space.factors.map((factor) => movedSpace(factor, move)) };
    default:
      return space;
  }
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** What the domain of an old coordinate demands of its expression in the new ones. */
function domainConditions({ name, domain }: Coordinate): Expression[] {
  switch (domain) {
    case 'real':
      return [];
    case 'positive':
    case 'natural':
      return [parseExpression(name)];
    case 'unit':
      return [parseExpression(name), parseExpression(`1 - ${name}`)];
  }
}
