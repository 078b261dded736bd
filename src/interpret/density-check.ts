import { rational } from '../algebra/index.ts';
import { evaluateExpression, isNumberPi, realNumbers } from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import type { Family, TypedFamily } from '../families/index.ts';
import type { CutFamily } from './cut-density.ts';
import { densityIntegral, shownPoint } from './numeric/density-at.ts';
import { logDensityAt } from './numeric/line-points.ts';
import { samplePoints } from './numeric/sample-points.ts';
import { fractions, valueIn } from './random-declared.ts';
import { unlessRefused } from './recognised-integral.ts';

/** A point of the domain, constants without a value included. */
export interface RandomPoint {
  readonly value: (name: string) => number;
  readonly text: string;
}

/** Points of the domain of a typed density, from a fixed seed. */
export function randomPoints({ family, parameters, constants }: TypedFamily, count: number): RandomPoint[] {
  const fraction = fractions(20);
  return Array.from({ length: count }, () => {
    const drawn = [...parameters, ...constants].map(
      ({ name, domain, value }) =>
        [
          name,
          value === undefined ? Number(valueIn(domain, fraction).toPrecision(3)) : realNumbers.fromRational(value),
        ] as const,
    );
    const values = new Map(drawn);
    return {
      value: (name: string): number => {
        const value = values.get(name) ?? (isNumberPi(name) ? Math.PI : undefined);
        if (value !== undefined) return value;
        throw new InputError(`the name ${name} has no value`);
      },
      text: drawn.map(([name, value]) => `${name} = ${value}`).join(', ') || family.name,
    };
  });
}

function approximately(value: number) {
  return rational(Math.round(value * 2 ** 20), 2 ** 20);
}

/** The logarithm of the integral of a density at a point, and how far two rules are apart. Refuses negative densities. */
export function integralAt(typed: TypedFamily, point: RandomPoint): { readonly log: number; readonly doubt: number } {
  const { family } = typed;
  const fixed: Family = {
    ...family,
    constants: family.constants.map((constant) =>
      constant.value === undefined ? { ...constant, value: approximately(point.value(constant.name)) } : constant,
    ),
  };
  try {
    const { log, doubt, rule } = densityIntegral(
      fixed,
      family.coordinates.map(({ name }) => point.value(name)),
    );
    for (const { point: sample } of rule) {
      if (sample.some(({ from }) => from !== 'origin')) continue;
      refuseNegative(
        typed,
        point,
        (name) => {
          const variable = family.sampleSpace.variables.indexOf(name);
          return variable < 0 ? undefined : sample[variable].gap;
        },
        () => shownPoint(family, sample),
      );
    }
    return { log, doubt };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`at ${point.text}: ${error.message}`, { cause: error });
  }
}

/** Throws {@link DomainError} where a density that was typed as one, not by its logarithm, is negative at a sample. */
export function refuseNegative(
  { density }: TypedFamily,
  point: RandomPoint,
  sample: (name: string) => number | undefined,
  shown: () => string,
): void {
  if (density === undefined) return;
  const value = unlessRefused(() =>
    evaluateExpression(realNumbers, density, (name) => sample(name) ?? point.value(name)),
  );
  if (value !== null && value < 0)
    throw new DomainError(`the density is negative: ${value.toPrecision(3)} at ${shown()}, ${point.text}`);
}

/** The sum of a density over the outcomes of a finite space at a point. */
export function finiteSum({ family }: TypedFamily, point: RandomPoint): number {
  const space = family.sampleSpace;
  if (space.kind !== 'finite') return Number.NaN;
  return space.states.reduce((sum, state) => {
    const value = (name: string): number => {
      const variable = space.variables.indexOf(name);
      return variable < 0 ? point.value(name) : realNumbers.fromRational(state[variable]);
    };
    return (
      sum +
      Math.exp(evaluateExpression({ ...realNumbers, log: (a) => Math.log(Math.abs(a)) }, family.logDensity, value))
    );
  }, 0);
}

/** The recognised density integrates to one at a random point, by quadrature on both sides, and is not negative there. */
export function confirmOnCutLine(typed: TypedFamily, family: CutFamily, point: RandomPoint): void {
  const names = [...family.coordinates, ...family.constants].map(({ name }) => name);
  const values = Object.fromEntries(names.map((name) => [name, approximately(point.value(name))]));
  const { fine } = samplePoints(family, values);
  const [variable, sign] = family.sampleSpace.variables;
  const cut = evaluateExpression(realNumbers, family.sampleSpace.cut, point.value);
  const meaning = (k: number) => (name: string) =>
    name === variable ? cut + fine.variables[variable][k] : name === sign ? fine.variables[sign][k] : undefined;
  let total = 0;
  fine.weights.forEach((weight, k) => {
    refuseNegative(typed, point, meaning(k), () => `${variable} = ${meaning(k)(variable)}`);
    total += weight * Math.exp(logDensityAt({ family, point: values }, meaning(k)));
  });
  if (!(Math.abs(total - 1) < 1e-5))
    throw new DomainError(
      `the density, divided by its recognised integral, has the integral ${total} at ${point.text}`,
    );
}

/** Sample points at which the sign of a density is looked at where rules for its integral do not reach. */
const lookedAt = 20;

/** Logarithms of an integral by quadrature and by its closed form may differ by this, or by what the rules differ by. */
const agreement = 1e-5;

/**
 * Refuses a density that is negative; over at most two infinite variables, which is where rules reach, one whose integral
 * is not finite, or not exp(`logIntegral`), the closed form that was recognised.
 */
export function confirmIntegral(typed: TypedFamily, point: RandomPoint, logIntegral: number): void {
  const { sampleSpace } = typed.family;
  const factors = sampleSpace.kind === 'product' ? sampleSpace.factors : [sampleSpace];
  if (factors.filter(({ kind }) => kind !== 'finite').length <= 2) {
    const { log, doubt } = integralAt(typed, point);
    if (Math.abs(log - logIntegral) <= Math.max(agreement, 10 * doubt)) return;
    throw new DomainError(
      `the integral of the density at ${point.text} is ${Math.exp(log)} by quadrature, but ${Math.exp(logIntegral)} by the closed form that was recognised`,
    );
  }
  const fraction = fractions(20);
  for (let k = 0; k < lookedAt; k++) {
    const sample = new Map(typed.variables.map(({ name, domain }) => [name, valueIn(domain, fraction)]));
    const shown = (): string => [...sample].map(([name, value]) => `${name} = ${value}`).join(', ');
    refuseNegative(typed, point, (name) => sample.get(name), shown);
  }
}
