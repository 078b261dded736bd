import { parseRational, type Rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import {
  type Configuration,
  type Family,
  familyByName,
  observations,
  productFamily,
  spinModel,
  typedFamily,
} from '../families/index.ts';
import { type GivenMetric, type RecognisedDensity, recogniseDensity } from '../interpret/index.ts';
import { readFactors } from './family-text.ts';
import { readGibbsModel } from './gibbs-model-file.ts';
import { mappedFamily } from './map-text.ts';
import { readMetric } from './metric-file.ts';
import type { Composition, SubjectRequest } from './subject-request.ts';

/** The family or metric that a command is about. */
export type Subject =
  | {
      readonly kind: 'family';
      readonly family: Family;
      readonly density?: RecognisedDensity;
      /** The map and the number of observations as they were asked for. */
      readonly composition: Composition;
    }
  | { readonly kind: 'metric-file'; readonly file: string; readonly metric: GivenMetric };

/** Builds what the request names. Throws {@link InputError} for what is unknown, contradictory or out of its domain. */
export function subjectOf(request: SubjectRequest): Subject {
  const { family, metricFile, parameters, spins, modelFile, density } = request;
  if (family !== undefined && metricFile !== undefined) throw new InputError('give a family or --metric, not both');
  if (density !== undefined) {
    if (family !== undefined || metricFile !== undefined)
      throw new InputError('give a family, --metric or --density, and only one of them');
    if (spins !== undefined || modelFile !== undefined) throw new InputError('--spins and --model are for gibbs');
    const recognised = recogniseDensity(typedFamily(density));
    return { ...composed(recognised.family, request), density: recognised };
  }
  if (metricFile !== undefined) {
    if (spins !== undefined || modelFile !== undefined) throw new InputError('--spins and --model are for gibbs');
    return { kind: 'metric-file', file: metricFile, metric: readMetric(metricFile, parsedValues(parameters)) };
  }
  if (family !== undefined) return composed(namedFamily(family, request), request);
  throw new InputError("expected a family (see 'fisher-rao families'), --metric FILE.json or --density EXPR");
}

/** The family in other coordinates, and several observations of it, where asked for. */
function composed(
  family: Family,
  { map, coordinates, observations: count }: SubjectRequest,
): Subject & { kind: 'family' } {
  const mapped = map === undefined ? family : mappedFamily(family, map, coordinates);
  return {
    kind: 'family',
    family:
      count === undefined
        ? mapped
        : observations(mapped, /^\d/.test(count) ? parsedValue('--observations', count) : count),
    composition: { ...(map === undefined ? {} : { map }), ...(count === undefined ? {} : { observations: count }) },
  };
}

/** The names of the coordinates. */
export function coordinatesOf(subject: Subject): readonly string[] {
  return subject.kind === 'family' ? subject.family.coordinates.map(({ name }) => name) : subject.metric.coordinates;
}

/** What JSON says first of every result. */
export function subjectHeading(subject: Subject): Readonly<Record<string, unknown>> {
  const coordinates = coordinatesOf(subject);
  return subject.kind === 'family'
    ? { family: subject.family.name, coordinates, ...subject.composition, ...densityHeading(subject) }
    : { file: subject.file, coordinates };
}

/** One line for people. */
export function titleOf(subject: Subject): string {
  if (subject.kind === 'family') {
    const { family, density } = subject;
    const { map } = subject.composition;
    const where = map === undefined ? '' : ` with ${map}`;
    if (density === undefined) return `${family.name}: ${family.summary}${where}\n`;
    return `${family.summary}\n${density.remarks.map((remark) => `    ${remark}\n`).join('')}`;
  }
  return `the metric of ${subject.file} in ${subject.metric.coordinates.join(', ')}\n`;
}

/** Values by name as exact numbers. Throws {@link InputError} that names the value that is no number. */
export function parsedValues(texts: Readonly<Record<string, string>>): Record<string, Rational> {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, parsedValue(name, value)]));
}

/** One such value. */
export function parsedValue(name: string, value: string): Rational {
  try {
    return parseRational(value);
  } catch (error) {
    throw new InputError(`${name}: ${(error as Error).message}`);
  }
}

/** A family by its name, or the product of several, each with its sizes and constants in brackets. */
function namedFamily(text: string, request: SubjectRequest): Family {
  const factors = readFactors(text);
  const single = factors.length === 1;
  if (!single && Object.keys(request.parameters).length > 0) {
    throw new InputError(
      'in a product sizes and constants stand in brackets after the family that takes them, as in normal*categorical(n=4); --parameters is for a single family',
    );
  }
  const families = factors.map(({ name, parameters }) => {
    const given = { ...request.parameters, ...parameters };
    const { spins, modelFile, ...rest } = request;
    const own = single || name === 'gibbs' ? request : rest;
    return familyByName(name).build(configurationOf({ ...own, parameters: finiteVolume(name, given) }));
  });
  return single ? families[0] : productFamily(families);
}

/** An infinite number of spins is none: the model says what there is in infinite volume. */
function finiteVolume(name: string, parameters: SubjectRequest['parameters']): SubjectRequest['parameters'] {
  const { N, ...others } = parameters;
  return name === 'curie-weiss' && N !== undefined && /^\+?inf(inity)?$/i.test(N) ? others : parameters;
}

function configurationOf({ parameters, spins, modelFile }: SubjectRequest): Configuration {
  if (spins !== undefined && modelFile !== undefined) throw new InputError('give --spins or --model, not both');
  const sizes = { parameters: parsedValues(parameters) };
  if (modelFile !== undefined) return { ...sizes, model: readGibbsModel(modelFile) };
  return spins === undefined ? sizes : { ...sizes, model: spinModel(spins) };
}

/** What JSON says about a typed density: its text, how it is known to be normalised, its sufficient statistics. */
export function densityHeading(subject: Subject): Readonly<Record<string, unknown>> {
  if (subject.kind !== 'family' || subject.density === undefined) return {};
  const { family, normalisation, statistics } = subject.density;
  return { density: { text: family.summary, normalisation, ...(statistics === undefined ? {} : { statistics }) } };
}
