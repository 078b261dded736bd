import { type Integer, multiplyIntegers, type Rational, rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { Domain, Family, SampleSpace } from './family.ts';
import { renameFamily } from './rename.ts';
import { checkSampleSpaceSize } from './sample-space.ts';

/**
 * The family of independent samples from several families: the density is the product of theirs. Names of coordinates,
 * constants and sample variables that clash are numbered by the factor, as mu_1 and mu_2. Throws {@link InputError} for
 * fewer than two factors, and where a product of finite sample spaces is too large.
 */
export function productFamily(families: readonly Family[]): Family {
  if (families.length < 2) throw new InputError(`a product needs two families or more, got ${families.length}`);
  const factors = distinct(families);
  const [statistics, spaces] = [factors.map((factor) => factor.statistics), factors.map((f) => f.sampleSpace)];
  const whole: Family = {
    name: families.map(({ name }) => name).join('*'),
    summary: 'independent samples from each of these families',
    coordinates: factors.flatMap(({ coordinates }) => coordinates),
    constants: factors.flatMap(({ constants }) => constants),
    conditions: factors.flatMap(({ conditions }) => conditions),
    sampleSpace: productSpace(spaces),
    logDensity: { kind: 'add', terms: factors.map(({ logDensity }) => logDensity) },
    normalised: factors.every(({ normalised }) => normalised),
    ...nonRegularity(factors),
    ...interiorOf(factors),
  };
  if (statistics.every((list) => list !== undefined)) return { ...whole, statistics: statistics.flat() };
  const finite = factors.every((factor) => factor.sampleSpace.kind === 'finite' && factor.statistics === undefined);
  if (finite) return { ...whole, sampleSpace: finiteProduct(whole.name, spaces) };
  return { ...whole, factors };
}

/** The factors with names that differ. */
function distinct(families: readonly Family[]): Family[] {
  const kinds: readonly ((family: Family) => readonly string[])[] = [
    (family) => [...family.coordinates, ...family.constants].map(({ name }) => name),
    (family) => family.sampleSpace.variables,
    ({ pivot }) => (pivot === undefined ? [] : [pivot.variable, ...(pivot.sign === undefined ? [] : [pivot.sign])]),
  ];
  const clashes = kinds.map((namesOf) => {
    const all = families.flatMap((family) => [...new Set(namesOf(family))]);
    return new Set(all).size < all.length;
  });
  // A sample variable of one factor may bear the name of another's coordinate.
  const across = families.some((family, k) =>
    families.some((other, j) => j !== k && kinds[1](family).some((name) => kinds[0](other).includes(name))),
  );
  return families.map((family, k) => {
    const names = kinds.flatMap((namesOf, kind) => (clashes[kind] || (across && kind === 1) ? namesOf(family) : []));
    return renameFamily(family, new Map(names.map((name) => [name, `${name}_${k + 1}`])));
  });
}

function productSpace(spaces: readonly SampleSpace[]): SampleSpace {
  return { kind: 'product', variables: spaces.flatMap(({ variables }) => variables), factors: spaces };
}

/** All pairs of states, with the products of their weights. */
function finiteProduct(name: string, spaces: readonly SampleSpace[]): SampleSpace {
  let states: (readonly Rational[])[] = [[]];
  let weights: Integer[] = [1];
  for (const space of spaces) {
    if (space.kind !== 'finite') throw new InputError(`${name} has a factor that is not finite`);
    checkSampleSpaceSize(`the family ${name}`, states.length * space.states.length);
    const [before, counted] = [states, weights];
    states = before.flatMap((state) => space.states.map((next) => [...state, ...next]));
    weights = counted.flatMap((weight) =>
      space.states.map((_, k) => multiplyIntegers(weight, space.weights?.[k] ?? 1)),
    );
  }
  return { kind: 'finite', variables: spaces.flatMap(({ variables }) => variables), states, weights };
}

function nonRegularity(factors: readonly Family[]): Pick<Family, 'nonRegular'> {
  const reasons = factors.flatMap(({ nonRegular }) => (nonRegular === undefined ? [] : [nonRegular]));
  return reasons.length === 0 ? {} : { nonRegular: reasons.join('; ') };
}

const inside: { readonly [D in Domain]: Rational } = {
  real: rational(0),
  positive: rational(1),
  unit: rational(1, 2),
  natural: rational(1),
};

/** A point inside the domain, unless a factor with conditions gives none. */
function interiorOf(factors: readonly Family[]): Pick<Family, 'interior'> {
  const points = factors.map(({ interior, conditions, coordinates }) =>
    interior === undefined && conditions.length === 0
      ? Object.fromEntries(coordinates.map(({ name, domain }) => [name, inside[domain]]))
      : interior,
  );
  if (points.some((point) => point === undefined)) return {};
  return { interior: Object.assign({}, ...points) as Record<string, Rational> };
}
