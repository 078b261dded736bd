import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { atTheBasePoint, besideAFixedLaw, divergence, hessianIsInformation, minusMeanHessian } from '../divergence.ts';
import { hessianOfTheDivergence } from '../notes-natural-gradient/n-9-hessian-of-the-divergence.ts';
import { i, j, scoreMoments } from './setting.ts';

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

export const secondDerivativeOfRegularFamilies = statement({
  label: 'A-A.12/repaired',
  title: 'for a regular family it is: the second derivatives of KL(p_θ0 | p_θ) in θ, at θ0, are F there',
  given: atTheBasePoint,
  ...hessianIsInformation,
  expected: 'proved',
});

export const secondDerivativeUnderAFixedLaw = statement({
  label: 'A-A.12/hessian',
  title:
    'and the Hessian of KL(r | p) from any fixed law r is minus the mean Hessian of log p under r, at any parameter',
  given: besideAFixedLaw,
  claim: equation(term.derivative(i, term.derivative(j, divergence)), minusMeanHessian(i, j)),
  expected: 'proved',
  proof: () =>
    start(term.derivative(i, term.derivative(j, divergence))).equals(
      minusMeanHessian(i, j),
      by.theorem(theoremOf(hessianOfTheDivergence)),
    ),
});
