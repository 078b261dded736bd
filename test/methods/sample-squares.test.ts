import { describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import {
  type DiagonalStart,
  factoredDiagonal,
  fisherImmersion,
  fisherMatrix,
  outputFactors,
  sampledDiagonal,
} from '../../src/methods/index.ts';
import { sampleGraph } from './sample-graphs.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });

describe('the diagonal by gradients of samples', () => {
  test('of a graph is that of its Fisher matrix', async () => {
    const point = { ...sampleGraph(5), damping: 0 };
    const matrix = await fisherMatrix(await fisherImmersion(point, engine));
    const diagonal = await sampledDiagonal(point, await outputFactors(point, { kind: 'exact' }, engine), engine);
    diagonal.forEach((entry, k) => {
      expect(entry).toBeCloseTo(matrix.get(k, k), 12);
    });
    expect(diagonal.reduce((sum, entry) => sum + entry, 0)).toBeGreaterThan(0.01);
  });

  test('goes on from any of its states to the same last digit, and says how far it is', async () => {
    const point = { ...sampleGraph(5), damping: 0 };
    const factors = await outputFactors(point, { kind: 'exact' }, engine);
    const [states, fractions]: [DiagonalStart[], number[]] = [[], []];
    const oneByOne = { held: point.theta.length };
    const diagonal = await sampledDiagonal(point, factors, engine, {
      ...oneByOne,
      checkpoint: (state) => states.push(state),
      progress: (fraction) => fractions.push(fraction),
    });
    expect(states.map(({ done }) => done)).toEqual(fractions.map((_, n) => n + 1));
    expect([states.length, fractions.at(-1)]).toEqual([point.samples, 1]);
    for (const resume of [states[0], states[2], states.at(-1)])
      expect(await sampledDiagonal(point, factors, engine, { ...oneByOne, resume })).toEqual(diagonal);
  });

  test('of a dense network is that by its layers, for drawn targets too', async () => {
    const point = sampleModel({ widths: [2, 3, 4], head: 'gamma', samples: 6, damping: 0 });
    const factors = await outputFactors(point, { kind: 'monte-carlo', draws: 3, seed: 1 }, engine);
    const expected = await factoredDiagonal(point, factors, engine);
    (await sampledDiagonal(point, factors, engine)).forEach((entry, k) => {
      expect(entry).toBeCloseTo(expected[k]!, 12);
    });
  });
});
