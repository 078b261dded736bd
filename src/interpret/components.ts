import { rational, sumOfProducts } from '../algebra/index.ts';
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
    case 'sum':
      return remembered(world, f, slots, summed(world, compileProducts(world, f, slots)));
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

/** The products of which the value of a formula is the sum, as pairs; factors that are known to be zero are left out. */
type Products<E> = (assignment: number[], logDensity: E | undefined, into: (readonly [E, E])[]) => void;

function summed<E>({ field }: World<E>, products: Products<E>): Compiled<E> {
  return (assignment, logDensity) => {
    const pairs: (readonly [E, E])[] = [];
    products(assignment, logDensity, pairs);
    return sumOfProducts(field, pairs);
  };
}

/** A contraction within a sum is not added up first: its products join those of the other terms. */
function compileProducts<E>(world: World<E>, f: Formula, slots: Slots): Products<E> {
  const { field } = world;
  if (f.kind === 'sum') {
    const terms = f.terms.map((term) => compileProducts(world, term, slots));
    return (assignment, logDensity, into) => {
      for (const term of terms) term(assignment, logDensity, into);
    };
  }
  if (f.kind === 'product') {
    const [first, ...others] = f.factors;
    if (first === undefined || f.factors.every((factor) => factor.kind !== 'coefficient')) {
      return compileContraction(world, f.factors, slots);
    }
    if (first.kind === 'coefficient' && first.numerator === -1 && first.denominator === 1 && others.length === 1) {
      const negated = compileProducts(world, others[0], slots);
      return (assignment, logDensity, into) => {
        const from = into.length;
        negated(assignment, logDensity, into);
        for (let place = from; place < into.length; place++) {
          const [a, b] = into[place];
          into[place] = a === field.one ? [a, field.negate(b)] : [field.negate(a), b];
        }
      };
    }
  }
  const value = compile(world, f, slots);
  return (assignment, logDensity, into) => {
    const alone = value(assignment, logDensity);
    if (!field.isZero(alone)) into.push([field.one, alone]);
  };
}

function compileProduct<E>(world: World<E>, f: Formula & { kind: 'product' }, slots: Slots): Compiled<E> {
  const { field } = world;
  const isCoefficient = (factor: Formula): boolean => factor.kind === 'coefficient';
  const coefficients = f.factors.filter(isCoefficient).map((factor) => compile(world, factor, slots));
  const others = f.factors.filter((factor) => !isCoefficient(factor));
  const contracted = summed(world, compileContraction(world, others, slots));
  // Numbers multiply the contraction once, not each of its terms.
  return (assignment, logDensity) =>
    coefficients.reduce(
      (value, coefficient) => field.multiply(coefficient(assignment, logDensity), value),
      contracted(assignment, logDensity),
    );
}

/** The products of all factors, for each value of the dummies: the last factor beside the product of the others. */
function compileContraction<E>(world: World<E>, formulas: readonly Formula[], slots: Slots): Products<E> {
  const { field } = world;
  const factors = formulas.map((factor) => compile(world, factor, slots));
  const dummies = repeated(formulas.flatMap(freeIndices).map(({ name }) => name)).map((name) => slotOf(slots, name));
  return (assignment, logDensity, into) => {
    forEachValue(field.dimension, dummies, assignment, () => {
      let [product, last] = [field.one, field.one];
      for (const factor of factors) {
        const next = factor(assignment, logDensity);
        if (field.isZero(next)) return; // the remaining factors need not be known
        product = product === field.one ? last : last === field.one ? product : field.multiply(product, last);
        last = next;
      }
      into.push([product, last]);
    });
  };
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function contraction<E>({ field }: World<E>, dummies: readonly string[], slots: Slots, term: Compiled<E>): Compiled<E> {
  if (dummies.length === 0) return term;
  const places = dummies.map((name) => slotOf(slots, name));
  return (assignment, logDensity) => {
    const terms: E[] = [];
    forEachValue(field.dimension, places, assignment, () => {
      const value = term(assignment, logDensity);
      if (!field.isZero(value)) terms.push(value);
    });
    return field.sum(terms);
  };
}

/** Gives the slots all their values in turn. */
function forEachValue(dimension: number, places: readonly number[], assignment: number[], visit: () => void): void {
  const loop = (depth: number): void => {
    for (let index = 0; index < dimension; index++) {
      assignment[places[depth]] = index;
      if (depth + 1 === places.length) visit();
      else loop(depth + 1);
    }
  };
  if (places.length === 0) visit();
  else loop(0);
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
