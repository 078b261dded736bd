import { calculation } from 'fisher-rao';

export const costOfThePulledBackForm = calculation({
  label: 'V-6c',
  title: 'I J takes n^2 d multiplications and J^T (I J) n d^2 more',
  symbols: { n: 'natural', d: 'natural' },
  // A product of an a x b with a b x c matrix takes a b c multiplications.
  definitions: { first: 'n*n*d', second: 'd*n*d' },
  claim: 'first + second = n^2*d + n*d^2',
  expected: 'proved',
});
