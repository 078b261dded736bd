import { expect, it } from 'vitest';
import { enginesText } from '../../src/cli/engines-text.ts';

const selfTest = { primitives: 23, worst: 0.96, failed: [] };

it('what works is a table with a line per number format; what does not follows with its reason', () => {
  const text = enginesText([
    {
      name: 'onnx',
      summary: 'on the processor',
      dtypes: [
        { dtype: 'float64', selfTest, product: { size: 1024, gigaflops: 71.6 } },
        { dtype: 'float32', selfTest, product: { size: 1024, gigaflops: 0.123 } },
      ],
      problem: null,
    },
    { name: 'onnx/cuda', summary: 'on NVIDIA', dtypes: [], problem: 'no library. To get it: install one.' },
  ]);
  expect(text).toBe(`engine  numbers  self-test                     matrix product
onnx    float64  23 primitives, error 1.0 eps  72 GFLOP/s (1024)    on the processor
        float32  23 primitives, error 1.0 eps  0.12 GFLOP/s (1024)

Not here:
onnx/cuda (on NVIDIA)
    no library. To get it: install one.
`);
});

it('where nothing is missing nothing is said of it', () => {
  expect(
    enginesText([{ name: 'a', summary: 's', dtypes: [{ dtype: 'float64', selfTest, product: null }], problem: null }]),
  ).not.toContain('Not here');
});
