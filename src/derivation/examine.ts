import { rationals } from '../algebra/index.ts';
import { DomainError, NotationError } from '../errors.ts';
import { admitClaim } from './admission.ts';
import { type Assumption, admitAssumption } from './assumption.ts';
import { pointsIn } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { type Bindings, boundModel, ExplicitEquations } from './explicit-equations.ts';
import { functionsTold, ImplicitEquations } from './implicit-equations.ts';
import { type InventedModel, inventModel, type ModelShape } from './invention.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { type FiniteModel, type ModelSource, storedModel } from './model.ts';
import { renaming } from './replacements.ts';
import { printScalar, type Scalar, toNumber, withVisibleRounding } from './scalar.ts';
import { checkScopes } from './scope.ts';
import { spaceOf } from './space.ts';
import type { Claim, Parameter, Term } from './term.ts';

/** A model in which a claim fails, with the two sides that differ: plain data; see {@link replay}. */
export interface Witness {
  readonly model: FiniteModel;
  readonly left: string;
  readonly right: string;
}

/** What evaluation in concrete models says about a claim. It proves nothing. */
export interface Examination {
  /** The smallest model found in which the claim fails. */
  readonly witness: Witness | null;
  /** Models in which both sides were defined and compared. */
  readonly cases: number;
  /** The largest difference relative to max(1, |left|, |right|). */
  readonly worstError: number;
}

/** Settings of {@link examine}. */
export interface ExaminationOptions {
  /** How many models to try; 300 unless told. */
  readonly models?: number;
  /** Seed of the random models; 1 unless told. */
  readonly seed?: number;
}

/** Below this relative difference two doubles count as equal: some hundred operations lose at most 1e-13. */
export const tolerance = 1e-9;

/** Only above this relative difference do two doubles count as different; what lies between decides nothing. */
const certainDifference = 1e-6;

/** How many random models of each shape are tried after the simplest one, in each round. */
const randomModels = 3;

/**
 * Evaluates both sides of a claim in finite models that satisfy the assumptions, small ones first, until one refutes
 * it. Models are built to have signs and to be normalised, and explicit equations f(...) = u or
 * ∂f(...) = u to hold, and others that one function can be made to satisfy ({@link ImplicitEquations}); where any other
 * equation is assumed none is tried. Of those only models count in which inequalities that are assumed hold strictly; none is tried for those that speak
 * of all naturals. Fractions are compared exactly; doubles, which arise from logarithms, with {@link tolerance}. Deterministic.
 * Throws {@link NotationError} for an ill-formed claim.
 */
export function examine(claim: Claim, given: readonly Assumption[], options: ExaminationOptions = {}): Examination {
  const admitted = admitClaim(claim);
  checkScopes([admitted.left, admitted.right]);
  const assumptions = given.map(admitAssumption);
  const inventory = inventoryOf(admitted, assumptions);
  refuseHomonyms(inventory);
  let [cases, worstError] = [0, 0];
  const told = functionsTold(assumptions);
  const bounds = assumptions.flatMap((known) =>
    known.kind === 'equation' && known.claim.relation === 'atMost' ? [known.claim] : [],
  );
  const isNumbered = new ExplicitEquations(assumptions).maps.size > 0;
  // Nothing random is bounded at every layer.
  const isUnbounded = bounds.some(({ left, right }) =>
    variablesOf([left, right]).some(({ sort }) => sort === 'natural'),
  );
  const isOpen = isUnbounded || !ImplicitEquations.cover(assumptions);
  // A sum over all coordinates would ask for derivatives in those that get their numbers later.
  if (isOpen || (isNumbered && inventory.sumsCoordinates)) return { witness: null, cases, worstError };
  for (const model of models(inventory, assumptions, options)) {
    const comparison = compare(admitted, model, () => {
      askAll(model, inventory, told);
      refuseUnlessBounded(model, inventory, bounds);
    });
    if (comparison === null) continue;
    cases++;
    worstError = Math.max(worstError, comparison.error);
    if (!comparison.isDifferent) continue;
    const { left, right } = comparison;
    return {
      witness: { model: model.toData(), left: printScalar(left), right: printScalar(right) },
      cases,
      worstError,
    };
  }
  return { witness: null, cases, worstError };
}

/** Evaluates a claim in the model of a witness again. */
export function replay(claim: Claim, witness: Witness): { readonly left: string; readonly right: string } {
  const model = storedModel(witness.model);
  const admitted = admitClaim(claim);
  return { left: printScalar(evaluate(admitted.left, model)), right: printScalar(evaluate(admitted.right, model)) };
}

interface Comparison {
  readonly left: Scalar;
  readonly right: Scalar;
  readonly error: number;
  readonly isDifferent: boolean;
}

/** The two sides in a model, or `null` where one of them is undefined there. */
function compare(claim: Claim, model: InventedModel, prepare: () => void): Comparison | null {
  try {
    prepare();
    const [left, right] = [evaluate(claim.left, model), evaluate(claim.right, model)];
    const [a, b] = [toNumber(left), toNumber(right)];
    const error = Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
    const isExact = typeof left !== 'number' && typeof right !== 'number';
    const found =
      claim.relation === 'atMost'
        ? excess(left, right, error)
        : { left, right, error, isDifferent: isExact ? !rationals.equals(left, right) : error > certainDifference };
    return found.isDifferent && !isExact && isRounding(claim, model, a, b) ? null : found;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** How often the sides are evaluated anew to see their rounding; a difference is real if it is so many times as large. */
const [doubts, margin] = [3, 100];

/** Whether the difference of two sides is of the size of what a little more rounding changes in them. */
function isRounding(claim: Claim, model: InventedModel, a: number, b: number): boolean {
  return Array.from({ length: doubts }, (_, place) => place + 1).some((seed) => {
    const [left, right] = withVisibleRounding(seed, () => {
      const anew = boundModel(model, new Map()); // what evaluation remembers of the model itself is not computed again
      return [claim.left, claim.right].map((side) => toNumber(evaluate(side, anew)));
    });
    return !(Math.abs(a - b) > margin * Math.max(Math.abs(left - a), Math.abs(right - b)));
  });
}

/** All layers, say, that claims speak of in models: l + k + 2 for l and k up to 3. */
const firstNaturals = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Asks for all values that equations say of functions, also of those that the claim does not mention: there may be none. */
function askAll(model: InventedModel, { functions, evaluates }: Inventory, told: readonly string[]): void {
  for (const { name, parameters } of functions.filter((symbol) => told.includes(symbol.name))) {
    for (const source of evaluates ? [model, model.at(1)] : [model]) {
      for (const bindings of allValues(parameters, source)) source.derivative(name, [...bindings.values()], []);
    }
  }
}

/**
 * Refuses a model in which an inequality that is assumed does not hold strictly: only then does it hold at all values of
 * θ nearby, whatever the derivatives are. Throws {@link DomainError}.
 */
function refuseUnlessBounded(model: InventedModel, { evaluates }: Inventory, bounds: readonly Claim[]): void {
  for (const { left, right } of bounds) {
    for (const source of evaluates ? [model, model.at(1)] : [model]) {
      for (const bindings of allValues(variablesOf([left, right]), source)) {
        const [a, b] = [left, right].map((side) => toNumber(evaluate(side, boundModel(source, bindings))));
        if (!(a < b)) throw new DomainError('an inequality assumed does not hold in this model');
      }
    }
  }
}

/** The free variables of terms, naturals before the points whose spaces may depend on them. */
function variablesOf(terms: readonly Term[]): readonly Parameter[] {
  const { naturals, points } = renaming(terms, '');
  return [
    ...[...(naturals?.keys() ?? [])].map((name) => ({ sort: 'natural', name }) as const),
    ...[...(points ?? [])].map(([name, point]) => ({ sort: 'point', name, space: spaceOf(point) }) as const),
  ];
}

/** All values of parameters, those of naturals being the first ones. */
function allValues(parameters: readonly Parameter[], source: ModelSource): readonly Bindings[] {
  return parameters.reduce<readonly Bindings[]>(
    (some, parameter) =>
      some.flatMap((bindings) => {
        const values =
          parameter.sort === 'natural' ? firstNaturals : pointsIn(parameter.space, boundModel(source, bindings));
        return values.map((value) => new Map(bindings).set(parameter.name, value));
      }),
    [new Map()],
  );
}

/** Left <= right fails where left is larger; otherwise nothing is wrong, however far right is above. */
function excess(left: Scalar, right: Scalar, error: number): Comparison {
  const over = toNumber(left) > toNumber(right);
  const isExact = typeof left !== 'number' && typeof right !== 'number';
  return { left, right, error: over ? error : 0, isDifferent: over && (isExact || error > certainDifference) };
}

/** Models in order of size, the simplest of each shape first, then random ones; in rounds, until there are enough. */
function* models(
  inventory: Inventory,
  given: readonly Assumption[],
  { models: count = 300, seed = 1 }: ExaminationOptions,
): Generator<InventedModel> {
  const shapes = shapesFor(inventory, new ExplicitEquations(given).maps.size > 0);
  let made = 0;
  for (let round = 0; made < count; round++) {
    for (const [place, shape] of shapes.entries()) {
      for (let turn = round === 0 ? 0 : 1; turn <= randomModels && made < count; turn++, made++) {
        yield inventModel(
          inventory,
          given,
          shape,
          turn === 0 ? null : seed + (round * shapes.length + place) * 8 + turn,
        );
      }
    }
  }
}

/** So many coordinates have room for the weights of the networks that are tried. */
const roomForAll = 64;

/** At most this many shapes are tried: the smallest. */
const mostShapes = 40;

function shapesFor(
  { spaces, naturals, directions, sumsCoordinates, maps }: Inventory,
  isNumbered: boolean,
): readonly ModelShape[] {
  const most = Math.max(1, directions.length + 2 * maps.length + (sumsCoordinates ? 2 : 0));
  const dimensions = isNumbered ? [roomForAll] : [1, 2].filter((coordinates) => coordinates <= most);
  let shapes: ModelShape[] = dimensions.map((coordinates) => ({ sizes: {}, naturals: {}, coordinates }));
  for (const name of spaces) {
    shapes = shapes.flatMap((shape) =>
      [1, 2, 3].map((size) => ({ ...shape, sizes: { ...shape.sizes, [name]: size } })),
    );
  }
  for (const name of naturals) {
    shapes = shapes.flatMap((shape) =>
      [0, 1, 2, 3].map((n) => ({ ...shape, naturals: { ...shape.naturals, [name]: n } })),
    );
  }
  return shapes.sort((a, b) => extent(a) - extent(b)).slice(0, mostShapes);
}

function extent({ sizes, naturals, coordinates }: ModelShape): number {
  return [...Object.values(sizes), ...Object.values(naturals)].reduce((sum, part) => sum + part, coordinates);
}

function refuseHomonyms({ functions, maps }: Inventory): void {
  const names = [...functions, ...maps].map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw new NotationError(`two undetermined functions are called ${twice}: rename one of them`);
}
