/** Table 1: log-partition, natural parameter, second and fourth cumulant, all tied to the families of this package. */
import { bernoulli, calculation, normal, poisson } from 'fisher-rao';
import { allVanish } from './symbolic-heads.ts';

interface Row {
  /** The coordinate of the family and the mean; `fixed` puts in what else the row fixes. */
  readonly mean: string;
  readonly fixed?: (text: string) => string;
  readonly F: string;
  readonly h: string;
  readonly second: string;
  readonly fourth: string;
}

/**
 * The score in the mean is that of x h - F(h); second and fourth derivative of F at h, and second and fourth cumulant of
 * the family, are those of the table.
 */
function row({ mean, fixed = (text) => text, F, h, second, fourth }: Row): string {
  const atMean = (text: string): string => `at(${text}, h, ${h})`;
  const centred = (power: number): string => `E((x - ${mean})^${power})`;
  return allVanish(
    [
      `E((D(${fixed('logdensity')}, ${mean}) - D(x*(${h}) - ${atMean(F)}, ${mean}))^2)`,
      `${atMean(`D(D(${F}, h), h)`)} - ${second}`,
      `${atMean(`D(D(D(D(${F}, h), h), h), h)`)} - ${fourth}`,
      `${centred(2)} - ${second}`,
      `${centred(4)} - 3*${centred(2)}^2 - ${fourth}`,
    ].map(fixed),
  );
}

export const tableOneBernoulli = calculation({
  label: 'V-Tab1',
  title:
    "table 1, Bernoulli: F = log(1 + e^h), h = log(p/(1 - p)), F'' = p (1 - p), F'''' = p (1 - p) (6 p^2 - 6 p + 1), as derivatives and as cumulants",
  family: bernoulli(),
  symbols: { h: 'real' },
  claim: row({
    mean: 'theta',
    F: 'log(1 + exp(h))',
    h: 'log(theta/(1 - theta))',
    second: 'theta*(1 - theta)',
    fourth: 'theta*(1 - theta)*(6*theta^2 - 6*theta + 1)',
  }),
  expected: 'proved',
});

export const tableOneNormal = calculation({
  label: 'V-Tab1/normal',
  title: 'table 1, normal with σ = 1: F = h^2/2, h = μ, 1 and 0',
  family: normal(),
  symbols: { h: 'real' },
  claim: row({ mean: 'mu', fixed: (text) => `at(${text}, sigma, 1)`, F: 'h^2/2', h: 'mu', second: '1', fourth: '0' }),
  expected: 'proved',
});

export const tableOnePoisson = calculation({
  label: 'V-Tab1/poisson',
  title: 'table 1, Poisson: F = e^h, h = log λ, λ and λ',
  family: poisson(),
  symbols: { h: 'real' },
  claim: row({ mean: 'lambda', F: 'exp(h)', h: 'log(lambda)', second: 'lambda', fourth: 'lambda' }),
  expected: 'proved',
});
