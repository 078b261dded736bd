/** G-19: optimal transport between normal distributions is another geometry. */
import { experiment } from 'fisher-rao';

type Pair = { readonly m: number; readonly s: number; readonly n: number; readonly t: number };
const squaredWasserstein = ({ m, s, n, t }: Pair): number => (m - n) ** 2 + (s - t) ** 2;

export const optimalTransport = experiment({
  label: 'G-19',
  title: 'the squared distance of optimal transport between N(m, s) and N(n, t) is (m - n)^2 + (s - t)^2',
  claim: 'the mean square of the difference of quantiles = (m - n)^2 + (s - t)^2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ m: 0, s: 1, n: 1, t: 2 }],
  draw: (seed) => ({ m: seed % 4, s: 1 + (seed % 3), n: -(seed % 5), t: 0.5 + (seed % 2) }),
  evaluate: (pair) => {
    // On the line the optimal map takes quantiles to quantiles: both are affine in a standard normal z.
    const step = 1e-3;
    let cost = 0;
    for (let z = -12; z <= 12; z += step) {
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      cost += density * (pair.m + pair.s * z - pair.n - pair.t * z) ** 2 * step;
    }
    return { left: cost, right: squaredWasserstein(pair) };
  },
});

export const transportIsNotFisher = experiment({
  label: 'G-19/not-fisher',
  title: 'it is not the squared Fisher distance',
  claim: '(m - n)^2 + (s - t)^2 = 2 arcosh(1 + ((m - n)^2/2 + (s - t)^2)/(2 s t))^2',
  expected: 'refuted',
  instances: [{ m: 0, s: 1, n: 1, t: 2 }],
  evaluate: (pair) => {
    const { m, s, n, t } = pair;
    const distance = Math.SQRT2 * Math.acosh(1 + ((m - n) ** 2 / 2 + (s - t) ** 2) / (2 * s * t));
    return { left: squaredWasserstein(pair), right: distance ** 2 };
  },
});
