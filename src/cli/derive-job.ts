import { parseRational, type Rational, rationalToNumber } from '../algebra/index.ts';
import { type ClosedForm, closedFormToTex, printClosedForm } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { type Configuration, type Family, familyByName, type Point, spinModel } from '../families/index.ts';
import { exactGeometry, exactModel, familyGeometryAt, type Nested, nested } from '../interpret/index.ts';
import { type AtPoint, type DeriveEvent, type DeriveRequest, quantities } from './derive-request.ts';
import { atPointShown, closedFormShown } from './derive-text.ts';
import { readGibbsModel } from './gibbs-model-file.ts';

/** Carries out a request step by step; errors are those of the floors below. */
export function* deriveEvents(request: DeriveRequest): Generator<DeriveEvent> {
  const { show, at, format } = request;
  const family = familyByName(request.family).build(configurationOf(request));
  const coordinates = family.coordinates.map(({ name }) => name);
  const title = format === 'text' ? `${family.name}: ${family.summary}\n` : '';
  const numbers = at === undefined ? undefined : atPoint(family, parsedValues(at), show);
  yield { kind: 'family', name: family.name, coordinates, shown: title };
  if (numbers !== undefined) {
    yield { kind: 'at', ...numbers, shown: atPointShown(format, coordinates, numbers) };
  }
  yield* closedFormEvents(family, request);
}

function configurationOf({ parameters, spins, modelFile }: DeriveRequest): Configuration {
  if (spins !== undefined && modelFile !== undefined) throw new InputError('give --spins or --model, not both');
  const sizes = { parameters: parsedValues(parameters) };
  if (modelFile !== undefined) return { ...sizes, model: readGibbsModel(modelFile) };
  return spins === undefined ? sizes : { ...sizes, model: spinModel(spins) };
}

function parsedValues(texts: Readonly<Record<string, string>>): Record<string, Rational> {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, parsedValue(name, value)]));
}

function parsedValue(name: string, value: string): Rational {
  try {
    return parseRational(value);
  } catch (error) {
    throw new InputError(`${name}: ${(error as Error).message}`);
  }
}

function atPoint(family: Family, point: Point, show: DeriveRequest['show']): AtPoint {
  const geometry = familyGeometryAt(family, point);
  return {
    point: Object.fromEntries(Object.entries(point).map(([name, value]) => [name, rationalToNumber(value)])),
    values: Object.fromEntries(show.map((quantity) => [quantity, geometry[quantity]])),
    method: 'exact',
  };
}

function* closedFormEvents(family: Family, { show, format }: DeriveRequest): Generator<DeriveEvent> {
  const model = exactModel(family);
  const geometry = exactGeometry(model);
  const coordinates = family.coordinates.map(({ name }) => name);
  for (const quantity of quantities.filter((name) => show.includes(name))) {
    const components = nested(coordinates.length, geometry[quantity], (value: ClosedForm) => value);
    const text = mapNested(components, (value) => printClosedForm(model.field, value));
    const tex = format === 'latex' ? mapNested(components, (value) => closedFormToTex(model.field, value)) : text;
    yield { kind: 'closed-form', quantity, text, shown: closedFormShown(format, coordinates, quantity, tex) };
  }
}

function mapNested<E, S>(components: Nested<E>, show: (value: E) => S): Nested<S> {
  return Array.isArray(components) ? components.map((part: Nested<E>) => mapNested(part, show)) : show(components as E);
}
