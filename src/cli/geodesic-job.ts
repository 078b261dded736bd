import { rationalToNumber } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import {
  familySpace,
  type GeodesicAnswer,
  geodesicBetweenPoints,
  geodesicFrom,
  metricSpace,
} from '../geodesic/index.ts';
import type { GeodesicRequest } from './geodesic-request.ts';
import { coordinatesOf, parsedValue, parsedValues, subjectHeading, subjectOf, titleOf } from './subject.ts';

/** Values of the coordinates by name. */
export type NamedValues = Readonly<Record<string, number>>;

/** A geodesic as the commands report it. */
export interface GeodesicReport {
  /** `{family, coordinates}` or `{file, coordinates}`. */
  readonly heading: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly from: NamedValues;
  readonly to?: NamedValues;
  readonly length: number;
  readonly told: Pick<GeodesicAnswer, 'method' | 'space' | 'error'> & Partial<Pick<GeodesicAnswer, 'minimality'>>;
  /** At the start, of the geodesic that takes time 1. */
  readonly velocity: NamedValues;
  readonly points: readonly { readonly length: number; readonly point: NamedValues }[];
  readonly end?: { readonly length: number; readonly point: NamedValues };
}

/** Carries out a request. Errors are those of the floors below. */
export function geodesicReport(request: GeodesicRequest): GeodesicReport {
  const subject = subjectOf(request);
  const names = coordinatesOf(subject);
  const space = subject.kind === 'family' ? familySpace(subject.family) : metricSpace(subject.metric);
  const named = (values: readonly number[]): NamedValues =>
    Object.fromEntries(names.map((name, i) => [name, values[i]]));
  const from = inEnd('--from', () => space.values(parsedValues(request.from)));
  const shared = { heading: subjectHeading(subject), title: titleOf(subject), from: named(from) };
  const { goal, points: count } = request;
  const times = Array.from({ length: count }, (_, k) => k / (count - 1));
  if (goal.kind === 'to') {
    const to = inEnd('--to', () => space.values(parsedValues(goal.to)));
    const { length, velocity, at, ...told } = geodesicBetweenPoints(space, from, to);
    const points = times.map((time) => ({ length: time * length, point: named(at(time)) }));
    return { ...shared, to: named(to), length, told, velocity: named(velocity), points };
  }
  const direction = directionOf(goal.direction, names);
  const asked = goal.length === undefined ? undefined : lengthOf(goal.length);
  const { velocity, points, end, speed, ...told } = geodesicFrom(space, { from, direction, length: asked, times });
  const length = asked ?? speed;
  return {
    ...shared,
    length,
    told,
    velocity: named(velocity.map((value) => value * length)),
    points: points.map((point) => ({ length: point.length, point: named(point.values) })),
    ...(end === undefined ? {} : { end: { length: end.length, point: named(end.values) } }),
  };
}

function inEnd(option: string, read: () => number[]): number[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${option}: ${error.message}`, { cause: error });
    throw error;
  }
}

function directionOf(given: Readonly<Record<string, string>>, names: readonly string[]): number[] {
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new InputError(`--direction: unknown ${unknown.join(', ')}: the coordinates are ${names.join(', ')}`);
  const values = parsedValues(given);
  return names.map((name) => (values[name] === undefined ? 0 : rationalToNumber(values[name])));
}

function lengthOf(text: string): number {
  const length = rationalToNumber(parsedValue('--length', text));
  if (length > 0) return length;
  throw new InputError(`--length: expected a number greater than 0; got '${text}'`);
}
