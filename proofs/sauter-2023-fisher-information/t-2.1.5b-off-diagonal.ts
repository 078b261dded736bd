import {
  by,
  calculation,
  type Direction,
  inequality,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { cauchySchwarz, first, second, weight } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';
import { meanOfTwo, pulledBack } from './normal-family.ts';
import { i, information, j, p, regularX, score, x } from './setting.ts';

const { multiply, square, sum } = term;

export const offDiagonal = calculation({
  ...meanOfTwo,
  symbols: { ...meanOfTwo.symbols, t: 'positive' },
  label: 'T-2.1.5b',
  title:
    'off-diagonal entries measure the similarity of parameters (as printed): in N(a + b, s^2) the two are as similar for any s',
  claim: `${pulledBack('(a + b)', 'a', 'b')} = ${pulledBack('(a + b)', 'a', 'b', 't')}`,
  expected: 'refuted',
});

const informationOf = (one: Direction): Term => sum(x, multiply(p(x), square(score(one, p(x)))));
const bound = multiply(informationOf(i), informationOf(j));

export const similarity = statement({
  label: 'T-2.1.5b/repaired',
  title: 'the similarity is I_ij/sqrt(I_ii I_jj), between -1 and 1 for every family: I_ij^2 <= I_ii I_jj',
  given: regularX,
  claim: inequality(square(information(x, p(x))), bound),
  expected: 'proved',
  proof: () =>
    start(square(information(x, p(x)))).atMost(
      bound,
      by.theorem(theoremOf(cauchySchwarz), {
        functions: [
          [weight, (at: PointVariable) => p(at)],
          [first, (at: PointVariable) => score(i, p(at))],
          [second, (at: PointVariable) => score(j, p(at))],
        ],
      }),
    ),
});

const scaleFree = (mean: string): string =>
  `${pulledBack(mean, 'a', 'b')}/sqrt(${pulledBack(mean, 'a', 'a')}*${pulledBack(mean, 'b', 'b')})`;

export const similarityOfEqual = calculation({
  ...meanOfTwo,
  label: 'T-2.1.5b/values',
  title: 'I_12/sqrt(I_11 I_22) is 1 for N(a + b, s^2), whatever s is',
  claim: `${scaleFree('(a + b)')} = 1`,
  expected: 'proved',
});

export const similarityOfOpposite = calculation({
  ...meanOfTwo,
  label: 'T-2.1.5b/opposite',
  title: '-1 for N(a - b, s^2)',
  claim: `${scaleFree('(a - b)')} = -1`,
  expected: 'proved',
});

export const similarityOfMeanAndWidth = calculation({
  label: 'T-2.1.5b/mean-and-width',
  title: 'and 0 for mean and width of the normal family',
  family: meanOfTwo.family,
  claim: 'metric(mu, sigma)/sqrt(metric(mu, mu)*metric(sigma, sigma)) = 0',
  expected: 'proved',
});
