import type { Rational } from '../algebra/index.ts';
import type { Expression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { checkSampleSpaceSize } from './sample-space.ts';

/** Collective variables on a finite list of microstates: row s holds the values X_1(s), ..., X_m(s). */
export interface GibbsModel {
  /** The names of the conjugate parameters theta_1, ..., theta_m. */
  readonly coordinates: readonly string[];
  readonly variables: readonly (readonly Rational[])[];
}

/**
 * The Gibbs measures exp(sum_i theta_i X_i(s)) / Z(theta) on finitely many microstates. Microstates with the same
 * collective variables count as one state with a weight. Throws {@link InputError} for an empty or ragged table, and for
 * a coordinate named twice or like a collective variable (X1, X2, ...).
 */
export function gibbs({ coordinates, variables }: GibbsModel): Family {
  if (coordinates.length === 0) throw new InputError('a Gibbs model needs at least one collective variable');
  if (variables.length < 2) throw new InputError(`a Gibbs model needs at least two states, got ${variables.length}`);
  checkSampleSpaceSize('the Gibbs model', variables.length);
  const ragged = variables.findIndex((row) => row.length !== coordinates.length);
  if (ragged >= 0) {
    throw new InputError(
      `state ${ragged} has ${variables[ragged].length} collective variables, expected ${coordinates.length}`,
    );
  }
  const names = coordinates.map((_, i) => `X${i + 1}`);
  const clash = coordinates.find((name, i) => names.includes(name) || coordinates.indexOf(name) !== i);
  if (clash !== undefined) {
    throw new InputError(
      `the coordinate "${clash}" of the Gibbs model ${names.includes(clash) ? `is the name of a collective variable (${names.join(', ')})` : 'is named twice'}: rename it`,
    );
  }
  const { states, weights } = gathered(variables);
  return {
    name: 'gibbs',
    summary: 'Gibbs measures exp(sum theta_i X_i(s))/Z over finitely many microstates s',
    coordinates: coordinates.map((name) => ({ name, domain: 'real' })),
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'finite', variables: names, states, weights },
    logDensity: {
      kind: 'add',
      terms: coordinates.map(
        (name, i): Expression => ({ kind: 'multiply', factors: [symbol(name), symbol(names[i])] }),
      ),
    },
    normalised: false,
  };
}

function symbol(name: string): Expression {
  return { kind: 'symbol', name };
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
