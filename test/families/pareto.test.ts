import fc from 'fast-check';
import { it } from 'vitest';
import { pareto } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

const above = (f: (x: number) => number, { x_m }: { x_m: number }) => halfLineIntegral((d) => f(x_m + d));

it('the Pareto family has mass one, mean alpha x_m/(alpha - 1) for alpha > 1, and E[log(x/x_m)] = 1/alpha', () => {
  const parameters = fc.record({ alpha: shape.map((a) => a + 1), x_m: shape });
  expectMoments(parameters, above, pareto(), ({ alpha, x_m }) => [
    [(x) => x, (alpha * x_m) / (alpha - 1)],
    [(x) => Math.log(x / x_m), 1 / alpha],
    [(x) => 1 / x, alpha / ((alpha + 1) * x_m)],
  ]);
});
