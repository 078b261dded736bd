import { parseExpression, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { type Coordinate, type Domain, type Family, readDeclarations, reparametrize } from '../families/index.ts';

/** Assignments `name = expression` separated by commas outside brackets. Throws {@link InputError} for anything else. */
export function readMap(text: string): Readonly<Record<string, string>> {
  const map: Record<string, string> = {};
  for (const item of topLevelItems(text)) {
    const [name, expression, ...rest] = item.split('=').map((piece) => piece.trim());
    if (!name || !expression || rest.length > 0 || !/^[A-Za-z]\w*$/.test(name)) {
      throw new InputError(
        `expected old coordinates as expressions in new ones, 'mu = a, sigma = exp(b)'; got '${item.trim()}'`,
      );
    }
    if (Object.hasOwn(map, name)) throw new InputError(`'${name}' is given twice in '${text}'`);
    map[name] = expression;
  }
  return map;
}

function topLevelItems(text: string): string[] {
  const items = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  return items;
}

/**
 * The family in the coordinates of a map such as `mu = a, sigma = exp(b)`. Old coordinates that it leaves out stay. New
 * coordinates are the names in it, in order of appearance: those of old coordinates keep their domains, others are real
 * unless declared, as in `a real, b positive`. Throws {@link InputError} for text or declarations that do not fit.
 */
export function mappedFamily(family: Family, mapText: string, declared = ''): Family {
  const given = readMap(mapText);
  const old = family.coordinates.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !old.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `--map: unknown coordinate '${unknown}'; the coordinates of ${family.name} are ${old.join(', ')}`,
    );
  }
  const map = Object.fromEntries(old.map((name) => [name, given[name] ?? name]));
  const domains = declaredDomains(declared);
  const constants = [...family.constants.map(({ name }) => name), ...(domains.has('pi') ? [] : ['pi'])];
  const occurring = [...new Set(Object.values(map).flatMap((text) => symbolsOf(parseExpression(text))))];
  const names = occurring.filter((name) => !constants.includes(name));
  const unused = [...domains.keys()].find((name) => !names.includes(name));
  if (unused !== undefined) throw new InputError(`--coordinates: '${unused}' does not occur in the map`);
  const coordinates = names.map((name): Coordinate => {
    const kept = family.coordinates.find((coordinate) => coordinate.name === name)?.domain;
    return { name, domain: domains.get(name) ?? kept ?? 'real' };
  });
  return reparametrize(family, coordinates, map);
}

const kinds: readonly Domain[] = ['real', 'positive', 'unit'];

function declaredDomains(text: string): Map<string, Domain> {
  if (text.trim() === '') return new Map();
  readDeclarations(text); // for its messages
  return new Map(
    text.split(',').map((item): [string, Domain] => {
      const [name, ...rest] = item.trim().split(/\s+/);
      const domain = kinds.find((kind) => kind === rest.join(' '));
      if (domain === undefined)
        throw new InputError(`--coordinates: ${name} is one of ${kinds.join(', ')}, got '${rest.join(' ')}'`);
      return [name, domain];
    }),
  );
}
