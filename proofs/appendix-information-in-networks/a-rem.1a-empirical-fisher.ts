import {
  assume,
  by,
  type Direction,
  declare,
  equation,
  experiment,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { bernoulliHead, denseNetwork } from 'fisher-rao/network';
import { fisherOf, gradientOf } from '../networks.ts';
import { i, j } from './setting.ts';

/** The gradients of the sublosses of logistic regression at w, with the bias at zero. */
const gradients = async (data: readonly number[][], w: number): Promise<number[]> => {
  const setting = { network: denseNetwork([1, 1]), head: bernoulliHead(), theta: [w, 0], inputs: [[0]] };
  return Promise.all(data.map(async ([x, y]) => (await gradientOf({ ...setting, inputs: [[x]] }, [y]))[0]));
};

export const empiricalFisher = experiment({
  label: 'A-Rem.1a',
  title: 'the covariance of the training gradients is the empirical Fisher matrix (as printed); logistic regression',
  claim: 'the covariance of the gradients in w = the entry of the empirical Fisher matrix',
  expected: 'refuted',
  instances: [
    { data: [[1, 1]], w: 0 },
    {
      data: [
        [1, 1],
        [2, 0],
      ],
      w: 0.5,
    },
  ],
  evaluate: async ({ data, w }) => {
    const g = await gradients(data, w);
    const mean = g.reduce((sum, value) => sum + value, 0) / g.length;
    const covariance = g.reduce((sum, value) => sum + (value - mean) ** 2, 0) / g.length;
    const inputs = data.map(([x]) => [x]);
    const setting = { network: denseNetwork([1, 1]), head: bernoulliHead(), theta: [w, 0], inputs };
    const F = await fisherOf(setting, { kind: 'empirical', targets: data.map(([, y]) => y) });
    return { left: covariance, right: F[0][0] };
  },
});

const { add, derivative, divide, multiply, subtract, sum } = term;

/** Any number of data with a subloss for each; a second variable for the means. */
const D = declare.space('D');
const [d, e] = [declare.point('d', D), declare.point('e', D)];
const l = declare.function('l', D);
const average = (of: Term): Term => divide(sum(d, of), sum(d, 1));
const meanAlong = (along: Direction): Term => divide(sum(e, derivative(along, l(e))), sum(e, 1));
const empirical = average(multiply(derivative(i, l(d)), derivative(j, l(d))));
const centred = (along: Direction): Term => subtract(derivative(along, l(d)), meanAlong(along));
const covariance = average(multiply(centred(i), centred(j)));

export const empiricalFisherAndCovariance = statement({
  label: 'A-Rem.1a/repaired',
  title:
    'the empirical Fisher matrix is the covariance of the gradients plus the product of their means, for any number of data',
  given: [assume.differentiable(l)],
  claim: equation(empirical, add(covariance, multiply(meanAlong(i), meanAlong(j)))),
  expected: 'proved',
  proof: () => start(empirical).equals(add(covariance, multiply(meanAlong(i), meanAlong(j))), by.linearity),
});
