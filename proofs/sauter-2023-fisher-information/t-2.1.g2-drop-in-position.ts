import { binomial, calculation, experiment } from 'fisher-rao';
import { binomialMass } from './coins-and-boards.ts';

export const dropInPosition = experiment({
  label: 'T-2.1.G2',
  title: 'the information in the drop-in position (as printed): the score exists at every outcome',
  claim: 'p(x | theta + 1)/p(x | theta) is positive for every outcome x of the board at theta',
  expected: 'refuted',
  instances: [{ n: 4, theta: 0 }],
  evaluate: ({ n, theta }) => {
    const mass = (x: number, at: number): number => (x < at || x > at + n ? 0 : binomialMass(n, x - at, 0.5));
    const outcomes = Array.from({ length: n + 1 }, (_, k) => theta + k);
    return { left: outcomes.map((x) => Math.sign(mass(x, theta + 1))), right: outcomes.map(() => 1) };
  },
});

export const tiltedBoard = calculation({
  label: 'T-2.1.G2/repaired',
  title: 'a tilted board is regular: the information in the tilt is n/(p (1 - p)), by both definitions, for any n',
  family: binomial(),
  claim:
    'metric(theta, theta) = E(D(logdensity, theta)^2) = -E(D(D(logdensity, theta), theta)) = n/(theta*(1 - theta))',
  expected: 'proved',
});
