import { by, calculation, type Direction, equation, start, statement, term } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';
import { i, j, p, regularX, score, x } from './setting.ts';

const { add, multiply, square, subtract, sum } = term;

export const meaningOfTheEntries = calculation({
  ...meanOfTwo,
  label: 'T-2.3.7',
  title:
    'diagonal entries measure how similar the change under two parameters is (as printed): that of N(a + b, s^2), where it is the same, and of N(a - b, s^2), where it is opposite, differ',
  claim: `${pulledBack('(a + b)', 'a', 'a')} - ${pulledBack('(a - b)', 'a', 'a')} = 1`,
  expected: 'refuted',
});

const entry = (one: Direction, other: Direction) => sum(x, multiply(p(x), score(one, p(x)), score(other, p(x))));
const apart = sum(x, multiply(p(x), square(subtract(score(i, p(x)), score(j, p(x))))));

export const meaningOfTheOffDiagonal = statement({
  label: 'T-2.3.7/repaired',
  title:
    'off-diagonal entries do: the mean square by which the changes of log p under two parameters differ is g_ii + g_jj - 2 g_ij, where g_ii is that of the one change; for all families',
  given: regularX,
  claim: equation(apart, subtract(add(entry(i, i), entry(j, j)), multiply(2, entry(i, j)))),
  expected: 'proved',
  proof: () => start(apart).equals(subtract(add(entry(i, i), entry(j, j)), multiply(2, entry(i, j))), by.linearity),
});
