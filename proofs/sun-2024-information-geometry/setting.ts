/** The Bernoulli family and its natural parameter. */

/** The natural parameter log(p/(1 - p)) of a coin. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** The probability 1/(1 + exp(-h)) from the natural parameter. */
export const sigmoid = (h: number): number => 1 / (1 + Math.exp(-h));
