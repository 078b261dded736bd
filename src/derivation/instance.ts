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

/** Inputs as text, as in `mu = 1, sigma = 1/2`; empty where there are none. */
export function inputsText(inputs: Json): string {
  if (inputs === null || typeof inputs !== 'object') return JSON.stringify(inputs);
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** A side as text: numbers to `digits` significant digits, several of them in brackets. */
export function sideText(side: Sides['left'], digits = 10): string {
  if (typeof side === 'number') return String(Number(side.toPrecision(digits)));
  return `(${side.map((value) => sideText(value, digits)).join(', ')})`;
}

/** The two sides of a case and where they were taken: `8 against -8 at mu = 1, sigma = 1/2`. */
export function instanceText({ inputs, left, right }: Instance, digits = 10): string {
  const where = inputsText(inputs);
  return `${sideText(left, digits)} against ${sideText(right, digits)}${where === '' ? '' : ` at ${where}`}`;
}
