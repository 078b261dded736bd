/**
 * Parametric families as data: coordinates with domains, sample space, log-density, sufficient statistics. A new family
 * is one file here and one line in the catalogue; nothing here knows any geometry.
 */

export { bernoulli } from './bernoulli.ts';
export { beta } from './beta.ts';
export { binomial } from './binomial.ts';
export * from './catalogue.ts';
export { categorical } from './categorical.ts';
export { cauchy } from './cauchy.ts';
export { chiSquared } from './chi-squared.ts';
export { curieWeiss } from './curie-weiss.ts';
export {
  type Declaration,
  type DeclaredDomain,
  describeDomain,
  domainContains,
  numberOf,
  readDeclarations,
} from './declaration.ts';
export { dirichlet } from './dirichlet.ts';
export { checkDomain, checkPoint, domainText, type Point } from './domain.ts';
export { exponential } from './exponential.ts';
export type * from './family.ts';
export { frechet } from './frechet.ts';
export { gamma } from './gamma.ts';
export { generalisedNormal } from './generalised-normal.ts';
export { geometric } from './geometric.ts';
export { type GibbsModel, gibbs } from './gibbs.ts';
export { gumbel } from './gumbel.ts';
export { hyperbolicSecant } from './hyperbolic-secant.ts';
export { idealGas } from './ideal-gas.ts';
export { isInside, movedInside } from './inside.ts';
export { inverseGamma } from './inverse-gamma.ts';
export { inverseGaussian } from './inverse-gaussian.ts';
export { isingChain } from './ising-chain.ts';
export { laplace } from './laplace.ts';
export { logLogistic } from './log-logistic.ts';
export { logNormal } from './log-normal.ts';
export { logistic } from './logistic.ts';
export { multinomial } from './multinomial.ts';
export {
  centredMultivariateNormal,
  diagonalMultivariateNormal,
  fixedCovarianceMultivariateNormal,
  isotropicMultivariateNormal,
  multivariateNormal,
} from './multivariate-normal.ts';
export { nakagami } from './nakagami.ts';
export { negativeBinomial } from './negative-binomial.ts';
export { negativeBinomialSizeMean } from './negative-binomial-size-mean.ts';
export { normal } from './normal.ts';
export { normalGamma } from './normal-gamma.ts';
export { observations } from './observations.ts';
export { pareto } from './pareto.ts';
export * from './pivot.ts';
export { poisson } from './poisson.ts';
export { type Potential, potentialFamily } from './potential.ts';
export { pottsChain } from './potts-chain.ts';
export { productFamily } from './product.ts';
export { rayleigh } from './rayleigh.ts';
export { reparametrize } from './reparametrize.ts';
export { largestSampleSpace } from './sample-space.ts';
export { type SpinSystem, spinModel } from './spins.ts';
export { studentT } from './student-t.ts';
export { type TypedDensity, type TypedFamily, typedFamily, typedFamilyName } from './typed-density.ts';
export { uniform } from './uniform.ts';
export { vonMises } from './von-mises.ts';
export { vonMisesFisher } from './von-mises-fisher.ts';
export { weibull } from './weibull.ts';
export { wishart } from './wishart.ts';
