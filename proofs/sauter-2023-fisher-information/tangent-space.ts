/** Section 2.2: manifolds, curves and tangent vectors. */
import { normal } from 'fisher-rao';

/** A function f of two coordinates and a curve (a(t), b(t)). */
export const curve = { symbols: { t: 'real', u: 'real', v: 'real' }, functions: ['f', 'a', 'b'] } as const;

/** Two tangent vectors of the normal family with the components (a, b) and (c, d). */
export const twoVectors = { family: normal(), symbols: { a: 'real', b: 'real', c: 'real', d: 'real' } } as const;

/** The representation of the tangent vector with the components (a, b). */
export const firstVector = '(a*D(logdensity, mu) + b*D(logdensity, sigma))';

/** The representation of the tangent vector with the components (c, d). */
export const secondVector = '(c*D(logdensity, mu) + d*D(logdensity, sigma))';

/** Their inner product by components and metric. */
export const inComponents = 'a*c*metric(mu, mu) + (a*d + b*c)*metric(mu, sigma) + b*d*metric(sigma, sigma)';
