/** Any metric g in any number of coordinates, symmetric as it is, with an inverse h. */
import { assume, declare, term } from 'fisher-rao';

const { add, delta, multiply, sum } = term;

const [i, j, m] = ['i', 'j', 'm'].map(declare.direction);
export const half = declare.function('t', [i, j]);
export const g = declare.definition('g', [i, j], add(half(i, j), half(j, i)));
export const h = declare.function('h', [i, j]);
export const isInverse = assume.equation('h is the inverse of g', sum(m, multiply(h(i, m), g(m, j))), delta(i, j));
