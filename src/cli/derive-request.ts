import { InputError } from '../errors.ts';
import type { ExpectationKernel, Nested } from '../interpret/index.ts';
import { unknownName } from '../suggestion.ts';
import type { Format } from './command.ts';
import type { FailureKind } from './exit-code.ts';
import type { Composition, SubjectRequest } from './subject-request.ts';

/** The quantities that `derive` can show, in the order in which one follows from another. */
export const quantities = [
  'metric',
  'inverse',
  'determinant',
  'christoffel',
  'riemann',
  'ricci',
  'scalar',
  'kretschmann',
  'einstein',
  'weyl',
  'bianchi',
  'sectional',
  'amari-chentsov',
] as const;

/** One of {@link quantities}, or connection and curvature of an alpha-connection: `alpha=1/2`. */
export type Quantity = (typeof quantities)[number] | `alpha=${string}`;

/** A list such as `metric,scalar,alpha=0.5`, each once. Throws {@link InputError} for a name or number that is none. */
export function readQuantities(text: string): readonly Quantity[] {
  return [...new Set(text.split(',').map((part) => readQuantity(part.trim())))];
}

/** The same quantities, each after what it follows from. */
export function inOrder(given: readonly Quantity[]): readonly Quantity[] {
  return [...quantities.filter((name) => given.includes(name)), ...given.filter(isAlpha)];
}

function readQuantity(text: string): Quantity {
  const found = quantities.find((name) => name === text);
  if (found !== undefined) return found;
  if (!isAlpha(text)) throw unknownName('value', text, [...quantities, 'alpha=0.5']);
  if (/^alpha=-?\d{1,6}(\.\d{1,6}|\/[1-9]\d{0,5})?$/.test(text)) return text;
  throw new InputError(`expected a number after alpha=, of at most six digits such as 0.5, -1 or 1/3; got '${text}'`);
}

/** The quantity is an alpha-connection. */
export function isAlpha(quantity: string): quantity is `alpha=${string}` {
  return quantity.startsWith('alpha=');
}

/** What `derive` is asked for: plain data, so that it can be sent to a worker, which alone loads the algebra. */
export interface DeriveRequest extends SubjectRequest {
  readonly show: readonly Quantity[];
  readonly at?: Readonly<Record<string, string>>;
  /** How many digits of the closed forms at the point are wanted beside the numbers in double precision. */
  readonly digits?: number;
  readonly format: Format;
}

/** What `cramer-rao` is asked for: functions of the coordinates as they were typed, and the number of observations. */
export interface CramerRaoRequest extends Omit<DeriveRequest, 'show' | 'observations'> {
  readonly show: readonly ['cramer-rao'];
  readonly functions: readonly string[];
  readonly observations: number;
}

/**
 * The value of a quantity: components, or several by name (planes, identities); `null` for a part or component that has
 * no value.
 */
export type Derived<S> = Nested<S | null> | { readonly [part: string]: Nested<S> | null };

/** The Jeffreys prior comes with the determinant of a family, -E[Hessian] with the metric of one that is not regular. */
export type ShownQuantity = Quantity | 'jeffreys-prior' | 'metric-from-hessian' | 'cramer-rao';

/**
 * Numbers at a point, up to rounding: of a family whose expectations were carried out exactly, or of a metric as given.
 */
export interface AtPoint {
  readonly point: Readonly<Record<string, number>>;
  readonly values: Readonly<Partial<Record<ShownQuantity, Derived<number>>>>;
  /** `numeric`: expectations by quadrature or summation, with an error estimate for every quantity. */
  readonly method: 'exact' | 'numeric';
  /** Values that are known exactly at the point, as fractions. */
  readonly exact?: Readonly<Partial<Record<ShownQuantity, string>>>;
  /**
   * For quantities that rounding touches: how far points that doubles hardly tell apart change a component. With numeric
   * expectations for all, and how far a coarser rule changes it.
   */
  readonly error?: Readonly<Record<string, number>>;
  /** Why quantities that were asked for have no value at the point. */
  readonly refused?: Readonly<Record<string, Refusal>>;
}

/** Why there is no such quantity, and of what kind the failure is. */
export interface Refusal {
  readonly message: string;
  readonly failure: FailureKind;
}

/**
 * What a derivation reports, in this order: what it is about, the numbers at the point, closed forms one by one. Each
 * event carries itself as text or TeX in `shown`, as the format of the request wants it.
 */
export type DeriveEvent = { readonly shown: string } & (
  | {
      readonly kind: 'family';
      readonly name: string;
      readonly coordinates: readonly string[];
      /** Why the family is not regular, where it is not. */
      readonly nonRegular?: string;
      /** The map into the family and the number of observations, where given. */
      readonly composition?: Composition;
      /** What was recognised in a typed density. */
      readonly density?: unknown;
    }
  | { readonly kind: 'metric-file'; readonly file: string; readonly coordinates: readonly string[] }
  | ({ readonly kind: 'at' } & AtPoint)
  | { readonly kind: 'kernels'; readonly kernels: readonly ExpectationKernel[] }
  | {
      readonly kind: 'closed-form';
      readonly quantity: ShownQuantity;
      readonly text: Derived<string>;
      /** Of a singular metric, where the quantity is defined all the same. */
      readonly nullDirections?: readonly string[];
    }
  | ({ readonly kind: 'refused'; readonly quantity: ShownQuantity } & Refusal)
  // the closed form at the point in as many digits as were asked for; null where it has none
  | { readonly kind: 'digits-at'; readonly quantity: ShownQuantity; readonly text: Derived<string> }
  // a value at the point after all, from the closed form
  | { readonly kind: 'exact-at'; readonly quantity: ShownQuantity; readonly value: number; readonly text: string }
);
