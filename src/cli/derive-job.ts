import { determinant, nullSpace, type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  closedFormToTex,
  equality,
  evaluateToDigits,
  evaluator,
  type Jet,
  type Jets,
  printClosedForm,
  rationalNumbers,
} from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { Family, Point } from '../families/index.ts';
import {
  type ExactField,
  exactManifold,
  exactModel,
  exactScalarAt,
  familyManifoldAt,
  givenManifold,
  givenManifoldAt,
  type Manifold,
  type Numbers,
  nearbyPoints,
  nullDirections,
  numbersIn,
  roundingChanges,
  square,
  withoutResidues,
} from '../interpret/index.ts';
import { minusMeanHessian, quantityOf, type Showing } from './derive-quantity.ts';
import {
  type AtPoint,
  type Derived,
  type DeriveEvent,
  type DeriveRequest,
  inOrder,
  type Quantity,
  type Refusal,
  type ShownQuantity,
} from './derive-request.ts';
import { atPointShown, closedFormShown, digitsShown, exactAtShown, kernelsShown } from './derive-text.ts';
import { coordinatesOf, densityHeading, parsedValues, subjectOf, titleOf } from './subject.ts';
import type { SubjectRequest } from './subject-request.ts';

/** A manifold at a point; a coarser one beside it where expectations are numeric. */
export type AtJets = Manifold<Jet> & { readonly field: Jets };

type ExactManifold = Manifold<ClosedForm> & { readonly field: ExactField };

/** What there is to derive from, in closed form or at a point. */
export interface Source {
  readonly event: DeriveEvent & { readonly kind: 'family' | 'metric-file' };
  readonly exact: () => ExactManifold;
  readonly at: (point: Point, derivatives: number) => AtJets;
  /** The scalar curvature at the point as an exact number, where it is known without a closed form. */
  readonly exactScalar?: (point: Point) => Rational | undefined;
}

/** Carries out a request step by step; errors are those of the floors below. */
export function* deriveEvents(request: DeriveRequest): Generator<DeriveEvent> {
  const { at, format } = request;
  const source = sourceOf(request);
  const { coordinates } = source.event;
  const point = at === undefined ? undefined : parsedValues(at);
  const numbers = point === undefined ? undefined : atPoint(source, point, request);
  yield source.event;
  if (numbers !== undefined) {
    yield { kind: 'at', ...numbers, shown: atPointShown(format, coordinates, numbers) };
  }
  yield* closedFormEvents(
    source,
    request,
    point === undefined ? undefined : { point, exactly: exactlyAt(source, point, numbers?.refused) },
  );
}

/** The exact value at the point of a scalar that has none in floating point. */
type ExactlyAt = (quantity: Quantity, manifold: ExactManifold, form: ClosedForm) => Rational | null;

function exactlyAt(source: Source, point: Point, refused: AtPoint['refused'] = {}): ExactlyAt {
  return (quantity, manifold, form) => {
    if (refused[quantity] === undefined) return null;
    const meaning = (name: string): Rational => {
      if (Object.hasOwn(point, name)) return point[name];
      throw new UnsupportedError(`${name} has no rational value at the point`);
    };
    const evaluate = evaluator(manifold.field, rationalNumbers, meaning);
    const value = orRefused(() => evaluate(form));
    return value instanceof Error || isSingularAt(source, point, manifold, evaluate) ? null : value;
  };
}

/** A closed form of the curvature may have a value where the metric has no inverse: it is no curvature there. */
function isSingularAt(
  source: Source,
  point: Point,
  { field, geometry }: ExactManifold,
  evaluate: (form: ClosedForm) => Rational,
): boolean {
  const exact = orRefused(() => square(field, geometry.metric).map((row) => row.map(evaluate)));
  if (!(exact instanceof Error)) return nullSpace(rationals, exact).length > 0;
  const rounded = orRefused(() => {
    const { field: jets, geometry: here } = source.at(point, 0);
    return square(jets, here.metric).map((row) => row.map(jets.value));
  });
  return rounded instanceof Error || nullDirections(rounded).length > 0;
}

/** The digits of a closed form at the point, or `null` where it has none: an expectation that is numeric, a pole. */
function digitsAt(field: ExactField, form: ClosedForm, point: Point, digits: number): string | null {
  const value = orRefused(() => evaluateToDigits(field, form, point, digits));
  return value instanceof Error ? null : value;
}

/** A failure that says that there is no such quantity, rather than that the request is wrong. */
function isRefusal(error: unknown): error is DomainError | UnsupportedError {
  return error instanceof DomainError || error instanceof UnsupportedError;
}

function refusal({ message, kind }: DomainError | UnsupportedError): Refusal {
  return { message, failure: kind };
}

function regularity({ nonRegular }: Family): { readonly nonRegular?: string } {
  return nonRegular === undefined ? {} : { nonRegular };
}

function nonRegularShown(format: DeriveRequest['format'], { nonRegular }: Family): string {
  if (nonRegular === undefined || format === 'json') return '';
  const remark = `not a regular family: ${nonRegular}. The metric is E[score score^T], which differs from -E[Hessian].`;
  return format === 'latex' ? `% ${remark}\n` : `${remark}\n`;
}

/** Of a family that is not regular, -E[Hessian] is shown beside the metric. */
function isNonRegular({ event }: Source): boolean {
  return event.kind === 'family' && event.nonRegular !== undefined;
}

/** What a request is about. Throws {@link InputError} for what cannot be built. */
export function sourceOf(request: SubjectRequest & Pick<DeriveRequest, 'format'>): Source {
  const subject = subjectOf(request);
  const coordinates = coordinatesOf(subject);
  const shown = request.format === 'text' ? titleOf(subject) : '';
  if (subject.kind === 'family') {
    const { family } = subject;
    return {
      event: {
        kind: 'family',
        name: family.name,
        coordinates,
        ...regularity(family),
        ...(Object.keys(subject.composition).length === 0 ? {} : { composition: subject.composition }),
        ...densityHeading(subject),
        shown: `${shown}${nonRegularShown(request.format, family)}`,
      },
      exact: () => exactManifold(exactModel(family)),
      at: (point, derivatives) => familyManifoldAt(family, point, derivatives),
      exactScalar: (point) => exactScalarAt(family, point),
    };
  }
  const { file, metric } = subject;
  return {
    event: { kind: 'metric-file', file, coordinates, shown },
    exact: () => givenManifold(metric),
    at: (point, derivatives) => givenManifoldAt(metric, point, derivatives),
  };
}

/** Changes below this part of a quantity go without saying; a scalar that changes by more than the other is refused. */
const negligible = 1e-9;
const tolerable = 1e-2;

function atPoint(source: Source, point: Point, request: DeriveRequest): AtPoint {
  const exactScalar = request.show.includes('scalar') ? source.exactScalar?.(point) : undefined;
  const show = exactScalar === undefined ? request.show : request.show.filter((quantity) => quantity !== 'scalar');
  const made = show.length === 0 ? undefined : orRefused(() => manifoldAt(source, point, show));
  const manifold = made instanceof Error ? undefined : made;
  const why = made instanceof Error ? show.map((quantity) => [quantity, refusal(made)]) : [];
  const none: Found = { values: {}, refused: Object.fromEntries(why) };
  const { values: rounded, refused } = manifold === undefined ? none : valuesOf(source, manifold, show);
  const coarser = manifold?.coarser as AtJets | undefined;
  const rule = coarser === undefined ? undefined : changesBetween(rounded, valuesOf(source, coarser, show).values);
  const near: AtPoint['values'][] = [];
  const atNearby = (nearby: Point): AtPoint['values'] => {
    const there = valuesAt(source, nearby, show);
    near.push(there);
    return there;
  };
  // Integrals may take seconds a point, and the coarser rule tells their error already: one nearby point then.
  const rounding = roundingChanges(rounded, point, atNearby, rule === undefined ? nearbyPoints : 1);
  const changes = rule === undefined ? rounding : larger(rounding, rule);
  const scalar: number | undefined = changes['scalar'];
  const value = rounded.scalar;
  const lost = typeof value === 'number' && scalar !== undefined && scalar > tolerable * Math.max(1, Math.abs(value));
  const clean = cleaned(rounded, near);
  const { scalar: _lost, ...others } = clean;
  const kept: AtPoint['values'] = lost ? others : clean;
  const values: AtPoint['values'] =
    exactScalar === undefined ? kept : { ...kept, scalar: rationalToNumber(exactScalar) };
  const refusals = lost ? { ...refused, scalar: refusal(noScalar(scalar, coarser !== undefined)) } : refused;
  const said = Object.entries(changes).filter(
    ([name, change]) =>
      !Object.hasOwn(refusals, name) &&
      (rule !== undefined || change > negligible * sizeOf(values[name as ShownQuantity])),
  );
  return {
    point: Object.fromEntries(Object.entries(point).map(([name, exact]) => [name, rationalToNumber(exact)])),
    values,
    method: rule === undefined ? 'exact' : 'numeric',
    ...(exactScalar === undefined ? {} : { exact: { scalar: fractionText(exactScalar) } }),
    ...(said.length === 0 ? {} : { error: Object.fromEntries(said) }),
    ...(Object.keys(refusals).length === 0 ? {} : { refused: refusals }),
  };
}

/** Without what rounding left of zero, where nearby points show it. */
function cleaned(values: AtPoint['values'], near: readonly AtPoint['values'][]): AtPoint['values'] {
  const clean = (Object.entries(values) as [ShownQuantity, Derived<number>][]).map(([name, value]) => {
    const others = near.map((there) => (there[name] ?? null) as Numbers);
    return [name, withoutResidues(value as Numbers, others)];
  });
  return Object.fromEntries(clean);
}

function noScalar(change: number, byRule: boolean): DomainError {
  const cause = byRule ? 'rounding and quadrature leave' : 'rounding leaves';
  const points = `${byRule ? 'coarser rules and ' : ''}points that differ in the last digits`;
  return new DomainError(
    `${cause} no scalar curvature at this point: ${points} give values ${change} apart. The point lies too near the edge of the family, or its metric is almost singular; --show metric still answers`,
  );
}

/** How far each quantity changed. */
export type Changes = Readonly<Record<string, number>>;

/** For each quantity, the largest difference of a number between the two. */
export function changesBetween(fine: AtPoint['values'], coarse: AtPoint['values']): Changes {
  return Object.fromEntries(
    Object.entries(fine).map(([name, value]) => {
      const others = numbersIn(coarse[name as ShownQuantity]);
      return [name, Math.max(0, ...numbersIn(value).map((number, k) => Math.abs(number - others[k])))];
    }),
  );
}

/** The larger of the two changes of each quantity. */
export function larger(first: Changes, second: Changes): Changes {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(names.map((name) => [name, Math.max(first[name] ?? 0, second[name] ?? 0)]));
}

function sizeOf(derived: Derived<number> | undefined): number {
  return Math.max(1, ...numbersIn(derived).map(Math.abs));
}

function fractionText({ numerator, denominator }: Rational): string {
  return denominator === 1 ? `${numerator}` : `${numerator} / ${denominator}`;
}

function valuesAt(source: Source, point: Point, show: DeriveRequest['show']): AtPoint['values'] {
  return show.length === 0 ? {} : valuesOf(source, manifoldAt(source, point, show), show).values;
}

/** The second Bianchi identity differentiates the curvature once more. */
function manifoldAt(source: Source, point: Point, show: DeriveRequest['show']): AtJets {
  return source.at(point, show.includes('bianchi') ? 3 : 2);
}

/** The quantities that have a value at a point, and why others have none. */
interface Found {
  readonly values: AtPoint['values'];
  readonly refused: Readonly<Record<string, Refusal>>;
}

function valuesOf(source: Source, manifold: AtJets, show: DeriveRequest['show']): Found {
  const { field } = manifold;
  const showing: Showing<Jet, number> = {
    value: (jet) => finite(field.value(jet)),
    vanishing: (jets) => Math.max(...jets.map((jet) => Math.abs(finite(field.value(jet))))),
  };
  const refused: Record<string, Refusal> = {};
  const values = show.flatMap((quantity): [ShownQuantity, Derived<number>][] => {
    const value = orRefused(() => quantityOf(manifold, quantity, showing));
    if (value instanceof Error) {
      refused[quantity] = refusal(value);
      return [];
    }
    if (quantity === 'metric' && isNonRegular(source))
      return [
        [quantity, value],
        ['metric-from-hessian', minusMeanHessian(manifold, showing.value)],
      ];
    const withPrior = quantity === 'determinant' && manifold.expected !== undefined;
    return withPrior
      ? [
          [quantity, value],
          ['jeffreys-prior', Math.sqrt(value as number)],
        ]
      : [[quantity, value]];
  });
  return { values: Object.fromEntries(values), refused };
}

function orRefused<T>(make: () => T): T | DomainError | UnsupportedError {
  try {
    return make();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** A number; throws {@link DomainError} for one that has left the range of doubles. */
export function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new DomainError('the numbers leave the range of double precision at this point');
}

function* closedFormEvents(
  source: Source,
  { show, format, digits }: DeriveRequest,
  at: { readonly point: Point; readonly exactly: ExactlyAt } | undefined,
): Generator<DeriveEvent> {
  const manifold = source.exact();
  const { field, coordinates } = manifold;
  const latex = format === 'latex';
  const event = (quantity: ShownQuantity, text: Derived<string>, tex: Derived<string>): DeriveEvent => ({
    kind: 'closed-form',
    quantity,
    text,
    shown: closedFormShown(format, coordinates, quantity, tex),
  });
  for (const quantity of inOrder(show)) {
    const forms = orRefused(() =>
      quantityOf<ClosedForm, ClosedForm | Verdict>(manifold, quantity, {
        value: (value) => value,
        vanishing: (values) => vanishing(field, values),
      }),
    );
    if (forms instanceof Error) {
      yield { kind: 'refused', quantity, ...refusal(forms), shown: '' };
      continue;
    }
    const text = mapDerived(forms, (f) => (typeof f === 'string' ? f : printClosedForm(field, f)));
    const tex = latex ? mapDerived(forms, (f) => (typeof f === 'string' ? f : closedFormToTex(field, f))) : text;
    yield event(quantity, text, tex);
    if (digits !== undefined && at !== undefined && quantity !== 'bianchi') {
      const written = mapDerived(forms, (f) => digitsAt(field, f as ClosedForm, at.point, digits) as string);
      yield {
        kind: 'digits-at',
        quantity,
        text: written,
        shown: digitsShown(format, coordinates, quantity, written, digits),
      };
    }
    if (quantity === 'scalar' || quantity === 'kretschmann') {
      const exact = at?.exactly(quantity, manifold, forms as ClosedForm) ?? null;
      if (exact !== null) {
        const written = fractionText(exact);
        const shown = exactAtShown(format, quantity, written);
        yield { kind: 'exact-at', quantity, value: rationalToNumber(exact), text: written, shown };
      }
    }
    if (quantity === 'metric' && isNonRegular(source)) {
      const hessian = minusMeanHessian(manifold, (value) => value);
      const written = mapDerived(hessian, (f) => printClosedForm(field, f));
      yield event(
        'metric-from-hessian',
        written,
        latex ? mapDerived(hessian, (f) => closedFormToTex(field, f)) : written,
      );
    }
    if (quantity === 'determinant' && manifold.expected !== undefined) {
      const [prior, priorTex] = squareRoot(field, determinant(field, square(field, manifold.geometry.metric)));
      yield event('jeffreys-prior', prior, latex ? priorTex : prior);
    }
  }
  const { kernels = [] } = manifold;
  if (kernels.length > 0) yield { kind: 'kernels', kernels, shown: kernelsShown(format, kernels) };
}

/** Whether an identity holds: in closed form it may be undecided, where kernels may be related. */
type Verdict = 'holds' | 'fails' | 'undecided';

function vanishing(field: ExactField, values: readonly ClosedForm[]): Verdict {
  const others = values.filter((value) => !field.isZero(value));
  if (others.length === 0) return 'holds';
  const verdicts = others.map((value) => equality(field, value, field.zero).verdict);
  return verdicts.includes('different') ? 'fails' : 'undecided';
}

/** A square root as text and as TeX: carried out where it has a closed form, otherwise written as a root. */
function squareRoot(field: ExactField, value: ClosedForm): [string, string] {
  try {
    const root = field.power(value, rational(1, 2));
    return [printClosedForm(field, root), closedFormToTex(field, root)];
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    return [`sqrt(${printClosedForm(field, value)})`, `\\sqrt{${closedFormToTex(field, value)}}`];
  }
}

function mapDerived<E extends object | string, S>(derived: Derived<E>, show: (value: E) => S): Derived<S> {
  return map(derived) as Derived<S>;
  function map(part: unknown): unknown {
    if (part === null) return null;
    if (Array.isArray(part)) return part.map(map);
    if (typeof part === 'string' || 'numerator' in (part as object)) return show(part as E);
    return Object.fromEntries(Object.entries(part as object).map(([name, value]) => [name, map(value)]));
  }
}
