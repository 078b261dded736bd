import { rational } from '../algebra/index.ts';
import { type ClosedForm, evaluator } from '../calculus/index.ts';
import type { Coordinate, Family } from '../families/index.ts';
import type { DensityInField } from './density-field.ts';
import { unlessRefused } from './recognised-integral.ts';
import { involves } from './sufficient-statistics.ts';

/**
 * A group that carries the members of a family into each other: x = location + scale z, where the distribution of z is
 * free of the coordinates along which it moves. The symbol of the sample variable stands for z in what is substituted.
 */
export interface AffineGroup {
  /** A function of the sample and the coordinates as a function of z and the coordinates. */
  readonly inStandard: (f: ClosedForm) => ClosedForm;
  /** The log-density of x less this is normalised, up to what is constant. */
  readonly logScale: ClosedForm;
  /** The coordinates along which the group moves; the distribution of z may depend on the others, its shapes. */
  readonly moving: readonly string[];
  readonly location: ClosedForm | null;
  readonly scale: ClosedForm | null;
}

/**
 * The affine group of a family on the line or the half-line, or `null`: locations are real coordinates, scales are
 * coordinates or their reciprocals, roots and exponentials. The log-density of z may depend on them by a summand that is
 * free of z, which belongs to the normalisation. Of several groups it is one that moves along most coordinates; one that
 * leaves some is taken only where the density is normalised as it stands.
 */
export function affineGroup(family: Family, density: DensityInField): AffineGroup | null {
  const { forms, coordinates, variables, logDensity } = density;
  const { kind } = family.sampleSpace;
  if (variables.length !== 1 || (kind !== 'line' && kind !== 'half-line')) return null;
  const variable = forms.symbol(variables[0]);
  const locations = kind === 'half-line' ? [null] : [null, ...coordinates.map(forms.symbol)];
  const scales = [null, ...family.coordinates.flatMap((coordinate) => scalesFrom(density, coordinate))];
  let best: AffineGroup | null = null;
  for (const location of locations) {
    for (const scale of scales) {
      if (location === null && scale === null) continue;
      const image = forms.add(location ?? forms.zero, forms.multiply(scale ?? forms.one, variable));
      const group = unlessRefused(() => {
        const inStandard = evaluator(forms, forms, (name) => (name === variables[0] ? image : forms.symbol(name)));
        const standard = inStandard(logDensity);
        const moves = [location, scale].filter((part) => part !== null).flatMap(forms.symbolsOf);
        const moving = coordinates.filter(
          (name) => moves.includes(name) || forms.isZero(forms.derivative(standard, name)),
        );
        const free = moving.every((name) => !involves(forms, forms.derivative(standard, name), variables));
        if (!free || (moving.length < coordinates.length && !family.normalised)) return null;
        const atOne = evaluator(forms, forms, (name) => (name === variables[0] ? forms.one : forms.symbol(name)));
        const logScale = forms.add(atOne(standard), scale === null ? forms.zero : forms.log(scale));
        return { inStandard, logScale, moving, location, scale };
      });
      if (group?.moving.length === coordinates.length) return group;
      if (group !== null && group.moving.length > (best?.moving.length ?? 0)) best = group;
    }
  }
  return best;
}

/** Positive functions of one coordinate. */
function scalesFrom({ forms }: DensityInField, { name, domain }: Coordinate): ClosedForm[] {
  const symbol = forms.symbol(name);
  const candidates =
    domain === 'real'
      ? [() => forms.exp(symbol), () => forms.exp(forms.negate(symbol))]
      : [
          () => symbol,
          () => forms.divide(forms.one, symbol),
          () => forms.power(symbol, half),
          () => forms.power(symbol, minusHalf),
        ];
  return candidates.flatMap((make) => unlessRefused(() => [make()]) ?? []);
}

const half = rational(1, 2);
const minusHalf = rational(-1, 2);
