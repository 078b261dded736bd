/** Sections 2.1 and 2.2: the normal family. */

/** The log-density of the normal family as a formula. */
export const formula = '-(x - mu)^2/(2*sigma^2) - log(2*pi*sigma^2)/2';
