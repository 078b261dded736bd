import { experiment } from 'fisher-rao';
import { distance, flowed, settingOf, targetsOf, velocityOf } from './gradient-flow.ts';

export const derivative = experiment({
  label: 'T-3.1.4',
  title:
    'the derivative is the limit of difference quotients: along the flow of a tanh network they tend to minus the gradient',
  claim: '|(theta(eta) - theta(0))/eta + grad L| halves with eta, for eta = 2^-5, 2^-6, 2^-7',
  expected: 'supported',
  tolerance: 0.1,
  certain: 0.5,
  cases: 3,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const [setting, targets] = [settingOf(seed), targetsOf(seed, 6)];
    const velocity = await velocityOf(setting, targets);
    const times = [2 ** -7, 2 ** -6, 2 ** -5];
    const values = await flowed(setting, targets, times);
    const errors = times.map((time, k) =>
      distance(
        Array.from(values[k], (value, n) => (value - setting.theta[n]) / time),
        velocity,
      ),
    );
    return { left: [errors[1] / errors[0], errors[2] / errors[1]], right: [2, 2] };
  },
});
