import fc from 'fast-check';
import { familyPoints, simplexPoints } from 'fisher-rao/testing';
import { rational } from '../../src/algebra/index.ts';
import {
  bernoulli,
  beta,
  binomial,
  categorical,
  cauchy,
  chiSquared,
  exponential,
  type Family,
  frechet,
  gamma,
  generalisedNormal,
  geometric,
  gibbs,
  gumbel,
  hyperbolicSecant,
  inverseGamma,
  inverseGaussian,
  laplace,
  logistic,
  logLogistic,
  logNormal,
  multinomial,
  nakagami,
  negativeBinomial,
  normal,
  type Point,
  pareto,
  poisson,
  rayleigh,
  reparametrize,
  spinModel,
  studentT,
  uniform,
  vonMises,
  vonMisesFisher,
  weibull,
} from '../../src/families/index.ts';

/** A family with points in its domain. */
export interface AgreementCase {
  readonly title: string;
  readonly family: Family;
  readonly points: fc.Arbitrary<Point>;
  /** How many points; 3 unless given. */
  readonly runs?: number;
}

/**
 * Points whose coordinates are from `least` to `least` + 4: the nodes of quadrature reach towards 0 until the density is
 * negligible, which must happen where float32 still holds squares, in which programs take log|x|.
 */
function shapePoint(family: Family, least: number): fc.Arbitrary<Point> {
  const shape = fc.integer({ min: 8 * least, max: 8 * least + 32 }).map((n) => rational(n, 8));
  return fc.record(Object.fromEntries(family.coordinates.map(({ name }) => [name, shape])));
}

function agreementCase(title: string, family: Family, points = familyPoints(family)): AgreementCase {
  return { title, family, points };
}

const variance = reparametrize(
  normal(),
  [
    { name: 'mu', domain: 'real' },
    { name: 'v', domain: 'positive' },
  ],
  { mu: 'mu', sigma: 'sqrt(v)' },
);

const narrow = fc
  .record({ mu: fc.integer({ min: -16, max: 16 }), sigma: fc.integer({ min: 4, max: 24 }) })
  .map(({ mu, sigma }) => ({ mu: rational(mu, 8), sigma: rational(sigma, 16) }));

/** Locations from -2 to 2 and scales or shapes from 1 to 4: nodes of quadrature stay where float32 tells points apart. */
function locationScale(family: Family, least = 1): fc.Arbitrary<Point> {
  const values = family.coordinates.map(({ name, domain }) => [
    name,
    domain === 'real'
      ? fc.integer({ min: -8, max: 8 }).map((n) => rational(n, 4))
      : fc.integer({ min: 8 * least, max: 32 }).map((n) => rational(n, 8)),
  ]);
  return fc.record(Object.fromEntries(values));
}

function pivotal(title: string, family: Family, least?: number): AgreementCase {
  return { ...agreementCase(title, family, locationScale(family, least)), runs: 1 };
}

/** A new family takes one line here. */
export const agreementCases: readonly AgreementCase[] = [
  agreementCase('normal', normal()),
  agreementCase('normal in mean and variance', variance),
  agreementCase('binomial, n = 5', binomial(rational(5))),
  agreementCase('categorical, 3 outcomes', categorical(3), simplexPoints(3)),
  agreementCase('categorical, 4 outcomes', categorical(4), simplexPoints(4)),
  agreementCase('gibbs, two spins with fields', gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' }))),
  agreementCase('gibbs, ring of three spins', gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' }))),
  agreementCase('bernoulli', bernoulli()),
  agreementCase('beta', beta(), shapePoint(beta(), 4)),
  agreementCase('chi-squared', chiSquared(), shapePoint(chiSquared(), 8)),
  agreementCase('exponential', exponential(), shapePoint(exponential(), 1)),
  agreementCase('gamma', gamma(), shapePoint(gamma(), 4)),
  agreementCase('geometric', geometric(), familyPoints(geometric())),
  agreementCase('inverse gamma', inverseGamma(), shapePoint(inverseGamma(), 4)),
  agreementCase('inverse Gaussian', inverseGaussian(), shapePoint(inverseGaussian(), 1)),
  agreementCase('log-normal', logNormal(), narrow),
  agreementCase(
    'negative binomial, r = 5/2',
    negativeBinomial(rational(5, 2)),
    familyPoints(negativeBinomial(rational(5, 2))),
  ),
  agreementCase('poisson', poisson(), shapePoint(poisson(), 1)),
  agreementCase('rayleigh', rayleigh(), shapePoint(rayleigh(), 1)),
  agreementCase('multinomial, 3 outcomes in 4 draws', multinomial(3, rational(4)), simplexPoints(3)),
  agreementCase('nakagami', nakagami(), shapePoint(nakagami(), 2)),
  pivotal('cauchy', cauchy()),
  pivotal('frechet', frechet()),
  pivotal('generalised normal, p = 3', generalisedNormal(rational(3))),
  pivotal('gumbel', gumbel()),
  pivotal('hyperbolic secant', hyperbolicSecant()),
  pivotal('laplace', laplace()),
  pivotal('log-logistic', logLogistic()),
  pivotal('logistic', logistic()),
  pivotal('pareto', pareto()),
  pivotal('student-t, nu = 5', studentT(rational(5))),
  pivotal('uniform', uniform()),
  pivotal('weibull', weibull()),
  // In doubles 1 - A/kappa - A^2 = A' loses digits as kappa grows: a matter of the closed form, not of the agreement.
  agreementCase(
    'von Mises',
    vonMises(),
    fc
      .record({ mu: fc.integer({ min: -16, max: 16 }), kappa: fc.integer({ min: 4, max: 16 }) })
      .map(({ mu, kappa }) => ({ mu: rational(mu, 8), kappa: rational(kappa, 8) })),
  ),
  {
    title: 'von Mises-Fisher',
    family: vonMisesFisher(),
    runs: 1,
    points: fc
      .record({ kappa: fc.integer({ min: 4, max: 16 }), theta: fc.integer({ min: 4, max: 20 }), phi: fc.nat(40) })
      .map(({ kappa, theta, phi }) => ({
        kappa: rational(kappa, 8),
        theta: rational(theta, 8),
        phi: rational(phi - 20, 8),
      })),
  },
];
