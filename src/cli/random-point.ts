import { rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { type Domain, type Family, movedInside, type Point } from '../families/index.ts';
import type { RandomSource } from '../network/index.ts';

/** Denominator of the coordinates drawn. */
const grain = 24;

/**
 * A random point of a family with small rational coordinates, inside the domain by rejection: reals in (-2, 2), positive
 * numbers in [1/4, 3], the unit interval without its ends, naturals from 1 to 6. Where the family gives a point of its
 * interior, points outside are moved towards it by halves.
 * Throws {@link InputError} if a thousand draws all violate the family's conditions.
 */
export function randomPoint(family: Family, random: RandomSource): Point {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const point = Object.fromEntries(family.coordinates.map(({ name, domain }) => [name, draw(domain, random)]));
    const inside = movedInside(family, point);
    if (inside !== undefined) return inside;
  }
  throw new InputError(`no random point satisfies the conditions of ${family.name}; give a point with --at`);
}

function draw(domain: Domain, random: RandomSource) {
  switch (domain) {
    case 'real':
      return rational(random.integer(4 * grain - 1) + 1 - 2 * grain, grain);
    case 'positive':
      return rational(grain / 4 + random.integer((11 * grain) / 4 + 1), grain);
    case 'unit':
      return rational(1 + random.integer(grain - 1), grain);
    case 'natural':
      return rational(1 + random.integer(6));
  }
}
