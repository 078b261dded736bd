import { calculation, experiment } from 'fisher-rao';
import { deep, type Matrix, weightBound } from './layers.ts';
import { norm, range } from './setting.ts';

const frobenius = (a: Matrix): number => norm(a.flat());

export const lemmaFourteen = experiment({
  label: 'V-L14',
  title:
    'Lemma 14 (as printed): |dh/dW_l| is at most the product of the norms of the weights above times |h_l|, for the output layer too',
  claim: '|B_(l+1) D_l| |h_l| <= prod_(i > l) |W_i| |h_l| for l = L - 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [deep(1)],
  evaluate: (given) => weightBound(given, given.widths.length - 2, frobenius),
});

export const lemmaFourteenInside = experiment({
  label: 'V-L14/hidden-layers',
  title: 'for the hidden layers it holds',
  claim: '|B_(l+1) D_l| |h_l| <= prod_(i > l) |W_i| |h_l| for l <= L - 2',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-12,
  draw: deep,
  cases: 12,
  evaluate: (given) => {
    const bounds = range(given.widths.length - 2).map((l) => weightBound(given, l, frobenius));
    return { left: bounds.map(({ left }) => left), right: bounds.map(({ right }) => right) };
  },
});

export const lemmaFourteenForTheOutput = calculation({
  label: 'V-L14/repaired',
  title: 'for the output layer the norm is sqrt(n_L) |h|: two outputs W h with h = (a, b, 1), squared',
  symbols: { a: 'real', b: 'real', w1: 'real', w2: 'real', w3: 'real', v1: 'real', v2: 'real', v3: 'real' },
  definitions: { f: 'w1*a + w2*b + w3', g: 'v1*a + v2*b + v3' },
  claim: 'D(f, w1)^2 + D(f, w2)^2 + D(f, w3)^2 + D(g, v1)^2 + D(g, v2)^2 + D(g, v3)^2 = 2*(a^2 + b^2 + 1)',
  expected: 'proved',
});
