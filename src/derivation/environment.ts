import type { MixedDerivatives } from './mixed-derivatives.ts';
import type { ModelSource, PointValue } from './model.ts';
import { type Natural, numberNatural } from './natural.ts';
import { expandedSpace, type PointVariable, type SamplePoint, type SampleSpace } from './space.ts';
import type { Argument, Parameter } from './term.ts';

/** Values of variables that are bound around a term. */
export interface Environment {
  readonly naturals: ReadonlyMap<string, number>;
  readonly points: ReadonlyMap<string, PointValue>;
  /** The earlier value of the sequence whose definition is being evaluated. */
  readonly recurrence:
    | ((values: readonly PointValue[], along: readonly number[], model: ModelSource) => MixedDerivatives)
    | null;
}

/** Nothing is bound. */
export const outside: Environment = { naturals: new Map(), points: new Map(), recurrence: null };

/** All points of a space in a model, in a fixed order. */
export function pointsIn(space: SampleSpace, model: ModelSource): readonly PointValue[] {
  return pointsOf(space, model, outside);
}

/** What parameters mean inside a definition. */
export function withValues(parameters: readonly Parameter[], values: readonly PointValue[]): Environment {
  return parameters.reduce(
    (env, { sort, name }, place) =>
      sort === 'natural' ? withNatural(env, name, values[place] as number) : withPoint(env, name, values[place]),
    outside,
  );
}

/** With a point bound to a name. */
export function withPoint(env: Environment, name: string, point: PointValue): Environment {
  return { ...env, points: new Map(env.points).set(name, point) };
}

/** With a natural number bound to a name. */
export function withNatural(env: Environment, name: string, n: number): Environment {
  return { ...env, naturals: new Map(env.naturals).set(name, n) };
}

/** The value of an argument: a natural or a point. */
export function argumentOf(argument: Argument, model: ModelSource, env: Environment): PointValue {
  if (argument.sort === 'natural') return naturalOf(argument.value, model, env);
  return pointOf(argument.value, model, env);
}

/** The value of a sum of naturals. */
export function naturalOf({ variables, offset }: Natural, model: ModelSource, env: Environment): number {
  return variables.reduce((sum, name) => sum + (env.naturals.get(name) ?? model.natural(name)), offset);
}

/** The value of a point. */
export function pointOf(point: SamplePoint, model: ModelSource, env: Environment): PointValue {
  if (point.kind === 'empty') return [];
  if (point.kind === 'pair') return [pointOf(point.left, model, env), pointOf(point.right, model, env)];
  if (point.kind === 'coordinate') {
    const values = point.arguments.map((argument) => argumentOf(argument, model, env));
    return model.coordinate(point.map.name, values);
  }
  return env.points.get(point.name) ?? model.point(point.name, concrete(point.space, model, env));
}

/** All points of a space in a model under bindings, in a fixed order. */
export function pointsOf(space: SampleSpace, model: ModelSource, env: Environment): readonly PointValue[] {
  return pointsOfConcrete(expandedSpace(concrete(space, model, env)), model);
}

/** The values of θ that models have: the second first, for at the first one evaluation does nothing. */
const otherParameters: readonly number[] = [1, 0];

type Sizes = Pick<ModelSource, 'size' | 'dimension'>;

/** All points of a space without variables, in a fixed order. */
export function pointsOfConcrete(space: SampleSpace, model: Sizes): readonly PointValue[] {
  const expanded = expandedSpace(space);
  if (expanded.kind === 'base') return pointsOfBase(expanded.name, expanded.index, model);
  if (expanded.kind === 'parameters') return otherParameters;
  if (expanded.kind === 'coordinates') return Array.from({ length: model.dimension }, (_, place) => place);
  if (expanded.kind !== 'pairs') return [[]];
  const right = pointsOfConcrete(expanded.right, model);
  return pointsOfConcrete(expanded.left, model).flatMap((first) => right.map((second) => [first, second] as const));
}

function pointsOfBase(name: string, index: Natural | null, model: Sizes): readonly number[] {
  const size = model.size(name, index === null ? null : index.offset);
  return Array.from({ length: size }, (_, place) => place);
}

/** The space with its natural variables replaced by their values. */
function concrete(space: SampleSpace, model: ModelSource, env: Environment): SampleSpace {
  const fixed = (natural: Natural): Natural => numberNatural(naturalOf(natural, model, env));
  if (space.kind === 'pairs') {
    return { kind: 'pairs', left: concrete(space.left, model, env), right: concrete(space.right, model, env) };
  }
  if (space.kind === 'power') return { ...space, length: fixed(space.length) };
  if (space.kind === 'base' && space.index !== null) return { ...space, index: fixed(space.index) };
  return space;
}

/** All values of several points, in a fixed order. */
export function tuplesOf(
  over: readonly PointVariable[],
  model: ModelSource,
  env: Environment,
): readonly (readonly PointValue[])[] {
  return over.reduce<readonly (readonly PointValue[])[]>(
    (tuples, { space }) => tuples.flatMap((tuple) => pointsOf(space, model, env).map((point) => [...tuple, point])),
    [[]],
  );
}
