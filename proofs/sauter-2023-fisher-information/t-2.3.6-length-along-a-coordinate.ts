import { calculation, experiment } from 'fisher-rao';

export const lengthAlongACoordinate = experiment({
  label: 'T-2.3.6',
  title: 'the length along one coordinate is the integral of sqrt(g_ii) dtheta_i/dt (as printed): mu = -t',
  claim: 'the integral is not negative',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ sigma: 1, velocity: -1 }],
  evaluate: ({ sigma, velocity }) => ({ left: 0, right: (1 / sigma) * velocity }),
});

export const lengthAlongACoordinateRepaired = calculation({
  label: 'T-2.3.6/repaired',
  title: 'it is that of sqrt(g_ii) |dtheta_i/dt|, whose square is g_ii (dtheta_i/dt)^2',
  symbols: { g: 'positive', v: 'real' },
  claim: '0 <= g*v^2',
  difference: 'g*v^2',
  expected: 'proved',
});
