import { experiment } from 'fisher-rao';

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
