import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { informationOfAPair } from './information-of-a-pair.ts';
import { i, information, j, p, q, regularX, regularY, score, x, y } from './setting.ts';

const { add, multiply, sum } = term;

/** Two tosses of a coin: lines 1, 2, 4 and 7 of the chain as they stand, and the information. */
function printedLines(theta: number): { lines: number[]; information: number } {
  const outcomes = [0, 1].flatMap((a) => [0, 1].map((b) => [a, b]));
  const one = (a: number): number => (a === 1 ? theta : 1 - theta);
  const scoreOf = (a: number): number => (a === 1 ? 1 / theta : -1 / (1 - theta));
  const total = (g: (a: number, b: number) => number): number => outcomes.reduce((s, [a, b]) => s + g(a, b), 0);
  const both = (a: number, b: number): number => scoreOf(a) + scoreOf(b);
  return {
    lines: [
      total((a, b) => both(a, b) ** 2), // a sum over records where the expectation is needed
      total((a, b) => (one(a) * one(b) * both(a, b)) ** 2 / (one(a) * one(b))),
      total((a, b) => one(a) * one(b) * both(a, b)), // the second factor lost
      total((a, b) => scoreOf(a) ** 2 + scoreOf(b) ** 2),
    ],
    information: total((a, b) => one(a) * one(b) * both(a, b) ** 2),
  };
}

export const proofChain = experiment({
  label: 'T-A.1.3',
  title: 'the chain that proves additivity (as printed): every line has the same value, for two tosses of a coin',
  claim: 'lines 1, 2, 4 and 7 = the information of the two tosses',
  expected: 'refuted',
  instances: [{ theta: 0.3 }],
  evaluate: ({ theta }) => {
    const { lines, information: value } = printedLines(theta);
    return { left: lines, right: lines.map(() => value) };
  },
});

const pq = multiply(p(x), q(y));
const ofThePair = sum(x, sum(y, multiply(pq, multiply(score(i, pq), score(j, pq)))));
const ofTheTwo = add(information(x, p(x)), information(y, q(y)));

export const proofChainRepaired = statement({
  label: 'T-A.1.3/repaired',
  title: 'with expectations and the indices i and j the chain holds: for two observations, and so for n',
  given: [...regularX, ...regularY],
  claim: equation(ofThePair, ofTheTwo),
  expected: 'proved',
  proof: () => start(ofThePair).equals(ofTheTwo, by.theorem(theoremOf(informationOfAPair))),
});
