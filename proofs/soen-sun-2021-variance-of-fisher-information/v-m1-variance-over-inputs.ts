import {
  assume,
  by,
  calculation,
  declare,
  equation,
  experiment,
  normal,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { covariance, distance, estimates } from './network-estimates.ts';
import { analysed, drawFewLabels } from './networks.ts';

const { add, multiply, subtract, sum } = term;

/** y ~ N(t x, 1) at inputs 1 and 3 with probabilities p and 1 - p; the mean of a quantity over the labels at input x. */
const meanAt = (x: number, text: string): string =>
  `at(at(at(E(${text}), sigma, 1), mu, ${x}*t), t, t)`.replaceAll('LOG', `at(at(logdensity, sigma, 1), mu, ${x}*t)`);
const overInputs = (text: string): string => `(p*${meanAt(1, text)} + (1 - p)*${meanAt(3, text)})`;
const second = 'D(D(LOG, t), t)';
const first = 'D(LOG, t)^2';
const joint = (quantity: string): string => `${overInputs(`(${quantity})^2`)} - ${overInputs(quantity)}^2`;
const averaged = (quantity: string): string =>
  `p*(${meanAt(1, `(${quantity})^2`)} - ${meanAt(1, quantity)}^2) + (1 - p)*(${meanAt(3, `(${quantity})^2`)} - ${meanAt(3, quantity)}^2)`;

export const oneInput = calculation({
  label: 'V-M1',
  title:
    'results for one input generalise by averaging (as printed): the variance of the second estimator from one pair (x, y), y ~ N(t x, 1), x = 1 or 3',
  family: normal(),
  symbols: { p: 'unit', t: 'real' },
  claim: `${joint(second)} = ${averaged(second)}`,
  expected: 'refuted',
});

export const firstEstimatorOverInputs = calculation({
  label: 'V-M1/first-estimator',
  title: 'at p = 1/2 the variances are 16 instead of 0 for the second estimator, and 98 instead of 82 for the first',
  family: normal(),
  symbols: { p: 'unit', t: 'real' },
  claim: `0 = at(${joint(second)}, p, 1/2) - 16 = at(${averaged(second)}, p, 1/2) = at(${joint(first)}, p, 1/2) - 98 = at(${averaged(first)}, p, 1/2) - 82`,
  expected: 'proved',
});

/** Inputs x of probability q(x), labels y of probability p(y | x), quantities u and w of both. */
const X = declare.measureSpace('X');
const Y = declare.measureSpace('Y');
const [x, another] = [declare.point('x', X), declare.point('v', X)];
const y = declare.point('y', Y);
const q = declare.function('q', X);
const [p, u, w] = ['p', 'u', 'w'].map((name) => {
  const f = declare.function(name, [x, y]);
  return (input: typeof x) => f(input, y);
});
type Quantity = (input: typeof x) => Term;
const product: Quantity = (input) => multiply(u(input), w(input));
const given = (quantity: Quantity, input = x) => sum(y, multiply(p(input), quantity(input)));
const mean = (quantity: Quantity, input = x) => sum(input, multiply(q(input), given(quantity, input)));

const jointCovariance = subtract(mean(product), multiply(mean(u), mean(w)));
const means = [mean(u, another), mean(w, another)];
const decomposed = add(
  sum(x, multiply(q(x), subtract(given(product), multiply(given(u), given(w))))),
  sum(x, multiply(q(x), subtract(given(u), means[0]), subtract(given(w), means[1]))),
);

const weighted = (quantity: Quantity): Term => multiply(p(x), quantity(x));
/** The mean of u w over inputs and labels exists, and those of u and w over the labels at each input; so do their products. */
const moments = [
  ...[u, w, product].map((quantity) => assume.integrable(weighted(quantity), y)),
  ...[u, w, product].map((quantity) => assume.integrable(multiply(q(x), given(quantity)), x)),
  assume.integrable(multiply(q(x), given(u), given(w)), x),
];

export const varianceOverInputs = statement({
  label: 'V-M1/repaired',
  title:
    'with random inputs a covariance is the mean of the covariances at each input plus the covariance of the means: any laws, inputs and labels',
  given: [assume.normalised(q), ...moments],
  claim: equation(jointCovariance, decomposed),
  expected: 'proved',
  proof: () =>
    start(jointCovariance)
      .equals(add(jointCovariance, multiply(...means, subtract(sum(x, q(x)), 1))), by.normalisation(q))
      .equals(decomposed, by.linearity),
});

export const severalInputs = experiment({
  label: 'V-M1/networks',
  title:
    'with one label at each of two fixed inputs the covariance is the sum of those at each input over M^2, not over M: random networks, over all pairs of labels',
  claim: 'Cov of the average over inputs = sum_m Cov_m/M^2',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => {
    const network = drawFewLabels(seed);
    return { ...network, inputs: [network.inputs[0], network.inputs[0].map((value) => 1 - value)] };
  },
  cases: 8,
  evaluate: async (network) => {
    const inputs = await analysed(network);
    const distances = (['first', 'second'] as const).map((which) => {
      const [one, two] = inputs.map((at) => covariance(estimates([at]), which));
      return distance(
        covariance(estimates(inputs), which),
        one.map((value, place) => (value + two[place]) / 4),
      );
    });
    return { left: distances, right: [0, 0] };
  },
});
