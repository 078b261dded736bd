/** Appendix A.2: what its claims on the two forms of the information share. */
import { term } from 'fisher-rao';
import { expectation, i, j, p, x } from './setting.ts';

const { derivative, divide } = term;

/** On the support of the uniform distribution on (0, theta) the log-density is -log(theta) for every outcome. */
export const uniform = { symbols: { theta: 'positive' }, definitions: { l: '-log(theta)' } } as const;

/** The second derivative d_i d_j p of the density. */
export const secondDerivative = derivative(i, derivative(j, p(x)));

/** E[d_i d_j p / p], the term of the appendix that vanishes. */
export const meanOfTheSecond = expectation(x, p(x), divide(secondDerivative, p(x)));
