import type { GeodesicReport, NamedValues } from './geodesic-job.ts';

const digits = (value: number): string => String(Number(value.toPrecision(12)));

/** A point in words. */
export function pointText(point: NamedValues): string {
  return Object.entries(point)
    .map(([name, value]) => `${name} = ${digits(value)}`)
    .join(', ');
}

/** How a length was found, how certain it is, and whether it is the least: indented lines. */
export function tellingText({ told }: GeodesicReport): string {
  const { method, space, error, minimality } = told;
  const way =
    minimality === undefined && method === 'geodesic equation'
      ? 'by integration of the geodesic equation'
      : ways[method];
  const lines = [
    space === undefined ? way : `${way}: ${space}`,
    error === null
      ? 'of unknown error: shooting does not come through, since the equation magnifies rounding too much here'
      : `error about ${error.toPrecision(1)}`,
    ...(minimality === undefined ? [] : [minimalities[minimality]]),
  ];
  return lines.map((line) => `    ${line}\n`).join('');
}

const ways: { readonly [M in GeodesicReport['told']['method']]: string } = {
  'closed form': 'in closed form',
  quadrature: 'by quadrature of the root of the metric, since one parameter is all there is',
  'geodesic equation': 'by the geodesic equation, solved by collocation and confirmed by shooting',
};

const minimalities: { readonly [M in NonNullable<GeodesicReport['told']['minimality']>]: string } = {
  unique: 'the only geodesic between the points, hence the shortest path',
  'locally shortest': 'shortest among paths nearby (no conjugate points); that no other path is shorter is not proved',
  conjugate:
    'NOT the shortest path: it passes a point conjugate to the first, so that paths nearby are shorter; it bounds the distance from above',
};

/** The points of a geodesic as a table. */
export function pointsText({ points }: GeodesicReport): string {
  const [first] = points;
  if (first === undefined) return '';
  const rows = [
    ['length', ...Object.keys(first.point)],
    ...points.map(({ length, point }) => [length, ...Object.values(point)].map(digits)),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `    ${row
          .map((cell, k) => cell.padEnd(widths[k]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
