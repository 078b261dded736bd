import { type Expression, numberPiBeside, parseExpression, substitute, symbolsOf } from '../calculus/index.ts';
import { InputError, UnsupportedError } from '../errors.ts';
import type { Coordinate, Family } from './family.ts';
import { substituteInFamily } from './rename.ts';

/**
 * The same family in other coordinates: `map` gives each old coordinate as an expression in the new ones (and the
 * constants). Fewer new coordinates than old ones are those of a submanifold; more than old ones, with a singular metric,
 * a family over a finite sample space may have. Throws {@link InputError} where an old coordinate has no expression, an
 * expression an unknown name, or a new coordinate a name that stands for something else in the family.
 */
export function reparametrize(
  family: Family,
  coordinates: readonly Coordinate[],
  map: Readonly<Record<string, string>>,
): Family {
  const { sampleSpace, pivot } = family;
  // Finite sums need no one-to-one relation of coordinates and statistics: the logits of softmax are one too many.
  const isSummed = sampleSpace.kind === 'finite' && family.statistics === undefined;
  if (coordinates.length === 0 || (coordinates.length > family.coordinates.length && !isSummed)) {
    throw new InputError(
      `${family.name} has ${family.coordinates.length} coordinates: a map into it has at least one and no more, got ${coordinates.length}`,
    );
  }
  const taken = [...sampleSpace.variables, ...(pivot === undefined ? [] : [pivot.variable, pivot.sign])];
  const clash = coordinates.find(({ name }) => taken.includes(name));
  if (clash !== undefined) {
    throw new InputError(`a coordinate cannot be named ${clash.name}: the sample of ${family.name} is described by it`);
  }
  const names = coordinates.map(({ name }) => name);
  const allowed = [...names, ...family.constants.map(({ name }) => name), 'pi'];
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
  if (family.factors !== undefined) {
    throw new UnsupportedError(
      `the factors of ${family.name} take their expectations in different ways: change the coordinates of each factor instead`,
    );
  }
  const before = numberPiBeside(family.coordinates.map(({ name }) => name));
  // A coordinate may be called pi, which names the number before or after the map.
  const all = new Map(replacements).set(before, { kind: 'symbol', name: numberPiBeside(names) });
  const { interior: _, ...moved } = substituteInFamily(family, (e) => substitute(e, all));
  return {
    ...moved,
    coordinates,
    conditions: [...family.conditions, ...family.coordinates.flatMap(domainConditions)].map((condition) =>
      substitute(condition, all),
    ),
    ...(family.statistics === undefined || coordinates.length === family.coordinates.length
      ? {}
      : { base: { family, map: Object.fromEntries(replacements) } }),
  };
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
