import {
  assume,
  by,
  equation,
  experiment,
  induction,
  type Natural,
  next,
  plus,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { binomialMass, bits, probability, sum as total } from './coins-and-boards.ts';
import {
  byTheLastToss,
  C,
  f,
  has,
  heads,
  n,
  P,
  power,
  probabilityOf,
  record,
  tails,
  toss,
  unfolding,
  y,
  z,
  θ,
  κ,
} from './number-of-heads.ts';

const { add, cases, divide, multiply, subtract, sum } = term;

/** C(n, y) ϑ^y κ^n / κ^y. */
const mass = (length: Natural | number, count: Natural): Term =>
  divide(multiply(C(length, count), power(θ, count), power(κ(), length)), power(κ(), count));

const [v, x] = [record(n), toss(next(n))];

export const lawOfTheNumberOfHeads = statement({
  label: 'T-2.1.C1/any-number',
  title: 'y of n tosses are heads with probability C(n, y) ϑ^y κ^n/κ^y, κ = 1 - ϑ, which is 0 for y > n; any n and y',
  given: [assume.normalised(f), heads, tails, assume.nonzero(κ)],
  claim: equation(probabilityOf(n, y), mass(n, y)),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(probabilityOf(0, y)).equals(mass(0, y), by.cases(y), ...unfolding, by.definition(C), by.lastTerm),
      start(probabilityOf(next(n), y))
        .equals(sum(v, sum(x, multiply(P(n, v), f(next(n), x), byTheLastToss(v, x)))), ...unfolding)
        .equals(
          add(
            multiply(
              θ,
              sum(
                v,
                multiply(
                  P(n, v),
                  cases(y, 0, (m) => has(n, v, m)),
                ),
              ),
            ),
            multiply(subtract(1, θ), probabilityOf(n, y)),
          ),
          by.rearrangement,
          by.assumption(heads),
          by.normalisation(f),
        )
        .equals(
          add(
            multiply(
              θ,
              cases(y, 0, (m) => probabilityOf(n, m)),
            ),
            multiply(κ(), probabilityOf(n, y)),
          ),
          by.cases(y),
          by.linearity,
          by.assumption(tails),
        )
        .equals(
          add(
            multiply(
              θ,
              cases(y, 0, (m) => mass(n, m)),
            ),
            multiply(κ(), mass(n, y)),
          ),
          by.cases(y),
          by.inductionHypothesis,
        )
        .equals(mass(next(n), y), by.cases(y), by.definition(C), by.lastTerm),
    ),
});

/** κ^(y + z) = κ^y κ^z. */
export const powersAdd = statement({
  label: 'T-2.1.C1/powers',
  title: 'powers add their exponents',
  given: [],
  claim: equation(power(κ(), plus(y, z)), multiply(power(κ(), y), power(κ(), z))),
  expected: 'proved',
  proof: () =>
    induction(
      z,
      start(power(κ(), plus(y, 0))).equals(multiply(power(κ(), y), power(κ(), 0)), by.lastTerm),
      start(power(κ(), next(plus(y, z))))
        .equals(multiply(power(κ(), plus(y, z)), κ()), by.lastTerm)
        .equals(multiply(power(κ(), y), power(κ(), z), κ()), by.inductionHypothesis)
        .equals(multiply(power(κ(), y), power(κ(), next(z))), by.lastTerm),
    ),
});

const binomial = multiply(C(plus(y, z), y), power(θ, y), power(κ(), z));

export const numberOfHeads = statement({
  label: 'T-2.1.C1',
  title:
    'the number of heads is binomial: y of n = y + z tosses are heads with probability C(n, y) ϑ^y (1 - ϑ)^(n - y)',
  given: [assume.normalised(f), heads, tails, assume.nonzero(κ)],
  claim: equation(probabilityOf(plus(y, z), y), binomial),
  expected: 'proved',
  proof: () =>
    start(probabilityOf(plus(y, z), y))
      .equals(
        divide(multiply(C(plus(y, z), y), power(θ, y), power(κ(), plus(y, z))), power(κ(), y)),
        by.theorem(theoremOf(lawOfTheNumberOfHeads)),
      )
      .equals(binomial, by.theorem(theoremOf(powersAdd), { naturals: { y, z } })),
});

export const headsOfARecord = experiment({
  label: 'T-2.1.C1/enumeration',
  title: 'by enumeration of all records; and (1, 1, 0, 1, 0) has three',
  claim: 'the probability of y heads, summed over records = C(n, y) theta^y (1 - theta)^(n - y)',
  expected: 'supported',
  draw: (seed) => ({ n: 1 + (seed % 6), theta: 0.05 + (seed % 9) / 10 }),
  evaluate: ({ n: length, theta }) => {
    const counts = Array.from({ length: length + 1 }, (_, count) => count);
    const summed = counts.map((count) =>
      total(
        bits(length)
          .filter((one) => total(one) === count)
          .map((one) => probability(one, theta)),
      ),
    );
    return {
      left: [...summed, total([1, 1, 0, 1, 0])],
      right: [...counts.map((count) => binomialMass(length, count, theta)), 3],
    };
  },
});
