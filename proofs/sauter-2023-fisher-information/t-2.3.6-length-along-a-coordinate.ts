import { calculation, experiment } from 'fisher-rao';
import { integral } from '../numbers.ts';

export const lengthAlongACoordinate = experiment({
  label: 'T-2.3.6',
  title:
    'the length along one coordinate is the integral of sqrt(g_ii) dtheta_i/dt (as printed): p = 0.8 - 0.6 t for a coin',
  claim: 'the integral = the distance along the only coordinate',
  expected: 'refuted',
  instances: [{ from: 0.8, to: 0.2 }],
  evaluate: ({ from, to }) => {
    const p = (t: number): number => from + t * (to - from);
    const printed = integral((t) => (to - from) / Math.sqrt(p(t) * (1 - p(t))), 0, 1);
    return { left: printed, right: 2 * Math.abs(Math.asin(Math.sqrt(to)) - Math.asin(Math.sqrt(from))) };
  },
});

export const lengthAlongACoordinateRepaired = calculation({
  label: 'T-2.3.6/repaired',
  title: 'it is that of sqrt(g_ii) |dtheta_i/dt|: for velocities v and -v alike sqrt(g) v, v > 0',
  symbols: { g: 'positive', v: 'positive' },
  claim: 'sqrt(g*(-v)^2) = sqrt(g)*v = sqrt(g*v^2)',
  expected: 'proved',
});
