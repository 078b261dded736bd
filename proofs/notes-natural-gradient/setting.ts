/** The objects of the notes: one observation with an undetermined density, and the normal distribution of known width. */
import { type Direction, type Term, term } from 'fisher-rao';
import {
  expectation,
  i,
  information,
  j,
  p,
  regularX,
  twiceRegularX,
  X,
  x,
} from '../sauter-2023-fisher-information/setting.ts';

const { derivative, log } = term;

export { expectation, i, information, j, p, regularX, twiceRegularX, X, x };

/** The score ∂_k log u. */
export const scoreAlong = (direction: Direction, probability: Term): Term => derivative(direction, log(probability));

/** The logarithm of the normal density at x with mean theta and standard deviation sigma, as a formula. */
export const logNormal = '-(x - theta)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2';

/** What varies in it. */
export const normalNames = { x: 'real', theta: 'real', sigma: 'positive' } as const;

/** The divergences of successive steps. */
export function divergences(theta: number, eta: number, steps: number): number[] {
  const list: number[] = [];
  for (let k = 0, at = theta; k < steps; k++) {
    const next = at - eta * at;
    list.push((next - at) ** 2 / 2);
    at = next;
  }
  return list;
}

/** A two-dimensional Fisher matrix [[a, b], [b, e]], a gradient (u, v) and a budget c; d is the natural gradient step. */
export const plane = {
  symbols: { a: 'real', b: 'real', e: 'real', u: 'real', v: 'real', c: 'real', lambda: 'real' },
  definitions: {
    n1: '(e*u - b*v)/(a*e - b^2)',
    n2: '(a*v - b*u)/(a*e - b^2)',
    square: 'u*n1 + v*n2',
  },
  // lambda is the multiplier: 2 c = square/lambda^2.
  assume: { budget: 'c = (u*(e*u - b*v)/(a*e - b^2) + v*(a*v - b*u)/(a*e - b^2))/(2*lambda^2)' },
} as const;

/** The scores along i and j. */
export const [si, sj] = [scoreAlong(i, p(x)), scoreAlong(j, p(x))];
