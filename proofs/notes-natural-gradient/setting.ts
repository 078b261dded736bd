/** The objects of the notes: one observation with an undetermined density, and the normal distribution of known width. */
import { type Term, term } from 'fisher-rao';

const { derivative, log } = term;

export {
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

/** The score ∂_k log u. */
export const scoreAlong = (direction: string, probability: Term): Term => derivative(direction, log(probability));

/** The logarithm of the normal density at x with mean theta and standard deviation sigma, as a formula. */
export const logNormal = '-(x - theta)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2';

/** What varies in it. */
export const normalNames = { x: 'real', theta: 'real', sigma: 'positive' } as const;
