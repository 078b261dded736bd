import { isSameNatural, isZeroNatural, type Natural, predecessor } from './natural.ts';

/**
 * What is known of a base space. Finite, nonempty and of undetermined size unless this is there; `sigmaFinite`: any
 * measure space whose measure is sigma-finite and not zero, so finite, countable or continuous.
 */
export type Measure = 'sigmaFinite';

/**
 * A space: a base space X or X_α, the product of two spaces, the space X^n = X_1 x ... x X_n of n observations, the
 * space X^0 with its one point, the finite space of the coordinates of θ, or the open set of the values of θ. Finite
 * spaces have the counting measure, products the product measure; on the values of θ there is none, so that nothing is
 * summed over them. Points are outcomes, but also the neurons of a layer, the data of a training set, the coordinates.
 */
export type SampleSpace =
  | { readonly kind: 'base'; readonly name: string; readonly index: Natural | null; readonly measure?: Measure }
  | { readonly kind: 'pairs'; readonly left: SampleSpace; readonly right: SampleSpace }
  | { readonly kind: 'power'; readonly name: string; readonly length: Natural; readonly measure?: Measure }
  | { readonly kind: 'unit' }
  | { readonly kind: 'coordinates' }
  | { readonly kind: 'parameters' };

/**
 * A point of a space: a variable (bound by a sum, or free), a pair, the point of X^0, or the coordinate of θ that an
 * undetermined map numbers by naturals and points: the coordinate w(l, i, j) that is a weight, say.
 */
export type SamplePoint =
  | { readonly kind: 'variable'; readonly name: string; readonly space: SampleSpace }
  | { readonly kind: 'pair'; readonly left: SamplePoint; readonly right: SamplePoint }
  | { readonly kind: 'empty' }
  | { readonly kind: 'coordinate'; readonly map: CoordinateMap; readonly arguments: readonly Argument[] };

/** A parameter of an undetermined or of a defined function. Its space may mention natural parameters before it. */
export type Parameter =
  | { readonly sort: 'natural'; readonly name: string }
  | { readonly sort: 'point'; readonly name: string; readonly space: SampleSpace };

/** What takes a parameter's place. */
export type Argument =
  | { readonly sort: 'natural'; readonly value: Natural }
  | { readonly sort: 'point'; readonly value: SamplePoint };

/** An undetermined map to the coordinates of θ. Different arguments may be mapped to the same coordinate. */
export interface CoordinateMap {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** The point variable, as a sum binds it. */
export type PointVariable = Extract<SamplePoint, { kind: 'variable' }>;

/** The space of the coordinates of θ. */
export const coordinates: SampleSpace = Object.freeze({ kind: 'coordinates' });

/** The set of the values of θ: a point θ0 of it is a fixed value, at which terms are evaluated. */
export const parameterValues: SampleSpace = Object.freeze({ kind: 'parameters' });

/** Whether sums over the space have a meaning: whether the values of θ are no factor of it. */
export function isMeasured(space: SampleSpace): boolean {
  return space.kind === 'pairs' ? isMeasured(space.left) && isMeasured(space.right) : space.kind !== 'parameters';
}

/** The i of ∂_i: a variable for a coordinate of θ. Two variables may denote the same one. */
export type Direction = PointVariable;

/** A law of X^n: X^0 is the one-point space and X^(n+1) = X^n x X_(n+1). Applied until nothing changes. */
export function expandedSpace(space: SampleSpace): SampleSpace {
  if (space.kind === 'pairs') {
    return { kind: 'pairs', left: expandedSpace(space.left), right: expandedSpace(space.right) };
  }
  if (space.kind !== 'power') return space;
  if (isZeroNatural(space.length)) return { kind: 'unit' };
  const before = predecessor(space.length);
  if (before === null) return space;
  return {
    kind: 'pairs',
    left: expandedSpace({ ...space, length: before }),
    right: { kind: 'base', name: space.name, index: space.length, ...measureOf(space) },
  };
}

/** The measure of a space or definition, to be spread into another one. */
export function measureOf({ measure }: { readonly measure?: Measure }): { readonly measure?: Measure } {
  return measure === undefined ? {} : { measure };
}

/** Whether a space is known to be finite, so that its sums are finite and each of its points counts as one. */
export function isFiniteSpace(space: SampleSpace): boolean {
  switch (space.kind) {
    case 'unit':
    case 'coordinates':
      return true;
    case 'pairs':
      return isFiniteSpace(space.left) && isFiniteSpace(space.right);
    case 'parameters':
      return false;
    case 'base':
    case 'power':
      return space.measure === undefined;
  }
}

/** The space that a point lies in. */
export function spaceOf(point: SamplePoint): SampleSpace {
  if (point.kind === 'variable') return point.space;
  if (point.kind === 'empty') return { kind: 'unit' };
  if (point.kind === 'coordinate') return coordinates;
  return { kind: 'pairs', left: spaceOf(point.left), right: spaceOf(point.right) };
}

/** Whether two spaces are the same by the laws of X^n, variables being compared by name. */
export function isSameSpace(a: SampleSpace, b: SampleSpace): boolean {
  return isIdentical(expandedSpace(a), expandedSpace(b));
}

function isIdentical(a: SampleSpace, b: SampleSpace): boolean {
  if (a.kind === 'base' && b.kind === 'base') {
    if (a.name !== b.name || a.measure !== b.measure) return false;
    return a.index === null || b.index === null ? a.index === b.index : isSameNatural(a.index, b.index);
  }
  if (a.kind === 'pairs' && b.kind === 'pairs') return isIdentical(a.left, b.left) && isIdentical(a.right, b.right);
  if (a.kind === 'power' && b.kind === 'power') {
    return a.name === b.name && a.measure === b.measure && isSameNatural(a.length, b.length);
  }
  return a.kind === b.kind && (a.kind === 'unit' || a.kind === 'coordinates' || a.kind === 'parameters');
}
