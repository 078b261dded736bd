import { calculation, experiment } from 'fisher-rao';
import { range, total } from './lists.ts';
import { exponentialFamily } from './symbolic-heads.ts';

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

const head = exponentialFamily(1);

export const baseMeasureRepaired = calculation({
  label: 'V-3/repaired',
  title:
    "with a base measure k(y), of which the density is normalised, score and Hessian in h do not contain it, and F' is the mean of t",
  family: head.family,
  functions: head.functions,
  claim:
    'E((D(logdensity, z1) - (t1(y) - D(F(z1), z1)))^2) = 0 = E((D(D(logdensity, z1), z1) + D(D(F(z1), z1), z1))^2) = E(t1(y)) - D(F(z1), z1)',
  expected: 'proved',
});
