import { calculation, experiment } from 'fisher-rao';

export const stochasticDescentOfAllData = experiment({
  label: 'T-3.1.1',
  title: 'stochastic gradient descent with the loss of all data (as printed): its steps are random',
  claim: 'two runs differ',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ theta: 1, eta: 0.1, data: [1, 2, 3] }],
  evaluate: ({ theta, eta, data }) => {
    const step = (): number => theta - (eta * data.reduce((sum, y) => sum + 2 * (theta - y), 0)) / data.length;
    return { left: 1e-3, right: Math.abs(step() - step()) };
  },
});

export const gradientDescentOfAllData = calculation({
  label: 'T-3.1.1/repaired',
  title: 'with all data it is gradient descent: the step of the mean loss is the mean of the steps',
  symbols: { t: 'real', eta: 'real' },
  functions: ['l1', 'l2'],
  claim: 't - eta*D((l1(t) + l2(t))/2, t) = ((t - eta*D(l1(t), t)) + (t - eta*D(l2(t), t)))/2',
  expected: 'proved',
});
