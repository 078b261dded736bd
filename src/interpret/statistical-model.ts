import type { Rational } from '../algebra/index.ts';
import { constantValue, type DifferentialField, type ElementaryField, evaluateExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { type Family, type SampleSpace, typedFamilyName } from '../families/index.ts';

/** A state of a finite sample space with its weight in the base measure and the log-density there. */
export interface WeightedState<E> {
  readonly weight: E;
  readonly logDensity: E;
}

/**
 * The normalised log-density at each state of a finite family, in any elementary field. `meaning` gives coordinates and
 * symbolic constants their values; `shift`, subtracted before exponentials are summed, keeps floating point in range.
 */
export function finiteLogDensities<E>(
  field: ElementaryField<E>,
  family: Family & { readonly sampleSpace: SampleSpace & { readonly kind: 'finite' } },
  meaning: (name: string) => E,
  shift: (logDensities: readonly E[]) => E = () => field.zero,
): WeightedState<E>[] {
  const { variables, states, weights } = family.sampleSpace;
  const raw = states.map((state) =>
    evaluateExpression(field, family.logDensity, sampleMeaning(field, variables, state, meaning)),
  );
  const weightOf = (k: number): E => field.fromInteger(weights?.[k] ?? 1);
  if (family.normalised) return raw.map((logDensity, k) => ({ weight: weightOf(k), logDensity }));
  const offset = shift(raw);
  const shifted = raw.map((value) => field.subtract(value, offset));
  const logPartition = field.log(field.sum(shifted.map((value, k) => field.multiply(weightOf(k), field.exp(value)))));
  return shifted.map((value, k) => ({ weight: weightOf(k), logDensity: field.subtract(value, logPartition) }));
}

function sampleMeaning<E>(
  field: ElementaryField<E>,
  variables: readonly string[],
  state: readonly Rational[],
  meaning: (name: string) => E,
): (name: string) => E {
  const values = new Map(variables.map((variable, k) => [variable, field.fromRational(state[k])]));
  return (name) => values.get(name) ?? meaning(name);
}

/** The expectation over a finite sample space: the sum of weight exp(l) f(l) over its states. */
export function finiteExpectation<E>(
  field: ElementaryField<E>,
  states: readonly WeightedState<E>[],
): (integrand: (logDensity: E) => E) => E {
  const probabilities = states.map(({ weight, logDensity }) => field.multiply(weight, field.exp(logDensity)));
  return (integrand) =>
    field.sum(
      states.map(({ logDensity }, k) => {
        const value = integrand(logDensity);
        return field.isZero(value) ? value : field.multiply(probabilities[k], value);
      }),
    );
}

/** The family has a finite sample space. */
export function hasFiniteSampleSpace(
  family: Family,
): family is Family & { readonly sampleSpace: SampleSpace & { readonly kind: 'finite' } } {
  return family.sampleSpace.kind === 'finite';
}

/** The sample variables that are positive throughout the sample space: this licenses log(x^2) = 2 log(x). */
export function positiveSampleVariables(space: SampleSpace): readonly string[] {
  if (space.kind === 'product') return space.factors.flatMap(positiveSampleVariables);
  if (space.kind === 'interval') {
    const low = space.low === null ? null : constantValue(space.low);
    return low !== null && low.numerator >= 0 ? space.variables : [];
  }
  return space.kind === 'half-line' || space.kind === 'simplex' ? space.variables : [];
}

/** The value of a constant of the family, where it has one. */
export function constantOf(family: Family, name: string): Rational | undefined {
  return family.constants.find((constant) => constant.name === name)?.value;
}

/** The field with its partial derivatives kept by element, for formulas that differentiate one function many times. */
export function withKeptPartials<E extends object, F extends DifferentialField<E>>(field: F): F {
  const known = new WeakMap<E, E[]>();
  return {
    ...field,
    partial: (a: E, index: number) => {
      const list = known.get(a) ?? [];
      known.set(a, list);
      list[index] ??= field.partial(a, index);
      return list[index];
    },
  };
}

/** Throws {@link InputError} unless every constant of the family has a value, which numbers need. */
export function refuseSymbolicConstants(family: Family): void {
  const open = family.constants.filter(({ value }) => value === undefined).map(({ name }) => name);
  if (open.length === 0) return;
  const option = family.name === typedFamilyName ? 'constants' : 'parameters';
  throw new InputError(
    `numbers need a value for ${open.join(', ')}: give ${open.map((name) => `--${option} ${name}=...`).join(' ')}`,
  );
}
