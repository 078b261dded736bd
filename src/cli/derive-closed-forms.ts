import { determinant, nullSpace, type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  closedFormToTex,
  equality,
  evaluateToDigits,
  evaluator,
  printClosedForm,
  rationalNumbers,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Point } from '../families/index.ts';
import { type ExactField, nullDirections, square } from '../interpret/index.ts';
import { minusMeanHessian, quantityOf } from './derive-quantity.ts';
import { orRefused, refusal } from './derive-refusal.ts';
import {
  type AtPoint,
  type Derived,
  type DeriveEvent,
  type DeriveRequest,
  inOrder,
  type Quantity,
  type ShownQuantity,
} from './derive-request.ts';
import { type ExactManifold, isNonRegular, type Source } from './derive-source.ts';
import { closedFormShown, digitsShown, exactAtShown, fractionText, kernelsShown } from './derive-text.ts';

/** The exact value at the point of a scalar that has none in floating point. */
export type ExactlyAt = (quantity: Quantity, manifold: ExactManifold, form: ClosedForm) => Rational | null;

/** Exact values at a point of the scalars that were refused there in floating point. */
export function exactlyAt(source: Source, point: Point, refused: AtPoint['refused'] = {}): ExactlyAt {
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

/** The quantities of a request in closed form, one after the other, and what the point gives them. */
export function* closedFormEvents(
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
