import { InputError } from '../errors.ts';
import type { SpinSystem, TypedDensity } from '../families/index.ts';
import type { CommandOption, OptionValues } from './command.ts';
import { assignments, choice, text, wholeNumber } from './options.ts';

/** The family or metric that a command is about: plain data, so that it can be sent to a worker. */
export interface SubjectRequest {
  /** The name of a family, or a product such as normal*categorical(n=4); or none, and a metric. */
  readonly family?: string;
  /** The path of a file with a metric. */
  readonly metricFile?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** For `gibbs`: a spin system, or the path of a model file. */
  readonly spins?: SpinSystem;
  readonly modelFile?: string;
  /** A density as it was typed. */
  readonly density?: TypedDensity;
  /** Old coordinates as expressions in new ones, and the domains of these. */
  readonly map?: string;
  readonly coordinates?: string;
  /** The number of independent observations, or a name for it. */
  readonly observations?: string;
}

/** What was made of a family, for JSON. */
export type Composition = Pick<SubjectRequest, 'map' | 'observations'>;

/** The argument of every command about a family or metric. */
export const subjectArgument = {
  usage: '[family]',
  summary:
    "one of the families that 'fisher-rao families' lists, or a product such as 'normal*categorical(n=4)'; none with --metric or --density",
} as const;

const sizes = assignments('sizes and constants');

/** Values or declarations: which of them is known once the other options are. */
const parameters: CommandOption<string | undefined> = {
  placeholder: 'NAME=VALUE,...',
  summary:
    "sizes and constants of the family or metric, such as n=3; with --density the parameters and their domains, such as 'mu real, sigma positive'",
  parse: (given) => given,
  join: (before, next) => (before === undefined || next === undefined ? next : `${before},${next}`),
  fallback: undefined,
};

/** The options that say which family or metric is meant, alike in every command. */
export const subjectOptions = {
  parameters,
  density: text('EXPR', 'instead of a family: its density, such as exp(-(x-mu)^2/2)/sqrt(2*pi)'),
  logDensity: text('EXPR', 'the same by the logarithm of the density'),
  variable: text(
    'DECLARATIONS',
    'with --density: the sample variables and their domains, such as x real. Domains: real, positive, unit (strictly between 0 and 1), circle, integer, natural (0, 1, 2, ...), a..b, integer a..b, {1,2,5}',
  ),
  constants: text(
    'DECLARATIONS',
    'with --density: names that stay fixed, such as nu positive, or with a value, nu = 3',
  ),
  map: text(
    'ASSIGNMENTS',
    "other coordinates: old ones as expressions in new ones, such as 'mu = a, sigma = exp(b)'; with fewer new ones a submanifold",
  ),
  coordinates: text(
    'DECLARATIONS',
    "with --map: the domains of the new coordinates, real, positive or unit, such as 'a real, b positive' (real unless given)",
  ),
  observations: text('NUMBER|NAME', 'so many independent observations instead of one; a name such as N stays symbolic'),
  metric: text('FILE.json', 'instead of a family: {coordinates, parameters?, metric: [[expression, ...], ...]}'),
  spins: wholeNumber('gibbs: the number of spins', 1, undefined),
  couplings: choice(
    ['ring', 'chain', 'complete'],
    'gibbs: which pairs of spins are coupled (ring unless given)',
    undefined,
  ),
  fields: choice(['none', 'each'], 'gibbs: a field on each spin, or none (none unless given)', undefined),
  model: text('FILE.json', 'gibbs: {states: [[...]], variables: [[...]]}, one row of collective variables a state'),
};

/** What the command line asks for, before anything is read or built. Throws {@link InputError} for options that do not fit. */
export function subjectRequest(family: string | undefined, given: OptionValues<typeof subjectOptions>): SubjectRequest {
  const { parameters: declared, metric, spins, couplings, fields, model, map, coordinates, observations } = given;
  const density = densityRequest(given);
  if (metric !== undefined && (map !== undefined || observations !== undefined))
    throw new InputError(
      '--map and --observations are for families: a metric is written down in the coordinates wanted',
    );
  if (coordinates !== undefined && map === undefined)
    throw new InputError('--coordinates declares those of a map: give it by --map');
  return {
    ...(family === undefined ? {} : { family }),
    ...(metric === undefined ? {} : { metricFile: metric }),
    ...(density === undefined ? {} : { density }),
    parameters: density !== undefined || declared === undefined ? {} : valuesIn(declared),
    ...spinOptions(spins, couplings, fields),
    ...(model === undefined ? {} : { modelFile: model }),
    ...(map === undefined ? {} : { map }),
    ...(coordinates === undefined ? {} : { coordinates }),
    ...(observations === undefined ? {} : { observations }),
  };
}

function valuesIn(given: string): Readonly<Record<string, string>> {
  try {
    return sizes.parse(given);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`--parameters: ${error.message}`);
    throw error;
  }
}

function densityRequest({
  density,
  logDensity,
  variable,
  parameters: declared,
  constants,
}: OptionValues<typeof subjectOptions>): TypedDensity | undefined {
  if (density === undefined && logDensity === undefined) {
    if (variable === undefined && constants === undefined) return undefined;
    throw new InputError('--variable and --constants belong to a density: give it by --density or --log-density');
  }
  if (density !== undefined && logDensity !== undefined)
    throw new InputError('give --density or --log-density, not both');
  const option = density === undefined ? '--log-density' : '--density';
  if (variable === undefined)
    throw new InputError(`${option} needs the sample variable and its domain: --variable 'x real'`);
  if (declared === undefined)
    throw new InputError(`${option} needs its parameters and their domains: --parameters 'mu real, sigma positive'`);
  return {
    ...(density === undefined ? { logDensity: logDensity as string } : { density }),
    variables: variable,
    parameters: declared,
    ...(constants === undefined ? {} : { constants }),
  };
}

function spinOptions(
  spins: number | undefined,
  couplings: SpinSystem['couplings'] | undefined,
  fields: SpinSystem['fields'] | undefined,
): Pick<SubjectRequest, 'spins'> {
  if (spins !== undefined) return { spins: { spins, couplings: couplings ?? 'ring', fields: fields ?? 'none' } };
  if (couplings === undefined && fields === undefined) return {};
  throw new InputError('--couplings and --fields describe a spin system: give its size with --spins');
}
