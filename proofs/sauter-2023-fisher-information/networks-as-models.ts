/** Sections 2.2.5 and 2.3: the network as a statistical model, and the empirical Fisher matrix. */
import {
  declare,
  type Experiment,
  experiment,
  type GeneralStatement,
  type Natural,
  type PointVariable,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { bernoulliHead, denseNetwork, normalHead } from 'fisher-rao/network';
import { at, fisherOf, lossOf, moved } from '../networks.ts';
import { f, regularEach, score } from './setting.ts';
import { meanOfASum } from './sums-over-observations.ts';

const { multiply, sum } = term;

/** Data (x, y) at which a linear network w x + b is looked at, b being 0. */
interface Observed {
  readonly [name: string]: 'normal' | 'bernoulli' | number | number[][];
  readonly head: 'normal' | 'bernoulli';
  readonly w: number;
  readonly data: number[][];
}

const cases: Observed[] = [
  {
    head: 'normal',
    w: 1,
    data: [
      [1, 1],
      [2, 0],
    ],
  },
  {
    head: 'normal',
    w: 1,
    data: [
      [1, 1],
      [2, 2],
    ],
  },
  { head: 'bernoulli', w: 2, data: [[1, 1]] },
];

/** The information as the thesis prints it: products of derivatives of the sublosses at the given labels, in the mean. */
export const asPrinted = (label: string, title: string): Experiment<Observed> =>
  experiment({
    label,
    title,
    claim: 'the mean over the data of products of derivatives of sublosses = F of the same model, entry by entry',
    expected: 'refuted',
    tolerance: 1e-7,
    certain: 1e-4,
    instances: cases,
    evaluate: async ({ head, w, data }) => {
      // Up to a constant (w x + b - y)^2 is minus the log-density of N(w x + b, 1/2).
      const law = head === 'normal' ? normalHead(Math.SQRT1_2) : bernoulliHead();
      const setting = { network: denseNetwork([1, 1]), head: law, theta: [w, 0], inputs: data.map(([x]) => [x]) };
      const step = 1e-4;
      const gradients = await Promise.all(
        data.map(([x, y]) =>
          Promise.all(
            [
              [1, 0],
              [0, 1],
            ].map(async (along) => {
              const loss = (sign: number) =>
                lossOf({ ...at(setting, moved([w, 0], sign * step, along)), inputs: [[x]] }, [y]);
              return ((await loss(1)) - (await loss(-1))) / (2 * step);
            }),
          ),
        ),
      );
      const pairs = [
        [0, 0],
        [0, 1],
        [1, 1],
      ];
      const F = await fisherOf(setting);
      return {
        left: pairs.map(([k, l]) => gradients.reduce((total, g) => total + g[k] * g[l], 0) / data.length),
        right: pairs.map(([k, l]) => F[k][l]),
      };
    },
  });

/** Two vectors by their components, and the score of an observation along one. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const [A, B] = [declare.function('A', k.space), declare.function('B', k.space)];
const along = (vector: typeof A, place: typeof k, number: Natural, of: PointVariable): Term =>
  sum(place, multiply(vector(place), score(place, f(number, of))));

/** The information as the mean over labels drawn from the model, at n inputs with a label space and a law each. */
export const overLabels = (label: string): GeneralStatement =>
  statement({
    label,
    title:
      'the two agree in the mean over labels drawn from the model: sum_n A.s_n B.s_n at drawn labels has the mean sum_n A.F_n B, for any inputs, laws and vectors A, B',
    given: regularEach,
    ...meanOfASum('E', (number, of) => multiply(along(A, k, number, of), along(B, m, number, of))),
    expected: 'proved',
  });

/** The softmax probability of the first of two classes at logits (w, 0), with squared sublosses to one-hot targets. */
const first = (w: number): number => Math.exp(w) / (1 + Math.exp(w));

/** The subloss of a datum. */
export const subloss = (w: number, y: number): number => 2 * ((y === 0 ? 1 : 0) - first(w)) ** 2;

/** The sum of exp(-subloss) over labels. */
export const partition = (w: number): number => Math.exp(-subloss(w, 0)) + Math.exp(-subloss(w, 1));
