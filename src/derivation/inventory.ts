import { type Assumption, integralOver } from './assumption.ts';
import { keyOfDefinition, keyOfFunction } from './identity.ts';
import { renaming } from './replacements.ts';
import type { CoordinateMap, SamplePoint, SampleSpace } from './space.ts';
import {
  bodiesOf,
  type Claim,
  type DefinedFunction,
  parametersOf,
  partsOf,
  type Term,
  type UndeterminedFunction,
} from './term.ts';

/** What a claim and its assumptions mention, and so what a model has to say something about. */
export interface Inventory {
  /** Names of base spaces and of families of them. */
  readonly spaces: readonly string[];
  readonly functions: readonly UndeterminedFunction[];
  /** Maps to the coordinates of θ. */
  readonly maps: readonly CoordinateMap[];
  readonly definitions: readonly DefinedFunction[];
  /** The free variables for coordinates of θ; `points` are the others. */
  readonly directions: readonly string[];
  /** Whether a sum over the coordinates of θ occurs. */
  readonly sumsCoordinates: boolean;
  /** Whether a term is evaluated at another value of θ. */
  readonly evaluates: boolean;
  readonly naturals: readonly string[];
  readonly points: readonly string[];
}

/** What the claim and the assumptions mention; free variables of the claim alone, since an assumption's are general. */
export function inventoryOf(claim: Claim, given: readonly Assumption[]): Inventory {
  const { naturals, points } = renaming([claim.left, claim.right], '');
  const free = [...(points ?? [])];
  let [sumsCoordinates, evaluates] = [false, false];
  const spaces = new Set<string>();
  const functions = new Map<string, UndeterminedFunction>();
  const maps = new Map<string, CoordinateMap>();
  const definitions = new Map<string, DefinedFunction>();
  const noteSpace = (space: SampleSpace): void => {
    if (space.kind === 'base' || space.kind === 'power') spaces.add(space.name);
    if (space.kind === 'pairs') for (const side of [space.left, space.right]) noteSpace(side);
  };
  const noteFunction = (symbol: UndeterminedFunction): void => {
    functions.set(keyOfFunction(symbol), symbol);
    for (const parameter of symbol.parameters) if (parameter.sort === 'point') noteSpace(parameter.space);
    for (const space of symbol.inputs ?? []) noteSpace(space);
  };
  const notePoint = (point: SamplePoint): void => {
    if (point.kind === 'variable') noteSpace(point.space);
    if (point.kind === 'coordinate') {
      maps.set(keyOfFunction(point.map), point.map);
      for (const { value } of point.arguments) if ('kind' in value) notePoint(value);
    }
    if (point.kind === 'pair') for (const side of [point.left, point.right]) notePoint(side);
  };
  const visit = (term: Term): void => {
    if (term.kind === 'sum') noteSpace(term.over.space);
    evaluates ||= term.kind === 'at';
    if (term.kind === 'determinant') noteSpace(term.rows.space);
    sumsCoordinates ||= term.kind === 'determinant' && term.rows.space.kind === 'coordinates';
    sumsCoordinates ||= term.kind === 'sum' && term.over.space.kind === 'coordinates';
    if (term.kind === 'apply' || term.kind === 'compose') noteFunction(term.function);
    if (term.kind === 'derivative') notePoint(term.along);
    if (term.kind === 'delta') for (const side of [term.left, term.right]) notePoint(side);
    if (term.kind === 'compose') for (const point of term.along.flat()) notePoint(point);
    if ('arguments' in term) {
      for (const argument of term.arguments) if (argument.sort === 'point') notePoint(argument.value);
    }
    if (term.kind === 'defined') {
      const { definition } = term;
      definitions.set(keyOfDefinition(definition), definition);
      for (const parameter of parametersOf(definition)) if (parameter.sort === 'point') noteSpace(parameter.space);
      for (const body of bodiesOf(definition)) visit(body);
    }
    for (const part of partsOf(term)) visit(part);
  };
  for (const side of [claim.left, claim.right]) visit(side);
  for (const assumption of given) {
    if (assumption.kind === 'equation') for (const side of [assumption.claim.left, assumption.claim.right]) visit(side);
    else if (assumption.kind === 'integrable') visit(integralOver(assumption.over, assumption.of));
    else noteFunction(assumption.function);
  }
  return {
    spaces: [...spaces],
    functions: [...functions.values()],
    maps: [...maps.values()],
    definitions: [...definitions.values()],
    directions: free.filter(([, point]) => isCoordinate(point)).map(([name]) => name),
    sumsCoordinates,
    evaluates,
    naturals: [...(naturals?.keys() ?? [])],
    points: free.filter(([, point]) => !isCoordinate(point)).map(([name]) => name),
  };
}

function isCoordinate(point: SamplePoint): boolean {
  return point.kind === 'variable' && point.space.kind === 'coordinates';
}
