import type { Rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { binomial } from './binomial.ts';
import { categorical } from './categorical.ts';
import type { Family } from './family.ts';
import { type GibbsModel, gibbs } from './gibbs.ts';
import { normal } from './normal.ts';

/** What a family of the catalogue is built from: sizes and constants by name, and for `gibbs` its model. */
export interface Configuration {
  readonly parameters?: Readonly<Record<string, Rational>>;
  readonly model?: GibbsModel;
}

/** A family that can be asked for by name. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** The sizes and constants that it takes. */
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  /** Throws {@link InputError} for a configuration that does not fit. */
  build(configuration: Configuration): Family;
}

/** The families known by name. */
export const catalogue: readonly CatalogueEntry[] = [
  entry(
    'binomial',
    'successes in n trials of probability theta',
    { n: 'number of trials (symbolic unless given)' },
    ({ n }) => binomial(n),
  ),
  entry(
    'categorical',
    'one of n outcomes with probabilities p1, p2, ...',
    { n: 'number of outcomes (3 unless given)' },
    ({ n }) => categorical(n === undefined ? 3 : Number(n.numerator) / Number(n.denominator)),
  ),
  {
    name: 'gibbs',
    summary: 'Gibbs measures exp(sum theta_i X_i(s))/Z over finitely many microstates',
    parameters: [],
    build: ({ model, ...rest }) => {
      refuseUnknown('gibbs', rest.parameters ?? {}, []);
      if (model === undefined)
        throw new InputError(
          'gibbs needs its model: a spin system (--spins N) or a table of collective variables (--model FILE)',
        );
      return gibbs(model);
    },
  },
  entry('normal', 'mean mu and standard deviation sigma', {}, () => normal()),
];

/** The entry with the given name. Throws {@link InputError} with the valid names for an unknown one. */
export function familyByName(name: string): CatalogueEntry {
  const found = catalogue.find((candidate) => candidate.name === name);
  if (found !== undefined) return found;
  throw new InputError(`unknown family "${name}": the families are ${catalogue.map((known) => known.name).join(', ')}`);
}

function entry(
  name: string,
  summary: string,
  descriptions: Readonly<Record<string, string>>,
  make: (parameters: Readonly<Record<string, Rational>>) => Family,
): CatalogueEntry {
  const parameters = Object.entries(descriptions).map(([key, description]) => ({ name: key, description }));
  return {
    name,
    summary,
    parameters,
    build: ({ parameters: given = {}, model }) => {
      if (model !== undefined) throw new InputError(`${name} takes no model: that is for gibbs`);
      refuseUnknown(name, given, Object.keys(descriptions));
      return make(given);
    },
  };
}

function refuseUnknown(family: string, given: Readonly<Record<string, Rational>>, known: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const valid = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`;
  throw new InputError(`unknown parameter "${unknown}" of ${family}: ${valid}`);
}
