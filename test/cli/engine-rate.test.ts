import { expect, it } from 'vitest';
import { productRate } from '../../src/cli/engine-rate.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';

it('a product that would take longer than there is patience for is not tried', async () => {
  expect((await productRate(referenceEngine, 'float64', 0)).size).toBe(128);
  expect((await productRate(onnxEngine(), 'float32', 1e6)).size).toBe(1024);
});

it('the speed is positive and finite', async () => {
  const { gigaflops } = await productRate(referenceEngine, 'float64', 0);
  expect(gigaflops).toBeGreaterThan(0);
  expect(gigaflops).toBeLessThan(1e6);
});
