import { assume, by, calculation, declare, equation, start, statement, type Term, term } from 'fisher-rao';

const { add, log, multiply, negate, subtract, sum } = term;

/** An exponential family with any number of statistics t_k: two of its laws, at h and h', with the log-partitions F and F'. */
const X = declare.space('X');
const x = declare.point('x', X);
const k = declare.direction('k');
const statistic = declare.function('t', [k, x]);
const measure = declare.function('k', X);
const member = (sign: string) => {
  const [law, natural] = [declare.function(`q${sign}`, X), declare.function(`h${sign}`, k.space)];
  const logPartition = declare.function(`F${sign}`, [])();
  const form = add(log(measure(x)), sum(k, multiply(natural(k), statistic(k, x))), negate(logPartition));
  return { law, natural, logPartition, isMember: assume.equation(`log q${sign}`, log(law(x)), form) };
};
const [at, other] = [member(''), member("'")];
const change = (one: typeof at, two: typeof at): Term => subtract(two.natural(k), one.natural(k));
const means = sum(x, multiply(at.law(x), statistic(k, x)));

const divergence = sum(x, multiply(at.law(x), subtract(log(at.law(x)), log(other.law(x)))));
const bregman = subtract(subtract(other.logPartition, at.logPartition), sum(k, multiply(means, change(at, other))));

export const bregmanDivergence = statement({
  label: 'G-18',
  title:
    "the Bregman divergence F(h') - F(h) - dF(h).(h' - h) of the log-partition, whose derivatives dF are the means of the statistics (T-2.4.1/mean), is KL(q_h | q_h'); any exponential family",
  given: [
    assume.positive(at.law),
    assume.positive(other.law),
    assume.positive(measure),
    assume.normalised(at.law),
    at.isMember,
    other.isMember,
  ],
  claim: equation(divergence, bregman),
  expected: 'proved',
  proof: () => {
    const exponent = add(
      negate(sum(k, multiply(change(at, other), statistic(k, x)))),
      other.logPartition,
      negate(at.logPartition),
    );
    const partitions = multiply(subtract(other.logPartition, at.logPartition), sum(x, at.law(x)));
    return start(divergence)
      .equals(
        sum(x, multiply(at.law(x), exponent)),
        by.assumption(at.isMember),
        by.assumption(other.isMember),
        by.rearrangement,
      )
      .equals(subtract(partitions, sum(k, multiply(means, change(at, other)))), by.rearrangement)
      .equals(bregman, by.normalisation(at.law));
  },
});

export const bregmanOfACoin = calculation({
  label: 'G-18/coin',
  title: 'the Bregman divergence of the log-partition is KL with its arguments exchanged; here for Bernoulli',
  symbols: { h: 'real', k: 'real' },
  definitions: {
    F: 'log(1 + exp(h))',
    P: 'exp(h)/(1 + exp(h))',
    bregman: 'at(F, h, k) - F - D(F, h)*(k - h)',
    KL: 'P*(log(P) - log(at(P, h, k))) + (1 - P)*(log(1/(1 + exp(h))) - log(1/(1 + exp(k))))',
  },
  claim: 'bregman = KL',
  expected: 'proved',
});
