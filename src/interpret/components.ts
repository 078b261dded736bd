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
  const slots = newSlots(definition.indices.map(({ name }) => name));
  const value = compile(world, definition.formula, slots);
  const rank = definition.indices.length;
  return kept(world.field, rank, definition.symmetries, (indices) => {
    const assignment = new Array<number>(slots.size).fill(0);
    indices.forEach((index, place) => {
      assignment[place] = index;
    });
    return value(assignment, undefined);
  });
}

/** Components given by a function of the indices, kept once computed, with symmetries that save work. */
export function kept<E>(
  field: DifferentialField<E>,
  rank: number,
  symmetries: readonly Symmetry[],
  compute: (indices: readonly number[]) => E,
): Components<E> {
  const known: E[] = [];
  const at = (indices: readonly number[]): E => {
    let key = 0;
    for (let place = 0; place < rank; place++) key = key * field.dimension + indices[place];
    known[key] ??= bySymmetry(indices) ?? compute(indices);
    return known[key];
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

/** Each index name of a formula has a slot in an assignment of values, the indices of the definition first. */
type Slots = Map<string, number>;

function newSlots(names: readonly string[]): Slots {
  return new Map(names.map((name, place) => [name, place]));
}

function slotOf(slots: Slots, name: string): number {
  const slot = slots.get(name) ?? slots.size;
  slots.set(name, slot);
  return slot;
}

/** The value of a formula for values of its indices and, inside an expectation, a log-density. */
type Compiled<E> = (assignment: number[], logDensity: E | undefined) => E;

function compile<E>(world: World<E>, f: Formula, slots: Slots): Compiled<E> {
  const { field } = world;
  switch (f.kind) {
    case 'coefficient': {
      const value = field.fromRational(rational(f.numerator, f.denominator));
      return () => value;
    }
    case 'tensor':
      return compileTensor(world, f, slots);
    case 'sum': {
      const terms = f.terms.map((term) => compile(world, term, slots));
      return remembered(world, f, slots, (assignment, logDensity) =>
        field.sum(terms.map((term) => term(assignment, logDensity))),
      );
    }
    case 'product':
      return compileProduct(world, f, slots);
    case 'partial': {
      const of = compile(world, f.of, slots);
      const slot = slotOf(slots, f.index.name);
      const names = [f.index, ...freeIndices(f.of)].map(({ name }) => name);
      const derivative: Compiled<E> = (assignment, logDensity) =>
        field.partial(of(assignment, logDensity), assignment[slot]);
      return remembered(world, f, slots, contraction(world, repeated(names), slots, derivative));
    }
    case 'expectation': {
      const of = compile(world, f.of, slots);
      const { expectation } = world;
      if (expectation === undefined) throw new NotationError('a formula with an expectation needs a statistical model');
      return (assignment) => expectation((logDensity) => of(assignment, logDensity));
    }
  }
}

function compileTensor<E>(world: World<E>, f: Formula & { kind: 'tensor' }, slots: Slots): Compiled<E> {
  if (f.name === 'logDensity') {
    return (_, logDensity) => {
      if (logDensity === undefined) throw new NotationError('the log-density has a value inside an expectation only');
      return logDensity;
    };
  }
  const tensor = world.tensors[f.name];
  if (tensor === undefined) {
    throw new NotationError(`no tensor "${f.name}" here: ${Object.keys(world.tensors).join(', ')}`);
  }
  const names = f.indices.map(({ name }) => name);
  if (tensor.rank !== names.length)
    throw new NotationError(`${f.name} has ${tensor.rank} indices, not ${names.length}`);
  const places = names.map((name) => slotOf(slots, name));
  return contraction(world, repeated(names), slots, (assignment) => tensor.at(places.map((slot) => assignment[slot])));
}

function compileProduct<E>(world: World<E>, f: Formula & { kind: 'product' }, slots: Slots): Compiled<E> {
  const { field } = world;
  const isCoefficient = (factor: Formula): boolean => factor.kind === 'coefficient';
  const compiled = (factors: readonly Formula[]): Compiled<E>[] =>
    factors.map((factor) => compile(world, factor, slots));
  const coefficients = compiled(f.factors.filter(isCoefficient));
  const others = f.factors.filter((factor) => !isCoefficient(factor));
  const factors = compiled(others);
  const term: Compiled<E> = (assignment, logDensity) => {
    let value = field.one;
    for (const factor of factors) {
      const next = factor(assignment, logDensity);
      if (field.isZero(next)) return field.zero; // the remaining factors need not be known
      value = value === field.one ? next : field.multiply(value, next);
    }
    return value;
  };
  const contracted = contraction(world, repeated(others.flatMap(freeIndices).map(({ name }) => name)), slots, term);
  // Numbers multiply the contraction once, not each of its terms.
  return (assignment, logDensity) =>
    coefficients.reduce(
      (value, coefficient) => field.multiply(coefficient(assignment, logDensity), value),
      contracted(assignment, logDensity),
    );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function contraction<E>({ field }: World<E>, dummies: readonly string[], slots: Slots, term: Compiled<E>): Compiled<E> {
  if (dummies.length === 0) return term;
  const places = dummies.map((name) => slotOf(slots, name));
  return (assignment, logDensity) => {
    const terms: E[] = [];
    const loop = (depth: number): void => {
      if (depth === places.length) {
        const value = term(assignment, logDensity);
        if (!field.isZero(value)) terms.push(value);
        return;
      }
      for (let index = 0; index < field.dimension; index++) {
        assignment[places[depth]] = index;
        loop(depth + 1);
      }
    };
    loop(0);
    return field.sum(terms);
  };
}

/** Keeps the values of a subformula for each assignment of its free indices; not inside an expectation. */
function remembered<E>({ field }: World<E>, f: Formula, slots: Slots, compute: Compiled<E>): Compiled<E> {
  const places = freeIndices(f).map(({ name }) => slotOf(slots, name));
  const known: E[] = [];
  return (assignment, logDensity) => {
    if (logDensity !== undefined) return compute(assignment, logDensity);
    let key = 0;
    for (const slot of places) key = key * field.dimension + assignment[slot];
    known[key] ??= compute(assignment, logDensity);
    return known[key];
  };
}
