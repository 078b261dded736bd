import type { SpinSystem } from '../families/index.ts';
import type { Nested } from '../interpret/index.ts';
import type { Format } from './command.ts';

/** The quantities that `derive` can show, in the order in which one follows from another. */
export const quantities = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar'] as const;
export type Quantity = (typeof quantities)[number];

/** What `derive` is asked for: plain data, so that it can be sent to a worker, which alone loads the algebra. */
export interface DeriveRequest {
  readonly family: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** For `gibbs`: a spin system, or the path of a model file. */
  readonly spins?: SpinSystem;
  readonly modelFile?: string;
  readonly show: readonly Quantity[];
  readonly at?: Readonly<Record<string, string>>;
  readonly format: Format;
}

/** Numbers at a point. `exact`: the expectation was carried out exactly, only rounding stands between. */
export interface AtPoint {
  readonly point: Readonly<Record<string, number>>;
  readonly values: Readonly<Partial<Record<Quantity, Nested<number>>>>;
  readonly method: 'exact';
}

/**
 * What a derivation reports, in this order: what it is about, the numbers at the point, closed forms one by one. Each
 * event carries itself as text or TeX in `shown`, as the format of the request wants it.
 */
export type DeriveEvent = { readonly shown: string } & (
  | { readonly kind: 'family'; readonly name: string; readonly coordinates: readonly string[] }
  | ({ readonly kind: 'at' } & AtPoint)
  | { readonly kind: 'closed-form'; readonly quantity: Quantity; readonly text: Nested<string> }
);
