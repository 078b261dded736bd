import { experiment } from 'fisher-rao';
import { deep, type Matrix, product, transposed, weightBound } from './layers.ts';
import { eigenvalues, range } from './setting.ts';

const spectralNorm = (a: Matrix): number => Math.sqrt(Math.max(...eigenvalues(product(transposed(a), a))));

export const lemmaFifteen = experiment({
  label: 'V-L15',
  title:
    'Lemma 15: the spectral norm is at most the product of the largest singular values above times |h_l|, for every layer',
  claim: 's_max(B_(l+1) D_l) |h_l| <= prod_(i > l) s_max(W_i) |h_l|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: deep,
  cases: 12,
  evaluate: (given) => {
    const bounds = range(given.widths.length - 1).map((l) => weightBound(given, l, spectralNorm));
    return { left: bounds.map(({ left }) => left), right: bounds.map(({ right }) => right) };
  },
});
