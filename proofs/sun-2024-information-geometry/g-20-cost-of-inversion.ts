/** G-20: elimination takes a cubic number of multiplications; a product with J^T I J does not need the matrix. */
import { calculation } from 'fisher-rao';

export const costOfElimination = calculation({
  label: 'G-20',
  title:
    'the sum of k^2 over k < d, the multiplications of elimination, is d (d - 1) (2 d - 1)/6: each row more adds d^2',
  symbols: { d: 'natural' },
  definitions: { count: 'd*(d - 1)*(2*d - 1)/6' },
  claim: 'at(count, d, d + 1) - count = d^2',
  expected: 'proved',
});

export const productWithTheMatrix = calculation({
  label: 'G-20/product',
  title: 'F v = J^T (I (J v)): products of matrices with vectors, in any order the same',
  symbols: { j1: 'real', j2: 'real', I: 'positive', v1: 'real', v2: 'real' },
  claim: '(j1*I*j1)*v1 + (j1*I*j2)*v2 = j1*(I*(j1*v1 + j2*v2))',
  expected: 'proved',
});
