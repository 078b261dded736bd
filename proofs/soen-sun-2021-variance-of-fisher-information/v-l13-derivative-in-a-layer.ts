import { experiment } from 'fisher-rao';
import { deep, extended, layersOf, product, transposed } from './layers.ts';
import { outputsOf, range } from './setting.ts';

export const lemmaThirteen = experiment({
  label: 'V-L13',
  title: 'Lemma 13: the derivative of an output in the weights of layer l is D_l B_(l+1)^T e_a h_l^T',
  claim: 'dh_a/dW_l = D_l B_(l+1)^T e_a h_l^T for every layer, against Taylor jets',
  expected: 'supported',
  tolerance: 1e-12,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { h, D, B } = layersOf(given);
    const formula = range(2).flatMap((a) =>
      D.flatMap((d, l) => {
        const column = product(d, transposed(B[l + 1])).map((row) => row[a]);
        return column.flatMap((value) => extended(h[l]).map((input) => value * input));
      }),
    );
    return { left: formula, right: outputsOf(given).J.flat() };
  },
});
