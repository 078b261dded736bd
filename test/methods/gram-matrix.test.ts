import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { denseJacobian, fisherImmersion, immerse, outputGramMatrix, smallerGram } from '../../src/methods/index.ts';
import { sampleGraph } from './sample-graphs.ts';
import { sampleModel, sphere } from './sample-immersions.ts';

describe.each([
  [
    'more outputs than parameters',
    'parameters',
    sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 1 }),
  ],
  [
    'fewer outputs than parameters',
    'outputs',
    sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 4, damping: 1 }),
  ],
  ['gradients of samples', 'outputs', sampleGraph(2)],
] as const)('with %s', (_, on, point) => {
  test('the smaller Gram matrix is that of the Jacobian, undamped, and computed once', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const jacobian = await denseJacobian(immersion);
    const gram = await smallerGram(immersion);
    const [left, right] = on === 'outputs' ? [jacobian, jacobian.transpose()] : [jacobian.transpose(), jacobian];
    const expected = left.mmul(right);
    expect([gram.on, gram.side]).toEqual([on, expected.rows]);
    expected.to1DArray().forEach((entry, i) => {
      expect(gram.matrix[i]).toBeCloseTo(entry, 12);
    });
    expect(await smallerGram(immersion)).toBe(gram);
    const outputs = await outputGramMatrix(immersion);
    jacobian
      .mmul(jacobian.transpose())
      .to1DArray()
      .forEach((entry, i) => {
        expect(outputs[i]).toBeCloseTo(entry, 12);
      });
  });
});

test('another immersion has its own', async () => {
  const [one, two] = [
    await immerse(sphere([1, 0], 1), referenceEngine),
    await immerse(sphere([1, 0], 2), referenceEngine),
  ];
  // The metric of a sphere: r^2 and r^2 sin^2 of the colatitude.
  expect((await smallerGram(one)).matrix[0]).toBeCloseTo(1, 12);
  expect((await smallerGram(two)).matrix[3]).toBeCloseTo(4 * Math.sin(1) ** 2, 12);
});
