import { calculation, experiment } from 'fisher-rao';
import { secondEstimator } from './bounds.ts';
import { type Case, drawCase, eigenvalues, outputsOf, range, total } from './setting.ts';

export const theoremTen = experiment({
  label: 'V-T10',
  title:
    'Theorem 10 bounds the probability of definiteness of a network at one input (as printed): where lambda_min > 0',
  claim: '1e-4 <= the smallest eigenvalue of the information of a network at one input',
  expected: 'refuted',
  relation: 'atMost',
  instances: [drawCase(1)],
  evaluate: (given) => ({ left: 1e-4, right: Math.min(...secondEstimator(given, [0, 0])) }),
});

export const theoremTenInOneParameter = calculation({
  label: 'V-T10/repaired',
  title:
    'the step behind it where lambda_min > 0: Chebyshev for the deviation of a coin, of which 1 - p has probability p',
  // The event |deviation| >= c with c = u (1 - p).
  symbols: { p: 'unit', u: 'unit' },
  claim: 'p*(u*(1 - p))^2 <= p*(1 - p)',
  difference: 'p*(1 - p)*((1 - u)*(1 + u) + u^2*p)',
  expected: 'proved',
});

export const theoremTenOnBlocks = experiment({
  label: 'V-T10/blocks',
  title: 'on a block of two parameters the bound holds: over all samples of N Bernoulli outcomes',
  claim: '1 - sum rho_a^2 tr I/(N lambda_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(4 * seed), N: 40 * (1 + (seed % 5)) }),
  cases: 10,
  evaluate: ({ given, N }) => {
    const { J, H, I, eta } = outputsOf(given as Case);
    const block = [0, 4];
    const metric = block.map((i) =>
      block.map((j) => total(range(4).map((m) => J[m & 1][i] * I[m & 1][m >> 1] * J[m >> 1][j]))),
    );
    const hessians = H.map((matrix) => block.map((i) => block.map((j) => matrix[i][j])));
    const radius = hessians.map((matrix) => Math.max(...eigenvalues(matrix).map(Math.abs)));
    const smallest = Math.min(...eigenvalues(metric));
    const masses = eta.map((p) => binomial(N, p));
    let probability = 0;
    for (const [k, first] of masses[0].entries()) {
      for (const [l, second] of masses[1].entries()) {
        const deviation = [eta[0] - k / N, eta[1] - l / N];
        const matrix = metric.map((row, i) =>
          row.map((value, j) => value + total(deviation.map((d, a) => d * hessians[a][i][j]))),
        );
        if (Math.min(...eigenvalues(matrix)) >= 0) probability += first * second;
      }
    }
    return {
      left: 1 - (total(radius.map((r) => r ** 2)) * (I[0][0] + I[1][1])) / (N * smallest ** 2),
      right: probability,
    };
  },
});

function binomial(N: number, p: number): number[] {
  let log = N * Math.log(1 - p);
  return range(N + 1).map((k) => {
    if (k > 0) log += Math.log(((N - k + 1) / k) * (p / (1 - p)));
    return Math.exp(log);
  });
}
