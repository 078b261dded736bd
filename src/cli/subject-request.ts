import { InputError } from '../errors.ts';
import type { SpinSystem } from '../families/index.ts';
import type { OptionValues } from './command.ts';
import { assignments, choice, text, wholeNumber } from './options.ts';

/** The family or metric that a command is about: plain data, so that it can be sent to a worker. */
export interface SubjectRequest {
  /** The name of a family; or none, and a metric. */
  readonly family?: string;
  /** The path of a file with a metric. */
  readonly metricFile?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** For `gibbs`: a spin system, or the path of a model file. */
  readonly spins?: SpinSystem;
  readonly modelFile?: string;
}

/** The argument of every command about a family or metric. */
export const subjectArgument = {
  usage: '[family]',
  summary: "one of the families that 'fisher-rao families' lists; none with --metric",
} as const;

/** The options that say which family or metric is meant, alike in every command. */
export const subjectOptions = {
  parameters: assignments('sizes and constants of the family or metric, such as n=3'),
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
export function subjectRequest(
  family: string | undefined,
  { parameters, metric, spins, couplings, fields, model }: OptionValues<typeof subjectOptions>,
): SubjectRequest {
  return {
    ...(family === undefined ? {} : { family }),
    ...(metric === undefined ? {} : { metricFile: metric }),
    parameters,
    ...spinOptions(spins, couplings, fields),
    ...(model === undefined ? {} : { modelFile: model }),
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
