import { calculation, experiment } from 'fisher-rao';

export const alphaDivergence = calculation({
  label: 'G-16',
  title:
    "every alpha-divergence has the Fisher metric as its second-order part: it is the f-divergence of 4/(1 - a^2) (1 - u^((1 - a)/2)), of which φ''(1) is 1 (G-17), for symbolic alpha",
  symbols: { u: 'positive', a: 'real' },
  definitions: { phi: '4/(1 - a^2)*(1 - u^((1 - a)/2))' },
  claim: 'at(D(D(phi, u), u), u, 1) = 1',
  expected: 'proved',
});

export const alphaAsFDivergence = calculation({
  label: 'G-16/f-divergence',
  title: 'namely p^((1 + a)/2) r^((1 - a)/2) = p (r/p)^((1 - a)/2), outcome by outcome',
  symbols: { p: 'positive', r: 'positive', a: 'real' },
  claim: 'p^((1 + a)/2)*r^((1 - a)/2) = p*(r/p)^((1 - a)/2)',
  expected: 'proved',
});

export const alphaDivergenceOfTwoOutcomes = calculation({
  label: 'G-16/two-outcomes',
  title:
    'every alpha-divergence has the Fisher metric as its second-order part; here for two outcomes and symbolic alpha',
  symbols: { p: 'unit', q: 'unit', a: 'real' },
  definitions: {
    affinity: 'p^((1 - a)/2)*q^((1 + a)/2) + (1 - p)^((1 - a)/2)*(1 - q)^((1 + a)/2)',
    divergence: '4/(1 - a^2)*(1 - affinity)',
  },
  claim: 'at(D(D(divergence, q), q), q, p) = 1/(p*(1 - p))',
  expected: 'proved',
});

const p = [0.2, 0.5, 0.3];
const q = [0.21, 0.48, 0.31];
const total = (f: (a: number, b: number) => number, a = p, b = q): number =>
  a.reduce((sum, x, k) => sum + f(x, b[k]), 0);
const alpha = (order: number): number =>
  (4 / (1 - order ** 2)) * (1 - total((a, b) => a ** ((1 - order) / 2) * b ** ((1 + order) / 2)));

export const alphaLimits = experiment({
  label: 'G-16/limits',
  title: 'alpha -> -1 gives KL(p | q), alpha -> 1 gives KL(q | p)',
  claim: 'D_alpha tends to KL at both ends',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ distance: 1e-4 }, { distance: 1e-5 }],
  evaluate: ({ distance }) => ({
    left: [alpha(-1 + distance), alpha(1 - distance)],
    right: [total((a, b) => a * Math.log(a / b)), total((a, b) => b * Math.log(b / a))],
  }),
});
