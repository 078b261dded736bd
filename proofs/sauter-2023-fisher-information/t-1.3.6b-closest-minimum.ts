import { calculation, experiment } from 'fisher-rao';

const closest = { from: 0.1, minima: [-1, 3] };
const slope = (t: number): number => t * (t + 1) * (t - 3);

export const closestMinimum = experiment({
  label: 'T-1.3.6b',
  title: 'gradient descent finds the closest local minimum (as printed)',
  claim: "from 0.1, descent on L' = t (t + 1) (t - 3) ends at the nearest minimum, -1",
  expected: 'refuted',
  instances: [closest],
  evaluate: ({ from, minima }) => {
    let t = from;
    for (let k = 0; k < 20_000; k++) t -= 1e-3 * slope(t);
    const nearest = minima.reduce((best, m) => (Math.abs(m - from) < Math.abs(best - from) ? m : best));
    return { left: t, right: nearest };
  },
});

export const minimumOfTheBasin = calculation({
  label: 'T-1.3.6b/repaired',
  title: 'it goes down within the basin where it starts: between 0 and 3 the slope t (t + 1) (t - 3) is negative',
  // t = 3 u with u in the unit interval.
  symbols: { u: 'unit' },
  claim: '3*u*(3*u + 1)*(3*u - 3) <= 0',
  difference: '9*u*(3*u + 1)*(1 - u)',
  expected: 'proved',
});
