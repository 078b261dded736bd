/** Plain data, as JSON holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The two sides of a relation in one case: numbers, or as many numbers on both sides, compared one by one. */
export interface Sides {
  readonly left: number | readonly number[];
  readonly right: number | readonly number[];
}

/** A case in which a relation fails, with the two sides there: plain data, so that it can be evaluated again. */
export interface Instance extends Sides {
  readonly inputs: Json;
}
