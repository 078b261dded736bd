import { calculation } from 'fisher-rao';

export const chartDirection = calculation({
  label: 'T-2.2.P',
  title:
    'the same map takes coordinates to points and points to coordinates (as printed): the logit h of a coin, with the points p = 1/(1 + exp(-h))',
  symbols: { h: 'real' },
  definitions: { phi: '1/(1 + exp(-h))' },
  claim: 'at(phi, h, phi) = h',
  expected: 'refuted',
});

export const chart = calculation({
  label: 'T-2.2.P/repaired',
  title: 'a chart takes points to coordinates, here log(p/(1 - p)), its inverse coordinates to points',
  symbols: { h: 'real', p: 'unit' },
  definitions: { point: '1/(1 + exp(-h))', coordinate: 'log(p) - log(1 - p)' },
  claim: 'at(coordinate, p, point) = h',
  expected: 'proved',
});
