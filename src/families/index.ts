/**
 * Parametric families as data: coordinates with domains, sample space, log-density, sufficient statistics. A new family
 * is one file here and one line in the catalogue; nothing here knows any geometry.
 */
export { binomial } from './binomial.ts';
export * from './catalogue.ts';
export { categorical } from './categorical.ts';
export { checkDomain, checkPoint, type Point } from './domain.ts';
export type * from './family.ts';
export { type GibbsModel, gibbs } from './gibbs.ts';
export { normal } from './normal.ts';
export { reparametrize } from './reparametrize.ts';
export { largestSampleSpace } from './sample-space.ts';
export { type SpinSystem, spinModel } from './spins.ts';
