import { calculation, experiment } from 'fisher-rao';

export const chartDirection = experiment({
  label: 'T-2.2.P',
  title:
    'the same map takes coordinates to points and points to coordinates (as printed): polar angle and point of the circle',
  claim: 'the image of an angle has one number, as an angle has',
  expected: 'refuted',
  instances: [{ angle: 1 }],
  evaluate: ({ angle }) => ({ left: [Math.cos(angle), Math.sin(angle)].length, right: 1 }),
});

export const chart = calculation({
  label: 'T-2.2.P/repaired',
  title: 'a chart takes points to coordinates, its inverse back: tan(angle/2) = sin/(1 + cos)',
  symbols: { t: 'real' },
  claim: 'sin(t)/(1 + cos(t)) = tan(t/2)',
  expected: 'proved',
});
