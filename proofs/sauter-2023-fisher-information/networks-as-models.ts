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

/** The information as the thesis prints it: the gradient at the given label, without a mean over labels. */
export const asPrinted = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'the mean of squared gradients of (w x - y)^2 over the data = the information of N(w x, 1/2)',
    expected: 'refuted',
    instances,
    evaluate: ({ data, w }) => ({ left: empirical(data as Data, w), right: trueInformation(data as Data) }),
  });

/** The information as the mean over labels drawn from the model. */
export const overLabels = (label: string) =>
  calculation({
    label,
    title: 'the two agree in the mean over labels from the model: the score of N(w x, 1/2) is 2 x (y - w x)',
    family: normal(),
    symbols: { w: 'real', a: 'real' },
    // The family's x is the label y; a is the input. At mu = w a, sigma^2 = 1/2.
    claim: 'at(E((2*a*(mu - x))^2), sigma, sqrt(1/2)) = 2*a^2',
    expected: 'proved',
  });

/** The softmax probability of the first of two classes at logits (w, 0), with squared sublosses to one-hot targets. */
const first = (w: number): number => Math.exp(w) / (1 + Math.exp(w));

/** The subloss of a datum. */
export const subloss = (w: number, y: number): number => 2 * ((y === 0 ? 1 : 0) - first(w)) ** 2;

/** The sum of exp(-subloss) over labels. */
export const partition = (w: number): number => Math.exp(-subloss(w, 0)) + Math.exp(-subloss(w, 1));
