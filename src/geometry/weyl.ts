import { DomainError } from '../errors.ts';
import { coefficient, type Definition, define, minus, product, sum, tensor } from '../notation/index.ts';

/**
 * The Weyl tensor in n dimensions, the part of the Riemann tensor without traces:
 * C_klij = R_klij - (g_ki R_lj - g_kj R_li - g_li R_kj + g_lj R_ki)/(n-2) + R (g_ki g_lj - g_kj g_li)/((n-1)(n-2))
 * [Wald 1984, General Relativity] (3.2.28). It is zero for n = 3, and for n > 3 exactly where the metric is conformally
 * flat. Throws {@link DomainError} for n < 3, where the formula has no meaning.
 */
export function weyl(n: number): Definition {
  if (n < 3) throw new DomainError(`the Weyl tensor is defined in 3 or more dimensions, here are ${n}`);
  const term = (metric: string, ricci: string) => product(tensor('metric', metric), tensor('ricci', ricci));
  const pair = (first: string, second: string) => product(tensor('metric', first), tensor('metric', second));
  return define({
    name: 'weyl',
    symbol: 'C',
    places: '_klij',
    formula: sum(
      tensor('loweredRiemann', '_klij'),
      product(
        coefficient(-1, n - 2),
        sum(term('_ki', '_lj'), minus(term('_kj', '_li')), minus(term('_li', '_kj')), term('_lj', '_ki')),
      ),
      product(coefficient(1, (n - 1) * (n - 2)), tensor('scalar'), sum(pair('_ki', '_lj'), minus(pair('_kj', '_li')))),
    ),
    symmetries: [
      { places: [0, 1], sign: -1 },
      { places: [2, 3], sign: -1 },
    ],
  });
}
