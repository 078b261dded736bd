/** Sections 2.1 and 2.2: the normal family, and families with a mean that depends on two parameters. */
import { normal } from 'fisher-rao';

/** The log-density of the normal family as a formula. */
export const formula = '-(x - mu)^2/(2*sigma^2) - log(2*pi*sigma^2)/2';

/** Names for N(m(a, b), s^2). */
export const meanOfTwo = { family: normal(), symbols: { a: 'real', b: 'real', s: 'positive' } } as const;

/** The information of N(m, s^2) about two of a and b, m a formula in them: that of the normal family, pulled back. */
export const pulledBack = (mean: string, one: 'a' | 'b', other: 'a' | 'b', width = 's'): string =>
  `at(at(metric(mu, mu), mu, ${mean}), sigma, ${width})*D(${mean}, ${one})*D(${mean}, ${other})`;
