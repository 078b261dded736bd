/** Sections 2.2.5 and 2.3: the network as a statistical model, and the empirical Fisher matrix. */
import { calculation, experiment, normal } from 'fisher-rao';

type Data = [number, number][];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Gradients in w of the sublosses (w x - y)^2 at the data, and the information of y ~ N(w x, 1/2). */
const empirical = (data: Data, w: number): number => mean(data.map(([x, y]) => (2 * x * (w * x - y)) ** 2));
const trueInformation = (data: Data): number => mean(data.map(([x]) => 2 * x ** 2));

const instances: { data: Data; w: number }[] = [
  {
    data: [
      [1, 1],
      [2, 0],
    ],
    w: 1,
  },
  {
    data: [
      [1, 1],
      [2, 2],
    ],
    w: 1,
  },
];

const asPrinted = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'the mean of squared gradients of (w x - y)^2 over the data = the information of N(w x, 1/2)',
    expected: 'refuted',
    instances,
    evaluate: ({ data, w }) => ({ left: empirical(data as Data, w), right: trueInformation(data as Data) }),
  });

const overLabels = (label: string) =>
  calculation({
    label,
    title: 'the two agree in the mean over labels from the model: the score of N(w x, 1/2) is 2 x (y - w x)',
    family: normal(),
    symbols: { w: 'real', a: 'real' },
    // The family's x is the label y; a is the input. At mu = w a, sigma^2 = 1/2.
    claim: 'at(E((2*a*(mu - x))^2), sigma, sqrt(1/2)) = 2*a^2',
    expected: 'proved',
  });

export const networkInformation = asPrinted(
  'T-2.2.1',
  'the Fisher information of a network is a mean over the data set (as printed)',
);
export const networkInformationRepaired = overLabels('T-2.2.1/repaired');
export const twoDefinitions = asPrinted('T-2.3.1', 'the two definitions of the information coincide (as printed)');
export const twoDefinitionsRepaired = overLabels('T-2.3.1/repaired');
export const innerProductOverData = asPrinted(
  'T-2.3.3',
  'the inner product of parameters is a mean over the data (as printed)',
);
export const innerProductOverDataRepaired = overLabels('T-2.3.3/repaired');

/** The softmax probability of the first of two classes at logits (w, 0), with squared sublosses to one-hot targets. */
const first = (w: number): number => Math.exp(w) / (1 + Math.exp(w));
const subloss = (w: number, y: number): number => 2 * ((y === 0 ? 1 : 0) - first(w)) ** 2;
const partition = (w: number): number => Math.exp(-subloss(w, 0)) + Math.exp(-subloss(w, 1));

export const probabilityFromTheSubloss = experiment({
  label: 'T-2.2.S5',
  title: 'exp(-l) is a probability (as printed): softmax with squared loss to one-hot targets',
  claim: 'exp(-l) sums to one over the classes, at w = 0 and w = 1',
  expected: 'refuted',
  instances: [{ weights: [0, 1] }],
  evaluate: ({ weights }) => ({ left: weights.map(partition), right: weights.map(() => 1) }),
});

export const probabilityWithPartitionFunction = calculation({
  label: 'T-2.2.S5/repaired',
  title: 'divided by its sum over the classes it is',
  symbols: { l1: 'real', l2: 'real', l3: 'real' },
  definitions: { Z: 'exp(-l1) + exp(-l2) + exp(-l3)' },
  claim: 'exp(-l1)/Z + exp(-l2)/Z + exp(-l3)/Z = 1',
  expected: 'proved',
});

/** A central difference of first or second order. */
const slope = (f: (w: number) => number, w: number): number => (f(w + 1e-4) - f(w - 1e-4)) / 2e-4;
const curvature = (f: (w: number) => number, w: number): number => (f(w + 1e-3) - 2 * f(w) + f(w - 1e-3)) / 1e-6;

export const sublossInTheInformation = experiment({
  label: 'T-2.2.S5a',
  title: 'the subloss may take the place of the log-likelihood (as printed): softmax with squared loss at w = 1',
  claim: 'the information of the normalised model = E[(dl)^2] = E[d^2 l]',
  expected: 'refuted',
  tolerance: 1e-6,
  certain: 5e-5,
  instances: [{ w: 1 }],
  evaluate: ({ w }) => {
    const probability = (y: number): number => Math.exp(-subloss(w, y)) / partition(w);
    const under = (f: (y: number) => number): number => probability(0) * f(0) + probability(1) * f(1);
    const logLikelihood = (y: number) => (v: number) => -subloss(v, y) - Math.log(partition(v));
    const information = under((y) => slope(logLikelihood(y), w) ** 2);
    return {
      left: [information, information],
      right: [under((y) => slope((v) => subloss(v, y), w) ** 2), under((y) => curvature((v) => subloss(v, y), w))],
    };
  },
});

export const sublossWithConstantPartition = calculation({
  label: 'T-2.2.S5a/repaired',
  title: 'it may where the partition function is constant, as for squared error: E[(dl)^2] = E[d^2 l] = 2 a^2',
  family: normal(),
  symbols: { a: 'real', w: 'real' },
  definitions: { subloss: '(w*a - x)^2' },
  claim:
    'at(at(E(D(subloss, w)^2), mu, w*a), sigma, sqrt(1/2)) = 2*a^2 = at(at(E(D(D(subloss, w), w)), mu, w*a), sigma, sqrt(1/2))',
  expected: 'proved',
});

export const innerProductOfOneVector = experiment({
  label: 'T-2.3.2',
  title: 'the inner product is that of a basis vector with itself (as printed): it gives all entries of the metric',
  claim:
    'the diagonal determines the off-diagonal: N(a + b, 1) and N(a - b, 1), both with diagonal (1, 1), have the same',
  expected: 'refuted',
  instances: [{ first: [1, 1], second: [1, -1] }],
  evaluate: ({ first: u, second: v }) => ({ left: u[0] * u[1], right: v[0] * v[1] }),
});

export const innerProductOfTwoVectors = calculation({
  label: 'T-2.3.2/repaired',
  title: 'it is that of two of them: the product of their scores',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma))',
  expected: 'proved',
});

export const informationIsMetric = calculation({
  label: 'T-2.3.4',
  title: 'the information is a Riemannian metric (as printed): its determinant is not zero, for N(a + b, 1)',
  symbols: { a: 'real', b: 'real' },
  definitions: { det: 'D(a + b, a)^2*D(a + b, b)^2 - (D(a + b, a)*D(a + b, b))^2' },
  claim: 'det = D(a + b, a)',
  expected: 'refuted',
});

export const informationIsMetricRepaired = calculation({
  label: 'T-2.3.4/repaired',
  title: 'where it is positive definite: for the normal family the determinant is 2/sigma^4',
  family: normal(),
  claim: 'metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2 = 2/sigma^4',
  expected: 'proved',
});

export const meaningOfTheEntries = experiment({
  label: 'T-2.3.7',
  title: 'diagonal entries measure how similar the change under two parameters is (as printed)',
  claim: 'N(a + b, 1) and N(a - b, 1), where the two change the mean alike and oppositely, differ in the diagonal',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ first: [1, 1], second: [1, -1] }],
  evaluate: ({ first: u, second: v }) => ({
    left: 1e-3,
    right: Math.abs(u[0] ** 2 - v[0] ** 2) + Math.abs(u[1] ** 2 - v[1] ** 2),
  }),
});

export const meaningOfTheOffDiagonal = calculation({
  label: 'T-2.3.7/repaired',
  title: 'off-diagonal entries do: for a mean m(a, b) with unit noise the entry is the product of its derivatives',
  family: normal(),
  symbols: { a: 'real', b: 'real' },
  functions: ['m'],
  definitions: { first: '(x - mu)/sigma^2*D(m(a, b), a)', second: '(x - mu)/sigma^2*D(m(a, b), b)' },
  claim: 'at(E((first)*(second)), sigma, 1) = D(m(a, b), a)*D(m(a, b), b)',
  expected: 'proved',
});

export const infeasibility = calculation({
  label: 'T-2.3.8',
  title: 'a Fisher matrix of 10^6 parameters takes 4 10^12 bytes in single precision',
  claim: '4*(10^6)^2 = 4*10^12',
  expected: 'proved',
});
