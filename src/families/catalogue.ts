import { type Rational, rational, rationalToNumber } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { bernoulli } from './bernoulli.ts';
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { categorical } from './categorical.ts';
import { cauchy } from './cauchy.ts';
import { chiSquared } from './chi-squared.ts';
import { curieWeiss } from './curie-weiss.ts';
import { dirichlet } from './dirichlet.ts';
import { exponential } from './exponential.ts';
import type { Family } from './family.ts';
import { frechet } from './frechet.ts';
import { gamma } from './gamma.ts';
import { generalisedNormal } from './generalised-normal.ts';
import { geometric } from './geometric.ts';
import { type GibbsModel, gibbs } from './gibbs.ts';
import { gumbel } from './gumbel.ts';
import { hyperbolicSecant } from './hyperbolic-secant.ts';
import { idealGas } from './ideal-gas.ts';
import { inverseGamma } from './inverse-gamma.ts';
import { inverseGaussian } from './inverse-gaussian.ts';
import { isingChain } from './ising-chain.ts';
import { laplace } from './laplace.ts';
import { logLogistic } from './log-logistic.ts';
import { logNormal } from './log-normal.ts';
import { logistic } from './logistic.ts';
import { multinomial } from './multinomial.ts';
import {
  centredMultivariateNormal,
  diagonalMultivariateNormal,
  fixedCovarianceMultivariateNormal,
  isotropicMultivariateNormal,
  multivariateNormal,
} from './multivariate-normal.ts';
import { nakagami } from './nakagami.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { negativeBinomialSizeMean } from './negative-binomial-size-mean.ts';
import { normal } from './normal.ts';
import { normalGamma } from './normal-gamma.ts';
import { pareto } from './pareto.ts';
import { poisson } from './poisson.ts';
import { pottsChain } from './potts-chain.ts';
import { rayleigh } from './rayleigh.ts';
import { spinModel } from './spins.ts';
import { studentT } from './student-t.ts';
import { uniform } from './uniform.ts';
import { vonMises } from './von-mises.ts';
import { vonMisesFisher } from './von-mises-fisher.ts';
import { weibull } from './weibull.ts';
import { wishart } from './wishart.ts';

/** What a family of the catalogue is built from: sizes and constants by name, and for `gibbs` its model. */
export interface Configuration {
  readonly parameters?: Readonly<Record<string, Rational>>;
  readonly model?: GibbsModel;
}

/** A size or constant of a family of the catalogue; without a default it stays symbolic unless it is required. */
export interface FamilyParameter {
  readonly name: string;
  readonly description: string;
  readonly default?: number;
  readonly required?: boolean;
}

/** A family that can be asked for by name. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** The sizes and constants that it takes. */
  readonly parameters: readonly FamilyParameter[];
  /** What builds a typical member of the catalogue where nothing is given; absent where the empty configuration does. */
  readonly typical?: Configuration;
  /** Throws {@link InputError} for a configuration that does not fit. */
  build(configuration: Configuration): Family;
}

/** The families known by name. */
export const catalogue: readonly CatalogueEntry[] = [
  entry('bernoulli', 'success with probability theta', {}, () => bernoulli()),
  entry('beta', 'shapes a and b', {}, () => beta()),
  entry('binomial', 'successes in n trials of probability theta', { n: 'number of trials' }, ({ n }) => binomial(n)),
  entry(
    'categorical',
    'one of n outcomes with probabilities p1, p2, ...',
    { n: { description: 'number of outcomes', default: 3 } },
    ({ n }) => categorical(n === undefined ? 3 : Number(n.numerator) / Number(n.denominator)),
  ),
  entry('cauchy', 'median mu and scale gamma', {}, () => cauchy()),
  entry('chi-squared', 'k degrees of freedom, k real', {}, () => chiSquared()),
  {
    name: 'curie-weiss',
    summary: 'N spins, all pairs coupled with beta/N, in a field h',
    parameters: [{ name: 'N', description: 'number of spins', required: true }],
    typical: { parameters: { N: rational(10) } },
    build: ({ parameters = {}, model }) => {
      refuseModel('curie-weiss', model);
      refuseUnknown('curie-weiss', parameters, ['N']);
      if (parameters['N'] !== undefined) return curieWeiss(parameters['N']);
      throw new InputError(
        'curie-weiss needs a finite number of spins, --parameters N=10: in infinite volume the means per spin are m^2/2 and m for one function m of both coordinates, so that the metric has rank 1 and the scalar curvature R is undefined',
      );
    },
  },
  entry(
    'dirichlet',
    'proportions x1, ..., xn with concentrations a1, ..., an',
    { n: { description: 'number of proportions', default: 3 } },
    ({ n }) => dirichlet(n === undefined ? 3 : rationalToNumber(n)),
  ),
  entry('exponential', 'rate lambda', {}, () => exponential()),
  entry('frechet', 'maxima with shape alpha and scale s', {}, () => frechet()),
  entry('gamma', 'shape k and scale theta', {}, () => gamma()),
  entry(
    'generalised-normal',
    'mean mu and scale alpha, density falling off like exp(-|x|^p)',
    { p: 'shape, above 1 where it has no value' },
    ({ p }) => generalisedNormal(p),
  ),
  entry('geometric', 'failures before the first success of probability theta', {}, () => geometric()),
  {
    name: 'gibbs',
    summary: 'Gibbs measures exp(sum theta_i X_i(s))/Z over finitely many microstates',
    parameters: [],
    typical: { model: spinModel({ spins: 3, couplings: 'ring', fields: 'none' }) },
    build: ({ model, ...rest }) => {
      refuseUnknown('gibbs', rest.parameters ?? {}, []);
      if (model === undefined)
        throw new InputError(
          'gibbs needs its model: a spin system (--spins N) or a table of collective variables (--model FILE)',
        );
      return gibbs(model);
    },
  },
  entry('gumbel', 'maxima with location mu and scale beta', {}, () => gumbel()),
  entry('hyperbolic-secant', 'mean mu and standard deviation sigma', {}, () => hyperbolicSecant()),
  entry(
    'ideal-gas',
    'inverse temperature beta and reduced chemical potential alpha, per unit of volume',
    { f: { description: 'degrees of freedom of a particle', default: 3 } },
    ({ f }) => idealGas(f),
  ),
  entry('inverse-gamma', 'shape k and scale theta', {}, () => inverseGamma()),
  entry('inverse-gaussian', 'mean mu and shape lambda', {}, () => inverseGaussian()),
  entry('ising-chain', 'infinite chain of spins with coupling beta and field h, per site', {}, () => isingChain()),
  entry('laplace', 'mean mu and scale b', {}, () => laplace()),
  entry('log-logistic', 'scale alpha and shape beta', {}, () => logLogistic()),
  entry('log-normal', 'log x is normal with mean mu and standard deviation sigma', {}, () => logNormal()),
  entry('logistic', 'location mu and scale s', {}, () => logistic()),
  entry(
    'multinomial',
    'counts of n outcomes in N draws with probabilities p1, p2, ...',
    { n: { description: 'number of outcomes', default: 3 }, N: 'number of draws' },
    ({ n, N }) => multinomial(n === undefined ? 3 : rationalToNumber(n), N),
  ),
  entry(
    'multivariate-normal',
    'mean mu1, mu2, ... and covariance s11, s12, s22, ... in n variables',
    { n: { description: 'number of variables', default: 2 } },
    ({ n = rational(2) }) => multivariateNormal(rationalToNumber(n)),
  ),
  entry(
    'multivariate-normal-centred',
    'mean zero and covariance s11, s12, s22, ... in n variables',
    { n: { description: 'number of variables', default: 2 } },
    ({ n = rational(2) }) => centredMultivariateNormal(rationalToNumber(n)),
  ),
  entry(
    'multivariate-normal-diagonal',
    'n independent normal variables with means mu1, ... and standard deviations sigma1, ...',
    { n: { description: 'number of variables', default: 2 } },
    ({ n = rational(2) }) => diagonalMultivariateNormal(rationalToNumber(n)),
  ),
  {
    name: 'multivariate-normal-fixed-covariance',
    summary: 'mean mu1, mu2, ... in n variables whose covariance s11, s12, s22, ... is fixed',
    parameters: [
      { name: 'n', description: 'number of variables', default: 2 },
      { name: 's11, s12, ...', description: 'entries of the covariance' },
    ],
    build: ({ parameters = {}, model }) => {
      refuseModel('multivariate-normal-fixed-covariance', model);
      const { n = rational(2), ...entries } = parameters;
      return fixedCovarianceMultivariateNormal(rationalToNumber(n), entries);
    },
  },
  entry(
    'multivariate-normal-isotropic',
    'n independent normal variables with means mu1, ... and the same standard deviation sigma',
    { n: { description: 'number of variables', default: 2 } },
    ({ n = rational(2) }) => isotropicMultivariateNormal(rationalToNumber(n)),
  ),
  entry('nakagami', 'shape m and spread omega', {}, () => nakagami()),
  entry(
    'negative-binomial',
    'failures before the r-th success of probability theta',
    { r: 'number of successes' },
    ({ r }) => negativeBinomial(r),
  ),
  entry('negative-binomial-size-mean', 'counts with size r and mean, both unknown', {}, () =>
    negativeBinomialSizeMean(),
  ),
  entry('normal', 'mean mu and standard deviation sigma', {}, () => normal()),
  entry(
    'normal-gamma',
    'tau is gamma with shape alpha and rate beta, x given tau is normal with mean mu and precision lambda tau',
    {},
    () => normalGamma(),
  ),
  entry('pareto', 'shape alpha and least value x_m', {}, () => pareto()),
  entry('poisson', 'mean lambda', {}, () => poisson()),
  entry(
    'potts-chain',
    'infinite chain of spins of q colours with coupling beta and field h on one colour, per site',
    { q: 'number of colours' },
    ({ q }) => pottsChain(q),
  ),
  entry('rayleigh', 'scale sigma', {}, () => rayleigh()),
  entry('student-t', 'location mu and scale sigma, nu degrees of freedom', { nu: 'degrees of freedom' }, ({ nu }) =>
    studentT(nu),
  ),
  entry('uniform', 'uniform on (0, theta)', {}, () => uniform()),
  entry('von-mises', 'directions in the plane of concentration kappa about the angle mu', {}, () => vonMises()),
  entry(
    'von-mises-fisher',
    'directions in space of concentration kappa about colatitude theta and longitude phi',
    {},
    () => vonMisesFisher(),
  ),
  entry('weibull', 'shape k and scale lambda', {}, () => weibull()),
  entry(
    'wishart',
    'p x p matrices with scale matrix v11, v12, v22, ..., nu degrees of freedom fixed',
    { p: { description: 'number of rows', default: 2 }, nu: 'degrees of freedom' },
    ({ p = rational(2), nu }) => wishart(rationalToNumber(p), nu),
  ),
];

/** The entry with the given name. Throws {@link InputError} with the valid names for an unknown one. */
export function familyByName(name: string): CatalogueEntry {
  const found = catalogue.find((candidate) => candidate.name === name);
  if (found !== undefined) return found;
  throw new InputError(`unknown family "${name}": the families are ${catalogue.map((known) => known.name).join(', ')}`);
}

function entry(
  name: string,
  summary: string,
  descriptions: Readonly<Record<string, string | Omit<FamilyParameter, 'name'>>>,
  make: (parameters: Readonly<Record<string, Rational>>) => Family,
): CatalogueEntry {
  const parameters = Object.entries(descriptions).map(([key, told]) => ({
    name: key,
    ...(typeof told === 'string' ? { description: told } : told),
  }));
  return {
    name,
    summary,
    parameters,
    build: ({ parameters: given = {}, model }) => {
      refuseModel(name, model);
      refuseUnknown(name, given, Object.keys(descriptions));
      return make(given);
    },
  };
}

function refuseUnknown(family: string, given: Readonly<Record<string, Rational>>, known: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const valid = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`;
  throw new InputError(`unknown parameter "${unknown}" of ${family}: ${valid}`);
}

function refuseModel(name: string, model: GibbsModel | undefined): void {
  if (model !== undefined) throw new InputError(`${name} takes no model: that is for gibbs`);
}
