import { expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { fisherImmersion, frameForms, jetTrace, orthonormalFrame } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { sampleModel } from './sample-immersions.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

test.each([
  { samples: 30, kind: 'removed' },
  { samples: 4, kind: 'kept' },
])('sums over a frame are those of its jets one by one, normal parts $kind', async ({ samples, kind }) => {
  const engine = onnxEngine({ threads: 1 });
  // 75 parameters: two blocks, the second not full.
  const point = sampleModel({ widths: [4, 9, 3], head: 'categorical', samples, damping: 0.2 });
  const immersion = await fisherImmersion(point, engine);
  const frame = await orthonormalFrame(immersion, engine);
  expect(frame.normal.kind).toBe(kind);
  const { vectors, normal } = frame;
  const { rows } = normal;
  const basis = Array.from({ length: vectors.rows }, (_, a) => vectors.data.slice(a * 75, (a + 1) * 75));
  const square = (jet: ArrayLike<number>): number => {
    let shares = 0;
    for (let k = 0; k < rows.rows; k += 1)
      shares += dot(rows.data.subarray(k * rows.columns, (k + 1) * rows.columns), jet) ** 2;
    return kind === 'kept' ? shares : dot(jet, jet) - shares;
  };
  const along = async (v: Float64Array) =>
    (
      await immersion.many.jet(
        basis.map(() => v),
        basis,
      )
    ).reduce((sum, jet) => sum + square(jet), 0);
  const forms = await frameForms(immersion, frame);
  const v = normalVector(randomSource(3), 75);
  expect((await forms.along(v)) / (await along(v))).toBeCloseTo(1, 11);
  let whole = 0;
  for (const e of basis) whole += await along(e);
  expect((await forms.sum()).normal / whole).toBeCloseTo(1, 11);
  const jets = await immersion.many.jet(basis, basis);
  const trace = await jetTrace(immersion, frame);
  for (const k of [0, 5])
    expect(trace[k]).toBeCloseTo(
      jets.reduce((sum, jet) => sum + jet[k]!, 0),
      10,
    );
  await forms.dispose();
  await immersion.dispose();
});
