import type { Rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { largestSampleSpace } from './sample-space.ts';

/** Collective variables on a finite list of microstates: row s holds the values X_1(s), ..., X_m(s). */
export interface GibbsModel {
  /** The names of the conjugate parameters theta_1, ..., theta_m. */
  readonly coordinates: readonly string[];
  readonly variables: readonly (readonly Rational[])[];
}

/**
 * The Gibbs measures exp(sum_i theta_i X_i(s)) / Z(theta) on finitely many microstates. Microstates with the same
 * collective variables count as one state with a weight. Throws {@link InputError} for an empty or ragged table.
 */
export function gibbs({ coordinates, variables }: GibbsModel): Family {
  if (coordinates.length === 0) throw new InputError('a Gibbs model needs at least one collective variable');
  if (variables.length < 2) throw new InputError(`a Gibbs model needs at least two states, got ${variables.length}`);
  if (variables.length > largestSampleSpace) {
    throw new InputError(`${variables.length} states exceed the limit of ${largestSampleSpace} that are enumerated`);
  }
  const ragged = variables.findIndex((row) => row.length !== coordinates.length);
  if (ragged >= 0) {
    throw new InputError(
      `state ${ragged} has ${variables[ragged].length} collective variables, expected ${coordinates.length}`,
    );
  }
  const names = coordinates.map((_, i) => `X${i + 1}`);
  const { states, weights } = gathered(variables);
  return {
    name: 'gibbs',
    summary: 'Gibbs measures exp(sum theta_i X_i(s))/Z over finitely many microstates s',
    coordinates: coordinates.map((name) => ({ name, domain: 'real' })),
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'finite', variables: names, states, weights },
    logDensity: parseExpression(coordinates.map((name, i) => `${name}*${names[i]}`).join(' + ')),
    normalised: false,
  };
}

function gathered(rows: readonly (readonly Rational[])[]) {
  const groups = new Map<string, { row: readonly Rational[]; weight: number }>();
  for (const row of rows) {
    const key = row.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join();
    const group = groups.get(key);
    if (group) group.weight++;
    else groups.set(key, { row, weight: 1 });
  }
  const list = [...groups.values()];
  return { states: list.map(({ row }) => row), weights: list.map(({ weight }) => weight) };
}
