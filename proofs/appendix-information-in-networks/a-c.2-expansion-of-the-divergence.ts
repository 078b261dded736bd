import { calculation, experiment } from 'fisher-rao';
import { bernoulliDivergence, shifted, threeOutcomes } from './setting.ts';

export const expansion = experiment({
  label: 'A-C.2',
  title: 'KL(theta | theta + e) = F e^2/2 + o(e^2) (as printed, without regularity): the shifted exponential',
  claim: 'KL/e^2 = 1/2 up to 10 %, at e = -0.01',
  expected: 'refuted',
  tolerance: 0.1,
  certain: 0.2,
  instances: [{ e: -0.01 }],
  evaluate: ({ e }) => ({ left: shifted(0, e) / e ** 2, right: 0.5 }),
});

const taylor = 'at(KL, u, t) + e*at(D(KL, u), u, t) + e^2/2*at(D(D(KL, u), u), u, t)';

export const expansionOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-C.2/repaired',
  title: 'for a regular family the Taylor polynomial of second order is F e^2/2',
  claim: `${taylor} = F*e^2/2`,
  expected: 'proved',
});

export const thirdOrder = experiment({
  label: 'A-C.2/third-order',
  title: 'the remainder is of third order: for a coin of 0.3 it tends to -3.0234 e^3',
  claim: '(KL - F e^2/2)/e^3 tends to -3.0234',
  expected: 'supported',
  tolerance: 2e-3,
  certain: 1e-2,
  instances: [{ e: 1e-4 }],
  evaluate: ({ e }) => ({
    left: (bernoulliDivergence(0.3, 0.3 + e) - e ** 2 / (2 * 0.21)) / e ** 3,
    right: -3.0234,
  }),
});
