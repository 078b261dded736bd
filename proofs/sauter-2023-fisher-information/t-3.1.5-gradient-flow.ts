import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { c, f, flow, gradient, k1, loss, n, pull, slope, smooth, t, θ } from './flow-of-outputs.ts';
import { descended, distance, flowed, settingOf, targetsOf } from './gradient-flow.ts';

const { derivative, multiply, negate, sum } = term;

/** Descent on L = 3/2 theta^2 from 1 up to time 1, in steps of eta. */
const descendedOnASquare = (eta: number): number => (1 - 3 * eta) ** Math.round(1 / eta);

export const gradientFlow = experiment({
  label: 'T-3.1.5',
  title: 'gradient descent approximates the flow to first order in eta',
  claim: 'the errors at eta = 0.1, 0.05, 0.025, 0.0125 are 2.15e-2, 1.10e-2, 5.56e-3, 2.79e-3',
  expected: 'supported',
  tolerance: 1e-4,
  certain: 1e-3,
  instances: [{ etas: [0.1, 0.05, 0.025, 0.0125], errors: [2.15e-2, 1.1e-2, 5.56e-3, 2.79e-3] }],
  evaluate: ({ etas, errors }) => ({
    left: etas.map((eta) => Math.abs(descendedOnASquare(eta) - Math.exp(-3))),
    right: errors,
  }),
});

export const decreaseAlongTheFlow = statement({
  label: 'T-3.1.5/decrease',
  title: 'along the flow the loss falls by the squared gradient, for any number of parameters, data and components',
  given: [...smooth, flow],
  claim: equation(derivative(t, loss), negate(sum(k1, multiply(gradient(k1), gradient(k1))))),
  expected: 'proved',
  proof: () =>
    start(derivative(t, loss))
      .equals(sum(n, sum(c, multiply(pull(n, c), derivative(t, f(n, c))))), by.chainRule)
      .equals(
        sum(n, sum(c, multiply(pull(n, c), sum(k1, multiply(slope(n, c, k1), derivative(t, θ(k1))))))),
        by.chainRule,
      )
      .equals(sum(k1, multiply(gradient(k1), derivative(t, θ(k1)))), by.rearrangement)
      .equals(sum(k1, multiply(gradient(k1), negate(gradient(k1)))), by.assumption(flow))
      .equals(negate(sum(k1, multiply(gradient(k1), gradient(k1)))), by.linearity),
});

export const flowOfANetwork = experiment({
  label: 'T-3.1.5/network',
  title: 'so it does for tanh networks: halving eta halves the distance of descent and flow at time 1',
  claim: 'the distances at eta = 1/20, 1/40, 1/80 are as 4 : 2 : 1',
  expected: 'supported',
  tolerance: 0.1,
  certain: 0.5,
  cases: 3,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const [setting, targets] = [settingOf(seed), targetsOf(seed, 6)];
    const end = Array.from((await flowed(setting, targets, [1]))[0]);
    const errors: number[] = [];
    for (const eta of [1 / 20, 1 / 40, 1 / 80]) errors.push(distance(await descended(setting, targets, eta), end));
    return { left: [errors[0] / errors[1], errors[1] / errors[2]], right: [2, 2] };
  },
});
