import { expect, it } from 'vitest';
import { normalGamma } from '../../src/families/index.ts';
import { density } from './density-checks.ts';

it('the normal-gamma family has mass one, E[tau] = alpha/beta, E[x] = mu and E[tau (x - mu)^2] = 1/lambda', () => {
  const point = { mu: 1.5, lambda: 2, alpha: 3, beta: 1.5 };
  const p = density(normalGamma(), point);
  const moments = [0, 0, 0, 0];
  // tau = exp(t) and x = mu + z/sqrt(lambda tau), by equal steps.
  const [stepT, stepZ] = [1 / 8, 1 / 2];
  for (let t = -9; t <= 4; t += stepT) {
    const tau = Math.exp(t);
    const width = 1 / Math.sqrt(point.lambda * tau);
    for (let z = -9; z <= 9; z += stepZ) {
      const x = point.mu + z * width;
      const mass = p({ x, tau }) * width * tau * stepT * stepZ;
      [1, tau, x, tau * (x - point.mu) ** 2].forEach((f, k) => {
        moments[k] += f * mass;
      });
    }
  }
  [1, 2, 1.5, 0.5].forEach((expected, k) => {
    expect(moments[k]).toBeCloseTo(expected, 9);
  });
});
