/** Table 1: log-partition, natural parameter, second and fourth cumulant, all tied to the families of this package. */
import { bernoulli, calculation, experiment, normal, poisson } from 'fisher-rao';
import { total } from './lists.ts';
import { analysed, drawNetwork } from './networks.ts';
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

/** F'' and F'''' of the table at the output h. */
const rows = {
  bernoulli: (h: number) => {
    const p = 1 / (1 + Math.exp(-h));
    return [p * (1 - p), p * (1 - p) * (6 * p ** 2 - 6 * p + 1)];
  },
  normal: () => [1, 0],
  poisson: (h: number) => [Math.exp(h), Math.exp(h)],
};

export const tableOneOnNetworks = experiment({
  label: 'V-Tab1/networks',
  title:
    'table 1 at the outputs of random networks: variance and fourth cumulant of their labels by sums over all labels',
  claim: "Var(y) = F'' and E[(y - η)^4] - 3 Var(y)^2 = F''''",
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(4 * Math.floor(seed / 3) + [0, 2, 3][seed % 3], { outputs: 1 }),
  cases: 60,
  evaluate: async (network) => {
    const [{ labels, weights, h }] = await analysed(network);
    const mean = total(labels.map(([y], k) => weights[k] * y));
    const moment = (power: number) => total(labels.map(([y], k) => weights[k] * (y - mean) ** power));
    const [second, fourth] = rows[network.head as keyof typeof rows](h[0]);
    const unit = 3 * second ** 2 + second;
    return {
      left: [moment(2) / second, (moment(4) - 3 * moment(2) ** 2) / unit],
      right: [1, fourth / unit],
    };
  },
});
