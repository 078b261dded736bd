/** Two laws on any space: what their divergence needs. */
import { assume, declare, term } from 'fisher-rao';
import { p, X, x } from './setting.ts';

const { divide, log, multiply } = term;

/** The first law. */
export const r = declare.function('r', X);

/** Their divergence exists. */
export const between = assume.integrable(multiply(r(x), log(divide(r(x), p(x)))), x);

/** Both laws are positive and normalised. */
export const laws = [assume.positive(p), assume.positive(r), assume.normalised(p), assume.normalised(r)];
