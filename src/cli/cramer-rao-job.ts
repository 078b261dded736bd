import { rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  closedFormToTex,
  type Expression,
  evaluateExpression,
  type Jet,
  parseExpression,
  prepareExpressions,
  printClosedForm,
  symbolsOf,
} from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import type { Family, Point } from '../families/index.ts';
import { cramerRaoAt, exactCramerRao, type Nested, numbersIn, roundingChanges } from '../interpret/index.ts';
import { unknownName } from '../suggestion.ts';
import { changesBetween, finite, larger } from './derive-at-point.ts';
import type { AtPoint, CramerRaoRequest, DeriveEvent } from './derive-request.ts';
import { type AtJets, type Source, sourceOf } from './derive-source.ts';
import { atPointShown, closedFormShown, kernelsShown } from './derive-text.ts';
import { parsedValues, type Subject, subjectOf } from './subject.ts';

/** The functions of a request, read, and the exact values of the constants that they may name. */
interface Functions {
  readonly names: readonly string[];
  readonly expressions: readonly Expression[];
  readonly constants: ReturnType<typeof constantsOf>;
  readonly observations: number;
}

/**
 * Carries out a request: numbers at the point, then the closed form. Throws {@link DomainError} for a family whose support
 * moves with its coordinates, to which the inequality does not apply.
 */
export function* cramerRaoEvents(request: CramerRaoRequest): Generator<DeriveEvent> {
  const { observations: _, ...asked } = request; // the bound is divided by their number, whatever the metric
  const subject = subjectOf(asked);
  if (subject.kind === 'family') refuseMovingSupport(subject.family);
  const source = sourceOf(asked);
  const { event } = source;
  const functions = functionsOf(request, event.coordinates, subject);
  const point = request.at === undefined ? undefined : parsedValues(request.at);
  const numbers = point === undefined ? undefined : atPoint(source, functions, point);
  yield { ...event, shown: `${event.shown}${request.format === 'text' ? purpose(functions) : ''}` };
  if (numbers !== undefined)
    yield { kind: 'at', ...numbers, shown: atPointShown(request.format, event.coordinates, numbers) };
  yield* closedFormEvents(source, functions, request.format);
}

function purpose({ names, observations }: Functions): string {
  const data = observations === 1 ? 'one observation' : `${observations} independent observations`;
  return names.length === 1
    ? `no unbiased estimator of ${names[0]} from ${data} has a variance below\n`
    : `unbiased estimators of (${names.join(', ')}) from ${data} have a covariance matrix that is at least\n`;
}

function refuseMovingSupport({ name, sampleSpace, coordinates }: Family): void {
  if (sampleSpace.kind !== 'interval') return;
  const ends = [sampleSpace.low, sampleSpace.high].flatMap((end) => (end === null ? [] : symbolsOf(end)));
  const moving = coordinates.find((coordinate) => ends.includes(coordinate.name));
  if (moving === undefined) return;
  throw new DomainError(
    `the Cramer-Rao inequality does not apply to ${name}: its support moves with ${moving.name}, and estimators of smaller variance exist`,
  );
}

function constantsOf(subject: Subject) {
  return subject.kind === 'family' ? subject.family.constants : subject.metric.constants;
}

function functionsOf(
  { functions, observations }: CramerRaoRequest,
  coordinates: readonly string[],
  subject: Subject,
): Functions {
  const constants = constantsOf(subject);
  const known = [...coordinates, ...constants.map(({ name }) => name), 'pi'];
  const expressions = functions.map((text) => {
    try {
      const expression = parseExpression(text);
      const unknown = symbolsOf(expression).find((symbol) => !known.includes(symbol));
      if (unknown !== undefined) throw unknownName('name', unknown, known);
      return expression;
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`--function: ${error.message}`, { cause: error });
      throw error;
    }
  });
  return { names: functions, expressions, constants, observations };
}

/** One function has a bound, several have a matrix. */
function shaped<S>(bound: readonly (readonly S[])[]): Nested<S> {
  return bound.length === 1 ? bound[0][0] : bound;
}

/** Changes below this part of a bound go without saying. */
const negligible = 1e-9;

function atPoint(source: Source, functions: Functions, point: Point): AtPoint {
  const valuesIn = (manifold: AtJets, at: Point): AtPoint['values'] => ({
    'cramer-rao': boundsIn(manifold, functions, at),
  });
  const manifold = source.at(point, 1);
  const values = valuesIn(manifold, point);
  const rounding = roundingChanges(values, point, (nearby) => valuesIn(source.at(nearby, 1), nearby));
  const coarser = manifold.coarser as AtJets | undefined;
  const rule = coarser === undefined ? undefined : changesBetween(values, valuesIn(coarser, point));
  const size = Math.max(1, ...numbersIn(values['cramer-rao']).map(Math.abs));
  const error = rule === undefined ? rounding : larger(rounding, rule);
  return {
    point: Object.fromEntries(Object.entries(point).map(([name, exact]) => [name, rationalToNumber(exact)])),
    values,
    method: rule === undefined ? 'exact' : 'numeric',
    ...(rule !== undefined || (error['cramer-rao'] ?? 0) > negligible * size ? { error } : {}),
  };
}

function boundsIn(manifold: AtJets, { names, expressions, constants, observations }: Functions, point: Point) {
  const { field, coordinates } = manifold;
  const meaning = (name: string): Jet => {
    const index = coordinates.indexOf(name);
    if (index >= 0) return field.coordinate(index, rationalToNumber(point[name]));
    const value = constants.find((constant) => constant.name === name)?.value;
    return value === undefined ? field.constant(Math.PI) : field.fromRational(value);
  };
  const jets = expressions.map((expression) => evaluateExpression(field, expression, meaning));
  const { bound } = cramerRaoAt(manifold, jets, names);
  return shaped(bound.map((row) => row.map((jet) => finite(field.value(jet) / observations))));
}

function* closedFormEvents(
  source: Source,
  { names, expressions, constants, observations }: Functions,
  format: CramerRaoRequest['format'],
): Generator<DeriveEvent> {
  const manifold = source.exact();
  const { field, coordinates, kernels = [] } = manifold;
  const meaning = (name: string): ClosedForm => {
    const value = constants.find((constant) => constant.name === name)?.value;
    return value === undefined ? field.symbol(name) : field.fromRational(value);
  };
  prepareExpressions(field, expressions, meaning);
  const forms = expressions.map((expression) => evaluateExpression(field, expression, meaning));
  const { bound, nullDirections } = exactCramerRao(manifold, forms, names);
  const divided = bound.map((row) => row.map((form) => field.divide(form, field.fromInteger(observations))));
  const text = shaped(divided.map((row) => row.map((form) => printClosedForm(field, form))));
  const tex = format === 'latex' ? shaped(divided.map((row) => row.map((form) => closedFormToTex(field, form)))) : text;
  const remark = nullDirections.length === 0 ? '' : singularText(nullDirections, format);
  yield {
    kind: 'closed-form',
    quantity: 'cramer-rao',
    text,
    ...(nullDirections.length === 0 ? {} : { nullDirections }),
    shown: `${closedFormShown(format, coordinates, 'cramer-rao', tex)}${remark}`,
  };
  if (kernels.length > 0) yield { kind: 'kernels', kernels, shown: kernelsShown(format, kernels) };
}

function singularText(directions: readonly string[], format: CramerRaoRequest['format']): string {
  const remark = `by a pseudo-inverse: the metric is singular, with null directions ${directions.join('; ')}, along which no function given here changes`;
  switch (format) {
    case 'json':
      return '';
    case 'latex':
      return `% ${remark}\n`;
    default:
      return `    ${remark}\n`;
  }
}
