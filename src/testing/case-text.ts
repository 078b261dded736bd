import fc from 'fast-check';
import type { Rational } from '../algebra/index.ts';
import { type ClosedForms, printClosedForm } from '../calculus/index.ts';
import type { Family } from '../families/index.ts';
import type { Manifold } from '../interpret/index.ts';

/** A case of a law as text for people: manifolds by coordinates and metric, families by name, and no functions. */
export function caseText(value: unknown): string {
  return fc.stringify(plain(value, []));
}

function plain(value: unknown, around: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null || fc.hasToStringMethod(value)) return value;
  if (around.includes(value)) return '...';
  const inside = (part: unknown): unknown => plain(part, [...around, value]);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<number>);
  if (Array.isArray(value)) return value.map(inside);
  if (isManifold(value)) return { coordinates: value.coordinates, metric: metricOf(value) };
  if (isFamily(value)) return `the family ${value.name}`;
  if (isRational(value)) return value.denominator === 1 ? value.numerator : `${value.numerator}/${value.denominator}`;
  const parts = Object.entries(value).filter(([, part]) => typeof part !== 'function');
  return Object.fromEntries(parts.map(([name, part]) => [name, inside(part)]));
}

function isManifold(value: object): value is Manifold<unknown> {
  return 'coordinates' in value && 'field' in value && 'geometry' in value;
}

function isFamily(value: object): value is Family {
  return 'name' in value && 'sampleSpace' in value && 'coordinates' in value;
}

function isRational(value: object): value is Rational {
  return 'numerator' in value && 'denominator' in value && Object.keys(value).length === 2;
}

/** The components of the metric: numbers at a point, expressions in closed form. */
function metricOf({ coordinates, field, geometry }: Manifold<unknown>): unknown {
  const shown = (i: number, j: number): unknown => {
    const component = geometry.metric.at([i, j]);
    if ('value' in field && typeof field.value === 'function') return field.value(component);
    return 'kernels' in field
      ? printClosedForm(field as unknown as ClosedForms, component as never)
      : plain(component, []);
  };
  return coordinates.map((_, i) => coordinates.map((_name, j) => shown(i, j)));
}
