import type { Engine } from '../engine/index.ts';
import { buildProgram, type Dtype, tensor, tensorType } from '../program/index.ts';

/** The speed of a product of two square matrices, the transfer of its operand and its result included. */
export interface ProductRate {
  /** Rows of the matrices. */
  readonly size: number;
  readonly gigaflops: number;
}

const sizes = [128, 256, 512, 1024] as const;

/**
 * Measures the product of a random-looking square matrix with itself: the best of two at the largest size at which one
 * product is expected to take less than `patience` milliseconds.
 */
export async function productRate(engine: Engine, dtype: Dtype, patience = 100): Promise<ProductRate> {
  let result = await rateAt(engine, dtype, sizes[0]);
  for (const size of sizes.slice(1)) {
    if ((2 * size ** 3) / (result.gigaflops * 1e6) > patience) break;
    result = await rateAt(engine, dtype, size);
  }
  return result;
}

async function rateAt(engine: Engine, dtype: Dtype, size: number): Promise<ProductRate> {
  const type = tensorType(dtype, [size, size]);
  const executable = await engine.compile(buildProgram('product', { a: type }, (b, { a }) => ({ c: b.matmul(a, a) })));
  try {
    const a = tensor(
      dtype,
      type.shape,
      Array.from({ length: size * size }, (_, i) => Math.cos(1 + 1.7 * i)),
    );
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      await executable.run({ a });
      // The first run compiles, on some devices.
      if (i > 0) best = Math.min(best, performance.now() - start);
    }
    return { size, gigaflops: (2 * size ** 3) / (best * 1e6) };
  } finally {
    await executable.dispose();
  }
}
