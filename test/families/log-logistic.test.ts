import fc from 'fast-check';
import { it } from 'vitest';
import { logLogistic } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the log-logistic family has mass one, mean pi alpha/(beta sin(pi/beta)) for beta > 1, E[log x] = log alpha, and its distribution function has mean square 1/3', () => {
  const parameters = fc.record({ alpha: shape, beta: shape.map((b) => 1 + b / 2) });
  expectMoments(parameters, halfLineIntegral, logLogistic(), ({ alpha, beta }) => [
    [(x) => x, (Math.PI * alpha) / (beta * Math.sin(Math.PI / beta))],
    [(x) => Math.log(x), Math.log(alpha)],
    [(x) => 1 / (1 + (x / alpha) ** -beta) ** 2, 1 / 3],
  ]);
});
