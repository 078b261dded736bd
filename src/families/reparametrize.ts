import { type Expression, parseExpression, substitute, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Coordinate, Family } from './family.ts';

/**
 * The same family in other coordinates: `map` gives each old coordinate as an expression in the new ones (and the
 * constants). Throws {@link InputError} where an old coordinate has no expression, or an expression an unknown name.
 */
export function reparametrize(
  family: Family,
  coordinates: readonly Coordinate[],
  map: Readonly<Record<string, string>>,
): Family {
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
    logDensity: substitute(family.logDensity, replacements),
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
