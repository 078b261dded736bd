/**
 * Conformance of the onnx engine on the WebGPU adapter that this process finds, and its speed. Run by `webgpu.ts`, which sets
 * the environment that leads to an adapter. Exit code 0: conforms; 1: does not; 3: there is no adapter.
 */
import fc from 'fast-check';
import {
  allRounded,
  conformanceFailures,
  generatedCase,
  machineEpsilon,
  primitives,
  worstDifference,
} from 'fisher-rao/testing';
import { type Engine, evaluate } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { withDtype } from '../../src/transform/index.ts';

/** Whether the engine starts at all, by the smallest program there is. */
async function starts(engine: Engine): Promise<boolean> {
  const program = buildProgram('f', { x: tensorType('float32', [4]) }, (b, { x }) => ({ y: b.add(x, 1) }));
  try {
    await (await engine.compile(program)).dispose();
    return true;
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    console.log(error.message);
    return false;
  }
}

/** The largest error of an output over generated programs: absolute, and as a share of what their operations allow. */
async function worstErrors(engine: Engine, programs: number): Promise<{ absolute: number; share: number }> {
  const worst = { absolute: 0, share: 0 };
  for (const { program, inputs, errors } of fc.sample(generatedCase(), programs)) {
    const expected = evaluate(program, inputs);
    const executable = await engine.compile(withDtype(program, 'float32'));
    const results = await executable.run(allRounded(inputs, 'float32'));
    await executable.dispose();
    for (const [name, error] of Object.entries(errors)) {
      const difference = worstDifference(results[name]!.data, expected[name]!.data);
      worst.absolute = Math.max(worst.absolute, difference);
      if (error > 0) worst.share = Math.max(worst.share, difference / (error * machineEpsilon.float32));
    }
  }
  return worst;
}

/** GFLOP/s of a matrix product, transfers included: the best of five. */
async function productRate(engine: Engine, size: number): Promise<number> {
  const type = tensorType('float32', [size, size]);
  const executable = await engine.compile(buildProgram('gemm', { a: type }, (b, { a }) => ({ c: b.matmul(a, a) })));
  const a = tensor(
    'float32',
    type.shape,
    Float32Array.from({ length: size * size }, (_, i) => Math.cos(i)),
  );
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    await executable.run({ a });
    if (i > 0) best = Math.min(best, performance.now() - start);
  }
  await executable.dispose();
  return (2 * size ** 3) / best / 1e6;
}

const numRuns = Number(process.argv[2] ?? 150);
const engine = onnxEngine({ device: 'webgpu' });
if (await starts(engine)) {
  const failures = await conformanceFailures(engine, { numRuns });
  for (const failure of failures) console.log(`FAILED ${failure}`);
  const { absolute, share } = await worstErrors(engine, numRuns);
  console.log(
    `${primitives.length} primitives by hand cases, ${numRuns} generated programs: ${failures.length} failures`,
  );
  console.log(
    `worst error over ${numRuns} more programs: ${absolute.toExponential(1)}, ${(100 * share).toFixed(0)} % of what is allowed`,
  );
  for (const size of [256, 512])
    console.log(`matrix product ${size}: ${(await productRate(engine, size)).toFixed(1)} GFLOP/s`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} else {
  process.exitCode = 3;
}
