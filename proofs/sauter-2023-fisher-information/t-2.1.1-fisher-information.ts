import { by, type Direction, declare, equation, inequality, start, statement, term } from 'fisher-rao';
import { i, information, j, p, regularX, score, x } from './setting.ts';

const { multiply, square, sum } = term;

const exchanged = sum(x, multiply(p(x), score(j, p(x)), score(i, p(x))));

export const fisherInformation = statement({
  label: 'T-2.1.1',
  title: 'the information is symmetric in its two directions',
  given: regularX,
  claim: equation(information(x, p(x)), exchanged),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(exchanged, by.algebra),
});

/** Coordinates to sum over, and a vector. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const v = declare.function('v', [k]);
const along = (of: Direction) => sum(of, multiply(v(of), score(of, p(x))));
const form = sum(k, sum(m, multiply(v(k), v(m), sum(x, multiply(p(x), score(k, p(x)), score(m, p(x)))))));
const meanSquare = sum(x, multiply(p(x), square(along(k))));

export const positiveSemidefinite = statement({
  label: 'T-2.1.1/semidefinite',
  title: 'and positive semidefinite: its quadratic form in any vector v is a mean of squares',
  given: regularX,
  claim: inequality(0, form),
  expected: 'proved',
  proof: () => start(0).atMost(meanSquare, by.difference(meanSquare)).equals(form, by.rearrangement),
});
