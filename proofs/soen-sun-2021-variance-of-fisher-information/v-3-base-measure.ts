import { calculation, experiment } from 'fisher-rao';
import { range, total } from './setting.ts';

export const baseMeasure = experiment({
  label: 'V-3',
  title:
    'p(y | x) = exp(t h - F(h)) with F(h) = log of the sum of exp(t h) (as printed, no base measure): on counts at h = -1',
  claim: "F'' = exp(-1), as for the Poisson family",
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ h: -1 }],
  evaluate: ({ h }) => {
    const masses = range(400).map((y) => Math.exp(y * h));
    const Z = total(masses);
    const mean = total(masses.map((mass, y) => (mass * y) / Z));
    return { left: total(masses.map((mass, y) => (mass * (y - mean) ** 2) / Z)), right: Math.exp(h) };
  },
});

export const baseMeasureRepaired = calculation({
  label: 'V-3/repaired',
  title: 'with a base measure k(y) the derivatives of the log-density in h do not contain it',
  symbols: { h: 'real', y: 'real' },
  functions: ['k', 'F'],
  definitions: { l: 'log(k(y)) + y*h - F(h)' },
  claim: 'D(l, h) - (y - D(F(h), h)) = 0 = D(D(l, h), h) + D(D(F(h), h), h)',
  expected: 'proved',
});
