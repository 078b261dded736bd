/**
 * Parametric families as data: coordinates with domains, sample space, log-density, sufficient statistics. A new family
 * is one file here and one line in the catalogue; nothing here knows any geometry.
 */

export { bernoulli } from './bernoulli.ts';
export { beta } from './beta.ts';
export { binomial } from './binomial.ts';
export * from './catalogue.ts';
export { categorical } from './categorical.ts';
export { chiSquared } from './chi-squared.ts';
export { dirichlet } from './dirichlet.ts';
export { checkDomain, checkPoint, domainText, type Point } from './domain.ts';
export { exponential } from './exponential.ts';
export type * from './family.ts';
export { gamma } from './gamma.ts';
export { geometric } from './geometric.ts';
export { type GibbsModel, gibbs } from './gibbs.ts';
export { inverseGamma } from './inverse-gamma.ts';
export { inverseGaussian } from './inverse-gaussian.ts';
export { logNormal } from './log-normal.ts';
export { multinomial } from './multinomial.ts';
export { nakagami } from './nakagami.ts';
export { negativeBinomial } from './negative-binomial.ts';
export { normal } from './normal.ts';
export { poisson } from './poisson.ts';
export { gumbel } from './gumbel.ts';
export { rayleigh } from './rayleigh.ts';
export { reparametrize } from './reparametrize.ts';
export { largestSampleSpace } from './sample-space.ts';
export { type SpinSystem, spinModel } from './spins.ts';
export * from './pivot.ts';
