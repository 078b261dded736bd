import { rationalToNumber } from '../algebra/index.ts';
import type { Jet } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import type { Point } from '../families/index.ts';
import { type Numbers, nearbyPoints, numbersIn, roundingChanges, withoutResidues } from '../interpret/index.ts';
import { minusMeanHessian, quantityOf, type Showing } from './derive-quantity.ts';
import { orRefused, refusal } from './derive-refusal.ts';
import type { AtPoint, Derived, DeriveRequest, Refusal, ShownQuantity } from './derive-request.ts';
import { type AtJets, isNonRegular, type Source } from './derive-source.ts';
import { fractionText } from './derive-text.ts';

/** Changes below this part of a quantity go without saying; a scalar that changes by more than the other is refused. */
const negligible = 1e-9;
const tolerable = 1e-2;

/**
 * The quantities of a request at a point, with the change that rounding and quadrature make to them. A scalar that is
 * only rounding, and quantities that there are not, are refused.
 */
export function atPoint(source: Source, point: Point, request: DeriveRequest): AtPoint {
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

/** A number; throws {@link DomainError} for one that has left the range of doubles. */
export function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new DomainError('the numbers leave the range of double precision at this point');
}
