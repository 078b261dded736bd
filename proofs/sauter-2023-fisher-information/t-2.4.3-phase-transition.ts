import {
  assume,
  by,
  declare,
  equation,
  experiment,
  induction,
  type Natural,
  next,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';

const { add, delta, multiply, productUpTo, sum } = term;

/** Var(M)/N of the Curie-Weiss magnet without field, M = 2 k - N with weight C(N, k) exp(beta M^2/(2 N)). */
function susceptibility(N: number, beta: number): number {
  const log = Array.from({ length: N + 1 }, () => 0);
  let binomial = 0;
  for (let k = 0; k <= N; k++) {
    log[k] = binomial + (beta * (2 * k - N) ** 2) / (2 * N);
    binomial += Math.log((N - k) / (k + 1));
  }
  const top = Math.max(...log);
  const weights = log.map((value) => Math.exp(value - top));
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.reduce((sum, value, k) => sum + value * (2 * k - N) ** 2, 0) / total / N;
}

export const phaseTransition = experiment({
  label: 'T-2.4.3',
  title: 'at a phase transition the metric diverges: for the Curie-Weiss magnet at beta = 1 as the root of the size',
  claim: 'g_hh per spin is 11.45, 23.15, 46.56 for N = 100, 400, 1600 at beta = 1, near 1/(1 - beta) below',
  expected: 'supported',
  tolerance: 1e-3,
  certain: 1e-2,
  instances: [{ sizes: [100, 400, 1600], values: [11.45, 23.15, 46.56], below: 1.9975 }],
  evaluate: ({ sizes, values, below }) => ({
    left: [...sizes.map((N) => susceptibility(N, 1)), susceptibility(1600, 0.5)],
    right: [...values, below],
  }),
});

/** Spins s = ±1 and the weight exp(β s t) = cosh β + s t sinh β of two neighbours. */
const spins = declare.space('S');
const [one, other, between] = ['s', 't', 'r'].map((name) => declare.point(name, spins));
const sign = declare.function('σ', spins);
const [cosh, sinh] = [declare.function('c', []), declare.function('h', [])];
const twoSpins = assume.equation('there are two spins', sum(one, 1), 2);
const opposite = assume.equation('one is -1 where the other is 1', sum(one, sign(one)), 0);
const squares = assume.equation('both have the square 1', sum(one, multiply(sign(one), sign(one))), 2);
const weight = (a: PointVariable, b: PointVariable): Term => add(cosh(), multiply(sign(a), sign(b), sinh()));

/** The sum of the weights of all chains of n steps from one spin to another: a power of the transfer matrix. */
const n = declare.natural('n');
const chains = declare.sequence('T', n, () => [one, other], {
  zero: (from: PointVariable, to: PointVariable) => delta(from, to),
  next: (earlier, from: PointVariable, to: PointVariable) =>
    sum(between, multiply(earlier(from, between), weight(between, to))),
});
const power = (of: Term, exponent: Natural | number): Term => productUpTo(declare.natural('α'), exponent, of);
const chainsFrom = (length: Natural | number): Term =>
  multiply(
    power(term.fraction(2, 1), length),
    add(
      multiply(power(cosh(), length), cosh()),
      multiply(sign(one), sign(other), multiply(power(sinh(), length), sinh())),
    ),
  );

export const chainsOfSpins = statement({
  label: 'T-2.4.3/chains',
  title: 'the chains of n + 1 steps from spin s to spin t have the weight 2^n (cosh^(n + 1) + s t sinh^(n + 1))',
  given: [twoSpins, opposite, squares],
  claim: equation(chains(next(n), one, other), chainsFrom(n)),
  expected: 'proved',
  proof: () =>
    induction(
      n,
      start(chains(1, one, other)).equals(chainsFrom(0), by.definition(chains), by.delta, by.linearity, by.lastTerm),
      start(chains(next(next(n)), one, other))
        .equals(sum(between, multiply(chains(next(n), one, between), weight(between, other))), by.definition(chains))
        .equals(
          sum(
            between,
            multiply(
              power(term.fraction(2, 1), n),
              add(power(cosh(), next(n)), multiply(sign(one), sign(between), power(sinh(), next(n)))),
              weight(between, other),
            ),
          ),
          by.inductionHypothesis,
          by.lastTerm,
        )
        .equals(
          chainsFrom(next(n)),
          by.linearity,
          by.lastTerm,
          by.assumption(twoSpins),
          by.assumption(opposite),
          by.assumption(squares),
        ),
    ),
});

export const partitionFunctionOfTheRing = statement({
  label: 'T-2.4.3/ring',
  title: 'so that the partition function of the ring of n + 1 spins is (2 cosh β)^(n + 1) + (2 sinh β)^(n + 1); any n',
  given: [twoSpins, opposite, squares],
  claim: equation(
    sum(one, chains(next(n), one, one)),
    multiply(power(term.fraction(2, 1), next(n)), add(power(cosh(), next(n)), power(sinh(), next(n)))),
  ),
  expected: 'proved',
  proof: () =>
    start(sum(one, chains(next(n), one, one)))
      .equals(
        sum(
          one,
          multiply(
            power(term.fraction(2, 1), n),
            add(multiply(power(cosh(), n), cosh()), multiply(sign(one), sign(one), multiply(power(sinh(), n), sinh()))),
          ),
        ),
        by.theorem(theoremOf(chainsOfSpins)),
      )
      .equals(
        multiply(power(term.fraction(2, 1), next(n)), add(power(cosh(), next(n)), power(sinh(), next(n)))),
        by.linearity,
        by.lastTerm,
        by.assumption(twoSpins),
        by.assumption(squares),
      ),
});

export const isingRing = experiment({
  label: 'T-2.4.3/ising-ring',
  title: 'for the ring of Ising spins it does not: per spin it tends to sech(beta)^2',
  claim: 'the second derivative of log((2 cosh beta)^n + (2 sinh beta)^n)/n = sech(beta)^2 for large n',
  expected: 'supported',
  tolerance: 1e-5,
  certain: 1e-3,
  instances: [
    { n: 40, beta: 0.3 },
    { n: 60, beta: 0.5 },
  ],
  evaluate: ({ n, beta }) => {
    const f = (b: number): number => Math.log((2 * Math.cosh(b)) ** n + (2 * Math.sinh(b)) ** n) / n;
    const h = 1e-4;
    return { left: (f(beta + h) - 2 * f(beta) + f(beta - h)) / h ** 2, right: 1 / Math.cosh(beta) ** 2 };
  },
});
