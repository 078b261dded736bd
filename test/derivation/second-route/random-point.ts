import type { Subject } from 'fisher-rao';
import { add, multiply, sin, type Value } from './dual-number.ts';
import { NoValue } from './outcomes.ts';

/** Names with their values. */
export type Point = readonly (readonly [name: string, value: number])[];

/**
 * Values of everything that varies, inside its domain, so that the conditions of the family hold, as `areMet` says;
 * `positive`: also where all reals are allowed.
 */
export function drawPoint(
  { family, metric, symbols }: Subject,
  random: () => number,
  positive: boolean,
  areMet: (point: Point) => boolean,
): Point {
  const constants = family?.constants ?? [];
  const varying = [...(family?.coordinates ?? metric?.coordinates ?? []), ...constants, ...symbols];
  for (let attempt = 0; attempt < 200; attempt++) {
    const point = varying.map((one): readonly [string, number] => {
      const given = 'value' in one ? one.value : undefined;
      const domain = positive && one.domain === 'real' ? 'positive' : one.domain;
      const value = drawValue(domain, random());
      return [one.name, given === undefined ? value : Number(given.numerator) / Number(given.denominator)];
    });
    if (areMet(point)) return point;
  }
  throw new NoValue('no point of the domain was found');
}

function drawValue(domain: Subject['symbols'][number]['domain'], u: number): number {
  switch (domain) {
    case 'real':
      return 4 * u - 2;
    case 'positive':
      return 0.2 + 2.5 * u;
    case 'unit':
      return 0.03 + 0.94 * u;
    case 'natural':
      return 1 + Math.floor(4 * u);
  }
}

/** A sum of sines of its arguments: small and positive, or `wild`, with values of both signs. */
export function smoothFunction(random: () => number, wild: boolean): (args: readonly Value[]) => Value {
  const waves = Array.from({ length: 3 }, () => ({
    phase: 6 * random(),
    slopes: Array.from({ length: 8 }, () => 0.4 + random()),
  }));
  const [middle, height] = wild ? [0.2, 0.9] : [0.3, 0.05];
  return (args) =>
    waves.reduce<Value>(
      (total, { phase, slopes }) =>
        add(
          total,
          multiply(height, sin(args.reduce<Value>((u, value, k) => add(u, multiply(slopes[k], value)), phase))),
        ),
      middle,
    );
}
