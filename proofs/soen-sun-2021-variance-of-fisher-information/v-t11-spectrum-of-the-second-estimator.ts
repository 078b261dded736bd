import { experiment } from 'fisher-rao';
import { secondEstimator } from './bounds.ts';
import { type Case, drawCase, eigenvalues, noise, outputsOf, total } from './setting.ts';

export const theoremEleven = experiment({
  label: 'V-T11',
  title: 'Theorem 11: a lower bound of the spectrum of the second estimator, summed over outputs',
  claim: '-sum_a rho(d^2 h_a) |eta_a - mean t_a| <= lambda_min(I_2)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({ given: drawCase(seed), deviation: [noise(seed, 50), noise(seed, 51)] }),
  cases: 16,
  evaluate: ({ given, deviation }) => {
    const { H } = outputsOf(given as Case);
    const radius = H.map((matrix) => Math.max(...eigenvalues(matrix).map(Math.abs)));
    return {
      left: -total(radius.map((r, a) => r * Math.abs(deviation[a]))),
      right: Math.min(...secondEstimator(given as Case, deviation)),
    };
  },
});

export const theoremElevenForOneOutput = experiment({
  label: 'V-T11/without-the-sum',
  title: 'for one output alone, without the sum, it fails',
  claim: '-rho(d^2 h_1) |eta_1 - mean t_1| <= lambda_min(I_2)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ given: drawCase(2), deviation: [0.1, 1] }],
  evaluate: ({ given, deviation }) => {
    const { H } = outputsOf(given as Case);
    return {
      left: -Math.max(...eigenvalues(H[0]).map(Math.abs)) * Math.abs(deviation[0]),
      right: Math.min(...secondEstimator(given as Case, deviation)),
    };
  },
});
