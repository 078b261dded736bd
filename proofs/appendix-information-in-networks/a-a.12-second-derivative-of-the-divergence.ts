import { calculation, experiment } from 'fisher-rao';
import { scoreMoments, threeOutcomes } from './setting.ts';

export const secondDerivative = experiment({
  label: 'A-A.12',
  title:
    'the Hessian of KL is minus the mean Hessian, which is F (as printed, without regularity): the shifted exponential',
  claim: '-E[d^2 log q] = E[s^2]',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [{ family: 'shifted exponential', theta: 1 }],
  evaluate: ({ family, theta }) => {
    const { second, hessian } = scoreMoments(family, theta);
    return { left: -hessian, right: second };
  },
});

export const secondDerivativeOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-A.12/repaired',
  title: 'for a regular family it is',
  claim:
    'at(D(D(KL, u), u), u, t) = -(f(t)*D(D(log(f(t)), t), t) + g(t)*D(D(log(g(t)), t), t) + (1 - f(t) - g(t))*D(D(log(1 - f(t) - g(t)), t), t)) = F',
  expected: 'proved',
});
