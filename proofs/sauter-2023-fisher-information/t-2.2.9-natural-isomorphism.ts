import { calculation, experiment, normal } from 'fisher-rao';

export const naturalIsomorphism = experiment({
  label: 'T-2.2.9',
  title: 'the tangent space and its 1-representation are isomorphic (as printed): N(a + b, 1)',
  claim: 'the vectors d_a and d_b have different representations',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ x: 1.3, a: 0.2, b: 0.4 }],
  // Both scores are x - a - b; "different" says that 1e-3 is at most their distance.
  evaluate: ({ x: outcome, a, b }) => {
    const h = 1e-5;
    const log = (s: number, t: number): number => -((outcome - s - t) ** 2) / 2;
    const first = (log(a + h, b) - log(a - h, b)) / (2 * h);
    const second = (log(a, b + h) - log(a, b - h)) / (2 * h);
    return { left: 1e-3, right: Math.abs(first - second) };
  },
});

export const isomorphismOfIndependentScores = calculation({
  label: 'T-2.2.9/repaired',
  title: 'they are where the scores are independent: in the normal family u s_mu + v s_sigma = 0 only for u = v = 0',
  family: normal(),
  symbols: { u: 'real', v: 'real' },
  claim: 'E((u*D(logdensity, mu) + v*D(logdensity, sigma))^2) = u^2/sigma^2 + 2*v^2/sigma^2',
  expected: 'proved',
});
