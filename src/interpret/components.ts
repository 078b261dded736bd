import { rational } from '../algebra/index.ts';
import type { DifferentialField } from '../calculus/index.ts';
import { NotationError } from '../errors.ts';
import { type Definition, type Formula, freeIndices, type Symmetry } from '../notation/index.ts';

/** The components of a tensor over one coordinate system, computed when first asked for and then kept. */
export interface Components<E> {
  readonly rank: number;
  at(indices: readonly number[]): E;
}

/** What formulas need to mean something: a differential field, the tensors that they name, and an expectation. */
export interface World<E> {
  readonly field: DifferentialField<E>;
  readonly tensors: Readonly<Record<string, Components<E>>>;
  /** E[f(l)]: the expectation of what `integrand` makes of the log-density as a function of the sample. */
  readonly expectation?: (integrand: (logDensity: E) => E) => E;
}

/** The tensor that a definition defines in a world. */
export function componentsOf<E>(world: World<E>, definition: Definition): Components<E> {
  const compiled = compile(world, definition.formula);
  const names = definition.indices.map(({ name }) => name);
  return kept(world.field, names.length, definition.symmetries, (indices) =>
    compiled({ values: new Map(names.map((name, place) => [name, indices[place]])) }),
  );
}

/** Components given by a function of the indices, kept once computed, with symmetries that save work. */
export function kept<E>(
  field: DifferentialField<E>,
  rank: number,
  symmetries: readonly Symmetry[],
  compute: (indices: readonly number[]) => E,
): Components<E> {
  const known = new Map<number, E>();
  const at = (indices: readonly number[]): E => {
    const key = indices.reduce((packed, index) => packed * field.dimension + index, 0);
    let value = known.get(key);
    if (value === undefined) {
      value = bySymmetry(indices) ?? compute(indices);
      known.set(key, value);
    }
    return value;
  };
  const bySymmetry = (indices: readonly number[]): E | null => {
    for (const { places, sign } of symmetries) {
      const [first, second] = places;
      if (sign === -1 && indices[first] === indices[second]) return field.zero;
      if (indices[first] <= indices[second]) continue;
      const swapped = indices.with(first, indices[second]).with(second, indices[first]);
      return sign === 1 ? at(swapped) : field.negate(at(swapped));
    }
    return null;
  };
  return { rank, at };
}

/** Values of the indices, and inside an expectation the log-density. */
interface Assignment<E> {
  readonly values: Map<string, number>;
  readonly logDensity?: E;
}

type Compiled<E> = (assignment: Assignment<E>) => E;

function compile<E>(world: World<E>, f: Formula): Compiled<E> {
  const { field } = world;
  switch (f.kind) {
    case 'coefficient': {
      const value = field.fromRational(rational(f.numerator, f.denominator));
      return () => value;
    }
    case 'tensor':
      return compileTensor(world, f);
    case 'sum': {
      const terms = f.terms.map((term) => compile(world, term));
      return remembered(world, f, (assignment) => field.sum(terms.map((term) => term(assignment))));
    }
    case 'product':
      return compileProduct(world, f);
    case 'partial': {
      const of = compile(world, f.of);
      const { name } = f.index;
      return remembered(world, f, (assignment) => field.partial(of(assignment), indexValue(assignment, name)));
    }
    case 'expectation': {
      const of = compile(world, f.of);
      const { expectation } = world;
      if (expectation === undefined) throw new NotationError('a formula with an expectation needs a statistical model');
      return ({ values }) => expectation((logDensity) => of({ values, logDensity }));
    }
  }
}

function compileTensor<E>(world: World<E>, f: Formula & { kind: 'tensor' }): Compiled<E> {
  if (f.name === 'logDensity') {
    return ({ logDensity }) => {
      if (logDensity === undefined) throw new NotationError('the log-density has a value inside an expectation only');
      return logDensity;
    };
  }
  const tensor = world.tensors[f.name];
  if (tensor === undefined)
    throw new NotationError(`no tensor "${f.name}" here: ${Object.keys(world.tensors).join(', ')}`);
  const names = f.indices.map(({ name }) => name);
  if (tensor.rank !== names.length)
    throw new NotationError(`${f.name} has ${tensor.rank} indices, not ${names.length}`);
  const component: Compiled<E> = (assignment) => tensor.at(names.map((name) => indexValue(assignment, name)));
  const dummies = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
  return dummies.length === 0 ? component : contraction(world, dummies, (assignment) => component(assignment));
}

function compileProduct<E>(world: World<E>, f: Formula & { kind: 'product' }): Compiled<E> {
  const { field } = world;
  const coefficients = f.factors
    .filter((factor) => factor.kind === 'coefficient')
    .map((factor) => compile(world, factor));
  const others = f.factors.filter((factor) => factor.kind !== 'coefficient');
  const factors = others.map((factor) => compile(world, factor));
  const names = others.flatMap(freeIndices).map(({ name }) => name);
  const dummies = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
  const one = (assignment: Assignment<E>): E => {
    let value = field.one;
    for (const factor of factors) {
      const next = factor(assignment);
      if (field.isZero(next)) return field.zero; // the remaining factors need not be known
      value = value === field.one ? next : field.multiply(value, next);
    }
    return value;
  };
  const contracted = dummies.length === 0 ? one : contraction(world, dummies, one);
  // Numbers multiply the contraction once, not each of its terms.
  return (assignment) =>
    coefficients.reduce((value, coefficient) => field.multiply(coefficient(assignment), value), contracted(assignment));
}

function contraction<E>({ field }: World<E>, dummies: readonly string[], term: Compiled<E>): Compiled<E> {
  return ({ values, ...rest }) => {
    const terms: E[] = [];
    const inner = { values: new Map(values), ...rest };
    const loop = (place: number): void => {
      if (place === dummies.length) {
        const value = term(inner);
        if (!field.isZero(value)) terms.push(value);
        return;
      }
      for (let index = 0; index < field.dimension; index++) {
        inner.values.set(dummies[place], index);
        loop(place + 1);
      }
    };
    loop(0);
    return field.sum(terms);
  };
}

/** Keeps the values of a subformula for each assignment of its free indices; not inside an expectation. */
function remembered<E>({ field }: World<E>, f: Formula, compute: Compiled<E>): Compiled<E> {
  const names = freeIndices(f).map(({ name }) => name);
  const known = new Map<number, E>();
  return (assignment) => {
    if ('logDensity' in assignment) return compute(assignment);
    const key = names.reduce((packed, name) => packed * field.dimension + indexValue(assignment, name), 0);
    let value = known.get(key);
    if (value === undefined) {
      value = compute(assignment);
      known.set(key, value);
    }
    return value;
  };
}

function indexValue<E>({ values }: Assignment<E>, name: string): number {
  return values.get(name) as number;
}
