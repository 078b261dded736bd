import fc from 'fast-check';
import { it } from 'vitest';
import { logNormal } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the log-normal family has mass one, mean exp(mu + sigma^2/2), and log x has mean mu and variance sigma^2', () => {
  const parameters = fc.record({ mu: shape.map((m) => m - 4), sigma: shape.map((s) => s / 4) });
  expectMoments(parameters, halfLineIntegral, logNormal(), ({ mu, sigma }) => [
    [(x) => x, Math.exp(mu + sigma ** 2 / 2)],
    [Math.log, mu],
    [(x) => (Math.log(x) - mu) ** 2, sigma ** 2],
  ]);
});
