import { polygammaBySeries, realNumbers } from '../calculus/index.ts';
import type { RandomSource } from './random.ts';

/** A draw of the gamma law with this shape and scale 1, by rejection [Marsaglia-Tsang 2000]. */
export function drawGamma(shape: number, random: RandomSource): number {
  // Below 1 from the law of shape + 1, thinned by a power of a uniform draw (section 6 there).
  if (shape < 1) return drawGamma(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.normal();
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw of the Poisson law: by counting uniform factors below a mean of 10, else transformed rejection [Hoermann 1993]. */
export function drawPoisson(mean: number, random: RandomSource): number {
  return mean < 10 ? countedPoisson(mean, random) : rejectedPoisson(mean, random);
}

function countedPoisson(mean: number, random: RandomSource): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
}

/** Algorithm PTRS: an envelope by the ratio of uniforms that fits every mean from 10 on. */
function rejectedPoisson(mean: number, random: RandomSource): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = 1 - random.uniform();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const left = Math.log((v * inverseAlpha) / (a / distance ** 2 + b));
    if (left <= count * Math.log(mean) - mean - polygammaBySeries(realNumbers, -1, count + 1)) return count;
  }
}
