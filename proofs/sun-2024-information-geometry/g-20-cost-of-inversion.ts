import { calculation, engine, experiment } from 'fisher-rao';
import { conjugateGradients, fisherImmersion } from 'fisher-rao/methods';
import { normalHead } from 'fisher-rao/network';
import { fisherOf, type Matrix, noise, pointOf, product, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';

/** The multiplications with which elimination brings a matrix to triangular form, counted while it does so. */
function multiplications(matrix: Matrix): number {
  const rows = matrix.map((row) => [...row]);
  let count = 0;
  rows.forEach((pivot, k) => {
    for (const row of rows.slice(k + 1)) {
      const factor = row[k] / pivot[k];
      for (let column = k + 1; column < rows.length; column++) {
        row[column] -= factor * pivot[column];
        count++;
      }
    }
  });
  return count;
}

export const costOfElimination = experiment({
  label: 'G-20',
  title: 'inverting the metric takes a number of multiplications that grows with the third power of d',
  claim: 'elimination of a d x d matrix multiplies d (d - 1) (2 d - 1)/6 times: for Fisher matrices of networks',
  expected: 'supported',
  cases: 6,
  draw: (seed) => ({ seed, widths: [2, 1 + seed, 1] }),
  evaluate: async ({ seed, widths }) => {
    const F = await fisherOf(randomSetting(seed, widths, 40, normalHead()));
    const d = F.length;
    const damped = F.map((row, k) => row.map((value, l) => value + (k === l ? 0.1 : 0)));
    return { left: multiplications(damped), right: (d * (d - 1) * (2 * d - 1)) / 6 };
  },
});

export const cubicGrowth = calculation({
  label: 'G-20/cubic',
  title: 'so twice the size takes eight times as many, to leading order',
  symbols: { d: 'natural' },
  definitions: { count: 'd*(d - 1)*(2*d - 1)/6' },
  claim: 'at(count, d, 2*d) - 8*count = 2*d^2 - d',
  expected: 'proved',
});

export const productsAlone = experiment({
  label: 'G-20/product',
  title: 'conjugate gradients need products F v = J^T (I (J v)) alone, at most d of them, and no matrix',
  claim: '(F + 1/10) x = g for the x that they find, F the matrix',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 4,
  draw: (seed) => ({ seed, widths: [2, 3 + seed, 1] }),
  evaluate: async ({ seed, widths }) => {
    const setting = randomSetting(seed, widths, 10, normalHead());
    const immersion = await fisherImmersion(pointOf(setting, 0.1), engine.referenceEngine);
    const gradient = Float64Array.from(evenly(setting.theta.length), (k) => noise(seed + 3, k));
    const options = { tolerance: 1e-12, maxSteps: 200 };
    const { value, steps } = await conjugateGradients((v) => immersion.metric(v), gradient, options);
    await immersion.dispose();
    const F = await fisherOf(setting);
    const x = Array.from(value);
    return {
      left: [...product(F, x).map((entry, k) => entry + 0.1 * x[k]), Math.max(0, steps - setting.theta.length)],
      right: [...gradient, 0],
    };
  },
});
