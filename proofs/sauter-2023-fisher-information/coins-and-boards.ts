/** Section 2.1: the Galton board, coins, sufficiency. */
import { algebra, bernoulli, binomial, calculation, experiment } from 'fisher-rao';

/** The probability of k successes in n trials. */
function binomialMass(n: number, k: number, p: number): number {
  let log = k * Math.log(p) + (n - k) * Math.log(1 - p);
  for (let j = 1; j <= k; j++) log += Math.log((n - k + j) / j);
  return Math.exp(log);
}

/** The standard normal distribution function, by its series. */
function normalCdf(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [term, sum] = [z, z];
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 400; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

function largestCdfError(n: number): number {
  const deviation = Math.sqrt(n) / 2;
  let [cdf, worst] = [0, 0];
  for (let k = 0; k <= n; k++) {
    cdf += binomialMass(n, k, 0.5);
    worst = Math.max(worst, Math.abs(cdf - normalCdf((k + 0.5 - n / 2) / deviation)));
  }
  return worst;
}

export const galtonBoard = experiment({
  label: 'T-2.1.G',
  title: 'binomial distributions approximate the normal distribution (as printed): for a board of any size',
  claim: 'the distribution functions differ by less than 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ n: 100 }, { n: 12 }],
  evaluate: ({ n }) => ({ left: largestCdfError(n), right: 1e-3 }),
});

export const normalApproximation = experiment({
  label: 'T-2.1.G/approximation',
  title: 'the normal distribution approximates large boards: the error falls as 1/n',
  claim: 'the largest errors for n = 12, 100, 1000 are 2.37e-3, 2.73e-4, 2.72e-5',
  expected: 'supported',
  tolerance: 2e-5,
  certain: 1e-3,
  instances: [{ sizes: [12, 100, 1000], errors: [2.37e-3, 2.73e-4, 2.72e-5] }],
  evaluate: ({ sizes, errors }) => ({ left: sizes.map(largestCdfError), right: errors }),
});

export const meanAndVariance = calculation({
  label: 'T-2.1.G/repaired',
  title: 'the normal distribution with the mean n p and the variance n p (1 - p) of the board is the approximation',
  family: binomial(algebra.rational(6)),
  claim: 'E((x - E6)^2) = 6*theta*(1 - theta)',
  definitions: { E6: '6*theta' },
  expected: 'proved',
});

export const dropInPosition = experiment({
  label: 'T-2.1.G2',
  title: 'the information in the drop-in position (as printed): the score exists at every outcome',
  claim: 'p(x | theta + 1)/p(x | theta) is positive for every outcome x of the board at theta',
  expected: 'refuted',
  instances: [{ n: 4, theta: 0 }],
  evaluate: ({ n, theta }) => {
    const mass = (x: number, at: number): number => (x < at || x > at + n ? 0 : binomialMass(n, x - at, 0.5));
    const outcomes = Array.from({ length: n + 1 }, (_, k) => theta + k);
    return { left: outcomes.map((x) => Math.sign(mass(x, theta + 1))), right: outcomes.map(() => 1) };
  },
});

export const tiltedBoard = calculation({
  label: 'T-2.1.G2/repaired',
  title: 'a tilted board is regular: the information in the tilt is n/(p (1 - p))',
  family: binomial(algebra.rational(6)),
  claim: 'metric(theta, theta) = 6/(theta*(1 - theta))',
  expected: 'proved',
});

export const likelihood = calculation({
  label: 'T-2.1.L',
  title: 'one function of x and theta, read as a density of x or as the likelihood of theta',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'D(log(f(x, theta)), theta) = D(f(x, theta), theta)/f(x, theta)',
  expected: 'proved',
});

const bits = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, k) => Array.from({ length: n }, (_unused, j) => (k >> j) & 1));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const probability = (x: readonly number[], theta: number): number =>
  theta ** sum(x) * (1 - theta) ** (x.length - sum(x));

export const numberOfHeads = experiment({
  label: 'T-2.1.C1',
  title: 'the number of heads is binomial, and (1, 1, 0, 1, 0) has three',
  claim: 'the probability of y heads, summed over records = C(n, y) theta^y (1 - theta)^(n - y)',
  expected: 'supported',
  draw: (seed) => ({ n: 1 + (seed % 6), theta: 0.05 + (seed % 9) / 10 }),
  evaluate: ({ n, theta }) => {
    const counts = Array.from({ length: n + 1 }, (_, y) => y);
    const summed = counts.map((y) =>
      sum(
        bits(n)
          .filter((x) => sum(x) === y)
          .map((x) => probability(x, theta)),
      ),
    );
    return { left: [...summed, sum([1, 1, 0, 1, 0])], right: [...counts.map((y) => binomialMass(n, y, theta)), 3] };
  },
});

export const countingOutcomes = experiment({
  label: 'T-2.1.C2',
  title: 'the number of heads has n possible values (as printed)',
  claim: 'the number of values of y = n',
  expected: 'refuted',
  instances: [{ n: 1 }],
  evaluate: ({ n }) => ({ left: new Set(bits(n).map(sum)).size, right: n }),
});

export const countingOutcomesInduction = calculation({
  label: 'T-2.1.C2/repaired',
  title: 'it has n + 1: the binomial probabilities of 0, ..., n sum to one, here for n = 6 with its seven terms',
  symbols: { t: 'unit' },
  claim: '(1 - t)^6 + 6*t*(1 - t)^5 + 15*t^2*(1 - t)^4 + 20*t^3*(1 - t)^3 + 15*t^4*(1 - t)^2 + 6*t^5*(1 - t) + t^6 = 1',
  expected: 'proved',
});

export const conditionalLaw = experiment({
  label: 'T-2.1.C3',
  title: 'given y heads every record has the probability 1/C(n, y) (as printed)',
  claim: 'p(x | y, theta) = 1/C(n, y) for every record x',
  expected: 'refuted',
  instances: [{ n: 2, y: 1, theta: 0.3 }],
  evaluate: ({ n, y, theta }) => {
    const all = bits(n);
    const total = sum(all.filter((x) => sum(x) === y).map((x) => probability(x, theta)));
    const count = all.filter((x) => sum(x) === y).length;
    return {
      left: all.map((x) => (sum(x) === y ? probability(x, theta) / total : 0)),
      right: all.map(() => 1 / count),
    };
  },
});

export const conditionalLawOfRecords = calculation({
  label: 'T-2.1.C3/repaired',
  title:
    'every record with y heads has it: the probability of one such record over that of y heads does not contain theta',
  symbols: { theta: 'unit' },
  // n = 5, y = 3: ten records.
  claim: 'theta^3*(1 - theta)^2/(10*theta^3*(1 - theta)^2) = 1/10',
  expected: 'proved',
});

export const sufficiency = calculation({
  label: 'T-2.1.C4',
  title: 'the number of heads carries the information of the record, n/(theta (1 - theta)): n times that of one toss',
  family: binomial(algebra.rational(10)),
  claim:
    'metric(theta, theta) = 10/(theta*(1 - theta)) = E(D(logdensity, theta)^2) = -E(D(D(logdensity, theta), theta))',
  expected: 'proved',
});

export const dataProcessing = calculation({
  label: 'T-2.1.C4/data-processing',
  title: 'a statistic that is not sufficient carries less: the largest of three tosses',
  // It is 0 with probability (1 - t)^3.
  symbols: { t: 'unit' },
  definitions: { q: '(1 - t)^3', information: 'D(q, t)^2/(q*(1 - q))' },
  claim: 'information <= 3/(t*(1 - t))',
  difference: '3*(1 + 2*(1 - t))/((1 - t)*(3*(1 - t) + t^2))',
  expected: 'proved',
});

export const tenTosses = calculation({
  label: 'T-2.3.C',
  title: 'ten tosses: both observables carry 10/(theta (1 - theta))',
  family: bernoulli(),
  claim: '10*metric(theta, theta) = 10/(theta*(1 - theta))',
  expected: 'proved',
});
